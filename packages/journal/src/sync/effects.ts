/** AES-256-GCM with a tag of 16 bytes behind the sealed text. */
export interface AesGcm {
  seal(
    key: Uint8Array,
    nonce: Uint8Array,
    plain: Uint8Array,
    beside: Uint8Array,
  ): Promise<Uint8Array>;
  /** Null when it does not open. */
  open(
    key: Uint8Array,
    nonce: Uint8Array,
    sealed: Uint8Array,
    beside: Uint8Array,
  ): Promise<Uint8Array | null>;
}

/** What sync takes from the world beside a relay and places to keep things. */
export interface SyncEffects {
  readonly aesGcm: AesGcm;
  /** Milliseconds since 1970 in UTC. */
  readonly now: () => number;
  /** So many random bytes, good enough for keys. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** Raw DEFLATE (RFC 1951). */
  readonly deflate: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** Null when the bytes are no DEFLATE, or hold more than `most` bytes. */
  readonly inflate: (bytes: Uint8Array, most: number) => Promise<Uint8Array | null>;
}

type Bytes = Uint8Array<ArrayBuffer>;
interface GcmParameters {
  readonly name: 'AES-GCM';
  readonly iv: Bytes;
  readonly additionalData: Bytes;
}

/** The part of WebCrypto's `crypto.subtle` that is used. */
export interface Subtle<Key> {
  importKey(
    format: 'raw',
    key: Bytes,
    algorithm: 'AES-GCM',
    extractable: boolean,
    usages: ('encrypt' | 'decrypt')[],
  ): Promise<Key>;
  encrypt(parameters: GcmParameters, key: Key, data: Bytes): Promise<ArrayBuffer>;
  decrypt(parameters: GcmParameters, key: Key, data: Bytes): Promise<ArrayBuffer>;
}

const owned = (bytes: Uint8Array): Bytes => bytes as Bytes;

/** AES-GCM of a browser or of Node; keys are imported once. */
export const webAesGcm = <Key>(subtle: Subtle<Key>): AesGcm => {
  const imported = new Map<string, Promise<Key>>();
  const keyOf = (key: Uint8Array): Promise<Key> => {
    const name = key.join();
    const known = imported.get(name);
    if (known !== undefined) return known;
    const made = subtle.importKey('raw', owned(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
    imported.set(name, made);
    return made;
  };
  const parameters = (nonce: Uint8Array, beside: Uint8Array): GcmParameters => ({
    name: 'AES-GCM',
    iv: owned(nonce),
    additionalData: owned(beside),
  });
  return {
    seal: async (key, nonce, plain, beside) =>
      new Uint8Array(
        await subtle.encrypt(parameters(nonce, beside), await keyOf(key), owned(plain)),
      ),
    open: async (key, nonce, sealed, beside) => {
      if (sealed.length < 16) return null;
      try {
        return new Uint8Array(
          await subtle.decrypt(parameters(nonce, beside), await keyOf(key), owned(sealed)),
        );
      } catch (error) {
        // What WebCrypto says of a tag that does not fit.
        if (error instanceof Error && error.name === 'OperationError') return null;
        throw error;
      }
    },
  };
};
