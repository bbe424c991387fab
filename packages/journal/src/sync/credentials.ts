import { readCode } from './code.ts';
import type { SyncEffects } from './effects.ts';
import { derive, type Identity, identityOf, idOf, publicOf } from './keys.ts';
import type { Credential } from './ports.ts';
import { secretOfWords } from './words.ts';

/** The key of this identity with its name. */
export const credential = (identity: Identity): Credential => ({
  id: idOf(publicOf(identity).sign),
  identity,
});

export const newCredential = ({ randomBytes }: SyncEffects): Credential =>
  credential(identityOf(randomBytes(32)));

/** The recovery key of the words. Throws `RangeError` for words that are none: ask `secretOfWords` first. */
export const recoveryOf = (words: string): Identity => {
  const secret = secretOfWords(words);
  if (!(secret instanceof Uint8Array)) throw new RangeError('no recovery words');
  return identityOf(derive(secret, 'recovery'));
};

export const credentialOfWords = (words: string): Credential => credential(recoveryOf(words));

/** Throws `RangeError` for what is no code: ask `readCode` first. */
export const codeSecret = (code: string): Uint8Array => {
  const plain = readCode(code);
  if (plain === null) throw new RangeError('no code');
  return derive(new TextEncoder().encode(plain), 'invite');
};

export const credentialOfCode = (code: string): Credential =>
  credential(identityOf(codeSecret(code)));
