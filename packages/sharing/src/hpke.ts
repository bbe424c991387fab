// Hybrid Public Key Encryption, RFC 9180: mode_auth, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, one message a
// key. Whoever opens it knows that the holder of the sender's key has sealed it.
import {
  diffieHellman,
  type OpaqueKey,
  owned,
  publicKeyLength,
  type SharingKeys,
  type Subtle,
} from './subtle.ts';

const modeAuth = 2;
const tagLength = 16;
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const empty = new Uint8Array(0);

export const concat = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const kemSuite = concat(text('KEM'), Uint8Array.of(0, 0x10));
const hpkeSuite = concat(text('HPKE'), Uint8Array.of(0, 0x10, 0, 1, 0, 1));

const hmac = async (subtle: Subtle, key: Uint8Array, data: Uint8Array): Promise<Uint8Array> => {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await subtle.importKey('raw', owned(key), algorithm, false, ['sign']);
  return new Uint8Array(await subtle.sign('HMAC', imported as OpaqueKey, owned(data)));
};

/** Section 4, LabeledExtract. An empty salt is 32 zeros (RFC 5869, 2.2). */
const extract = (
  subtle: Subtle,
  suite: Uint8Array,
  salt: Uint8Array,
  label: string,
  material: Uint8Array,
): Promise<Uint8Array> =>
  hmac(
    subtle,
    salt.length === 0 ? new Uint8Array(32) : salt,
    concat(text('HPKE-v1'), suite, text(label), material),
  );

/** Section 4, LabeledExpand, for at most one block of 32 bytes. */
const expand = async (
  subtle: Subtle,
  suite: Uint8Array,
  secret: Uint8Array,
  label: string,
  info: Uint8Array,
  length: number,
): Promise<Uint8Array> => {
  const labelled = concat(
    Uint8Array.of(0, length),
    text('HPKE-v1'),
    suite,
    text(label),
    info,
    Uint8Array.of(1),
  );
  return (await hmac(subtle, secret, labelled)).subarray(0, length);
};

/** What both sides derive from the two agreements (sections 4.1 and 5.1). */
const keySchedule = async (
  subtle: Subtle,
  agreed: Uint8Array,
  kemContext: Uint8Array,
  info: Uint8Array,
): Promise<{ readonly key: Uint8Array; readonly nonce: Uint8Array }> => {
  const eaePrk = await extract(subtle, kemSuite, empty, 'eae_prk', agreed);
  const shared = await expand(subtle, kemSuite, eaePrk, 'shared_secret', kemContext, 32);
  const context = concat(
    Uint8Array.of(modeAuth),
    await extract(subtle, hpkeSuite, empty, 'psk_id_hash', empty),
    await extract(subtle, hpkeSuite, empty, 'info_hash', info),
  );
  const secret = await extract(subtle, hpkeSuite, shared, 'secret', empty);
  return {
    key: await expand(subtle, hpkeSuite, secret, 'key', context, 16),
    nonce: await expand(subtle, hpkeSuite, secret, 'base_nonce', context, 12),
  };
};

const aesKey = async (
  subtle: Subtle,
  key: Uint8Array,
  usage: 'encrypt' | 'decrypt',
): Promise<OpaqueKey> =>
  (await subtle.importKey('raw', owned(key), { name: 'AES-GCM' }, false, [usage])) as OpaqueKey;

const gcm = (nonce: Uint8Array, aad: Uint8Array) => ({
  name: 'AES-GCM',
  iv: owned(nonce),
  additionalData: owned(aad),
});

export interface Message {
  readonly info: Uint8Array;
  /** Authenticated and not sealed. */
  readonly aad: Uint8Array;
}

/** The encapsulated key (65 bytes) and the ciphertext with its tag (16 more than `content`). */
export const sealTo = async (
  subtle: Subtle,
  { info, aad, content }: Message & { readonly content: Uint8Array },
  {
    ephemeral,
    sender,
    recipient,
  }: {
    /** Made for this message alone. */
    readonly ephemeral: SharingKeys;
    readonly sender: SharingKeys;
    readonly recipient: Uint8Array;
  },
): Promise<Uint8Array> => {
  const agreed = concat(
    await diffieHellman(subtle, ephemeral.privateKey, recipient),
    await diffieHellman(subtle, sender.privateKey, recipient),
  );
  const kemContext = concat(ephemeral.publicKey, recipient, sender.publicKey);
  const { key, nonce } = await keySchedule(subtle, agreed, kemContext, info);
  const algorithm = gcm(nonce, aad);
  const sealing = await aesKey(subtle, key, 'encrypt');
  const sealed = await subtle.encrypt(algorithm, sealing, owned(content));
  return concat(ephemeral.publicKey, new Uint8Array(sealed));
};

/** What `sealTo` sealed; throws whatever WebCrypto throws when anything of it is not as it was. */
export const openFrom = async (
  subtle: Subtle,
  { info, aad, sealed }: Message & { readonly sealed: Uint8Array },
  { sender, recipient }: { readonly sender: Uint8Array; readonly recipient: SharingKeys },
): Promise<Uint8Array> => {
  if (sealed.length < publicKeyLength + tagLength) throw new RangeError('too short');
  const encapsulated = sealed.subarray(0, publicKeyLength);
  const agreed = concat(
    await diffieHellman(subtle, recipient.privateKey, encapsulated),
    await diffieHellman(subtle, recipient.privateKey, sender),
  );
  const kemContext = concat(encapsulated, recipient.publicKey, sender);
  const { key, nonce } = await keySchedule(subtle, agreed, kemContext, info);
  const algorithm = gcm(nonce, aad);
  const opening = await aesKey(subtle, key, 'decrypt');
  const opened = await subtle.decrypt(algorithm, opening, owned(sealed.subarray(publicKeyLength)));
  return new Uint8Array(opened);
};
