import { scryptAsync } from '@noble/hashes/scrypt.js';

/**
 * A door in front of the screen. It keeps out who picks up the device while Zonula is closed; it does not seal what is kept, which the device's own
 * lock has to do.
 */
export type Lock =
  | { readonly kind: 'code'; readonly salt: string; readonly hash: string }
  | { readonly kind: 'passkey'; readonly id: string };

const key = 'zonula-lock';
const triesKey = 'zonula-lock-tries';
export const shortestCode = 4;
const freeTries = 5;
const waitMs = 30_000;

const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array((hex.match(/../gu) ?? []).map((pair) => Number.parseInt(pair, 16)));
const random = (length: number): Uint8Array<ArrayBuffer> =>
  crypto.getRandomValues(new Uint8Array(length));

export const readLock = (): Lock | null => {
  const text = localStorage.getItem(key);
  return text === null ? null : (JSON.parse(text) as Lock);
};

export const removeLock = (): void => {
  localStorage.removeItem(key);
  localStorage.removeItem(triesKey);
};

const keep = (lock: Lock): void => localStorage.setItem(key, JSON.stringify(lock));

/** 16 MiB and about a tenth of a second, so that trying all short codes takes long. */
const hashOf = async (code: string, salt: string): Promise<string> =>
  hexOf(
    await scryptAsync(code.normalize('NFKC'), bytesOf(salt), { N: 2 ** 14, r: 8, p: 1, dkLen: 32 }),
  );

export const lockWithCode = async (code: string): Promise<void> => {
  const salt = hexOf(random(16));
  keep({ kind: 'code', salt, hash: await hashOf(code, salt) });
};

interface Tries {
  readonly count: number;
  /** Milliseconds since 1970 before which no further try counts. */
  readonly until: number;
}

const readTries = (): Tries =>
  JSON.parse(localStorage.getItem(triesKey) ?? '{"count":0,"until":0}') as Tries;

/** Seconds to wait before the next try; 0 for none. */
export const waitSeconds = (now = Date.now()): number =>
  Math.max(0, Math.ceil((readTries().until - now) / 1000));

/** Whether the code opens; after five wrong ones each further try has to wait. */
export const opensWithCode = async (
  { salt, hash }: Extract<Lock, { kind: 'code' }>,
  code: string,
): Promise<boolean> => {
  if (waitSeconds() > 0) return false;
  if ((await hashOf(code, salt)) === hash) {
    localStorage.removeItem(triesKey);
    return true;
  }
  const count = readTries().count + 1;
  const until = count >= freeTries ? Date.now() + waitMs : 0;
  localStorage.setItem(triesKey, JSON.stringify({ count, until }));
  return false;
};

/** Whether this device can open by its own lock: a finger, a face, a PIN. Not on an address that is only a number. */
export const hasPasskeys = async (): Promise<boolean> =>
  window.isSecureContext &&
  'PublicKeyCredential' in window &&
  !/^[\d.]+$|:/u.test(location.hostname) &&
  (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable());

/** Makes a passkey for this device. Throws `NotAllowedError` when the person says no. */
export const lockWithPasskey = async (): Promise<void> => {
  const made = (await navigator.credentials.create({
    publicKey: {
      challenge: random(32),
      rp: { name: 'Zonula' },
      user: { id: random(16), name: 'Zonula', displayName: 'Zonula' },
      pubKeyCredParams: [
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
      authenticatorSelection: {
        authenticatorAttachment: 'platform',
        userVerification: 'required',
        residentKey: 'discouraged',
      },
      attestation: 'none',
    },
  })) as PublicKeyCredential;
  keep({ kind: 'passkey', id: hexOf(new Uint8Array(made.rawId)) });
};

/** Byte of the authenticator's data whose third bit says that it knew the person. */
const flagsAt = 32;
const verified = 4;

export const opensWithPasskey = async ({
  id,
}: Extract<Lock, { kind: 'passkey' }>): Promise<boolean> => {
  try {
    const shown = (await navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        allowCredentials: [{ type: 'public-key', id: bytesOf(id) }],
        userVerification: 'required',
      },
    })) as PublicKeyCredential;
    const { authenticatorData } = shown.response as AuthenticatorAssertionResponse;
    return ((new Uint8Array(authenticatorData)[flagsAt] ?? 0) & verified) !== 0;
  } catch (error) {
    // Said no, took too long, or the device has no such key any more: it does not open.
    if (error instanceof DOMException) return false;
    throw error;
  }
};
