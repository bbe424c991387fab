import { Refused, Unreachable } from '../api/ask.ts';
import type { Says } from '../i18n/room-words.ts';
import { PasskeyFailed } from './passkey.ts';
import type { AccountKey } from './words.ts';

const said: ReadonlyMap<string, AccountKey> = new Map([
  ['no-server', 'problem.no-server'],
  ['not-signed-in', 'problem.not-signed-in'],
  ['not-allowed', 'problem.not-allowed'],
  ['sign-in-again', 'problem.sign-in-again'],
  ['origin-unknown', 'problem.origin-unknown'],
  ['ceremony-ended', 'problem.ceremony-ended'],
  ['passkey-refused', 'problem.passkey-refused'],
  ['passkey-known', 'problem.passkey-known'],
  ['too-many-passkeys', 'problem.too-many-passkeys'],
  ['last-passkey', 'problem.last-passkey'],
  ['code-wrong', 'problem.code-wrong'],
  ['too-many', 'problem.too-many'],
  ['too-many-shares', 'problem.too-many-shares'],
  ['share-ended', 'problem.share-ended'],
  ['invalid', 'problem.invalid'],
]);

/** What a person is told of something that did not work. What nobody expected is thrown on. */
export const problemWords = (text: Says<AccountKey>, failure: unknown): string => {
  if (failure instanceof Unreachable) return text('problem.unreachable');
  if (failure instanceof PasskeyFailed) return text(`problem.passkey.${failure.reason}`);
  if (!(failure instanceof Refused)) throw failure;
  const key = said.get(failure.code);
  return key === undefined ? text('problem.other', { title: failure.message }) : text(key);
};
