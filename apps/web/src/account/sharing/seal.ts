import { createSharingKeys, type SharingKeys, type Subtle, sealShare } from '@zonula/sharing';
import { base64urlOf } from './base64url.ts';
import { forgetKeys, forgetLiveShare, keepKeys, keptKeys, liveShares } from './device-store.ts';

/** WebCrypto as sealing asks for it. */
export const subtle = crypto.subtle as unknown as Subtle;

const personName = (account: string): string => `person:${account}`;

/** The keys with which this device seals for an account; null before it has shared something. */
export const keptPersonKeys = (account: string): Promise<SharingKeys | null> =>
  keptKeys(personName(account));

/** The same, made when they are first needed. Each account has its own, so that keys do not tell that two are one person's. */
export const personKeys = async (account: string): Promise<SharingKeys> => {
  const kept = await keptPersonKeys(account);
  if (kept !== null) return kept;
  const keys = await createSharingKeys(subtle);
  await keepKeys(personName(account), keys);
  return keys;
};

/** Forgets with what an account sealed on this device, and what its live views show. */
export const forgetKeysOf = async (account: string): Promise<void> => {
  for (const share of await liveShares())
    if (share.account === account) await forgetLiveShare(share.id);
  await forgetKeys(personName(account));
};

/** What the server takes of one share. */
const mostBytes = 1024 * 1024;

/** The page is larger than what can be shared. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** A page sealed for one key, base64url. Throws `TooLarge`. */
export const sealPage = async (
  html: string,
  label: { readonly share: string; readonly version: number; readonly expiresAt: number },
  keys: { readonly sender: SharingKeys; readonly recipient: Uint8Array },
): Promise<string> => {
  const content = new TextEncoder().encode(html);
  const sealed = await sealShare(subtle, label, content, keys);
  if (sealed.length > mostBytes) throw new TooLarge();
  return base64urlOf(sealed);
};

/** SHA-256, so that a live view that says the same is not sent again. */
export const digestOf = async (text: string): Promise<string> =>
  base64urlOf(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
  );
