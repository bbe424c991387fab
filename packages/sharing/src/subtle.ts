/** A key that WebCrypto keeps; its bytes may be out of reach. */
export interface OpaqueKey {
  readonly type: string;
}

type Usage = 'deriveBits' | 'sign' | 'encrypt' | 'decrypt';
type Bytes = Uint8Array<ArrayBuffer>;

interface Algorithm {
  readonly name: string;
}
interface Gcm extends Algorithm {
  readonly iv: Bytes;
  readonly additionalData: Bytes;
}
const ecdh = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** As much of WebCrypto as sealing needs; in a browser `crypto.subtle`, in Node `webcrypto.subtle`. */
export interface Subtle {
  digest(algorithm: string, data: Bytes): Promise<ArrayBuffer>;
  generateKey(algorithm: typeof ecdh, extractable: boolean, usages: Usage[]): Promise<unknown>;
  importKey(
    format: 'raw',
    data: Bytes,
    algorithm: Algorithm,
    extractable: boolean,
    usages: Usage[],
  ): Promise<unknown>;
  exportKey(format: 'raw', key: OpaqueKey): Promise<unknown>;
  deriveBits(
    algorithm: Algorithm & { readonly public: OpaqueKey },
    key: OpaqueKey,
    bits: number,
  ): Promise<ArrayBuffer>;
  sign(algorithm: string, key: OpaqueKey, data: Bytes): Promise<ArrayBuffer>;
  encrypt(algorithm: Gcm, key: OpaqueKey, data: Bytes): Promise<ArrayBuffer>;
  decrypt(algorithm: Gcm, key: OpaqueKey, data: Bytes): Promise<ArrayBuffer>;
}

/** A key pair on P-256. The private key cannot be read out, not even by the page that made it. */
export interface SharingKeys {
  /** Uncompressed point, 65 bytes. */
  readonly publicKey: Uint8Array;
  /** For ECDH; a browser keeps it in IndexedDB as it is. */
  readonly privateKey: OpaqueKey;
}

export const publicKeyLength = 65;

/** WebCrypto takes no bytes on shared memory. */
export const owned = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

/** Makes a key pair of its own for whoever shares or is shared with. */
export const createSharingKeys = async (subtle: Subtle): Promise<SharingKeys> => {
  const pair = (await subtle.generateKey(ecdh, false, ['deriveBits'])) as {
    readonly publicKey: OpaqueKey;
    readonly privateKey: OpaqueKey;
  };
  const raw = (await subtle.exportKey('raw', pair.publicKey)) as ArrayBuffer;
  return { publicKey: new Uint8Array(raw), privateKey: pair.privateKey };
};

/** The shared x-coordinate, 32 bytes. Throws when `publicKey` is no point of the curve. */
export const diffieHellman = async (
  subtle: Subtle,
  privateKey: OpaqueKey,
  publicKey: Uint8Array,
): Promise<Uint8Array> => {
  const point = await subtle.importKey('raw', owned(publicKey), ecdh, true, []);
  return new Uint8Array(
    await subtle.deriveBits({ name: 'ECDH', public: point as OpaqueKey }, privateKey, 256),
  );
};
