import { fingerprintOf, openShare, ShareUnreadable } from '@zonula/sharing';
import { bytesOf } from '../../account/sharing/base64url.ts';
import { subtle } from '../../account/sharing/seal.ts';
import { type SealedShare, viewShared } from '../../account/sharing/server.ts';
import { clinicianKeys } from './clinician-keys.ts';

export { ShareUnreadable };

export interface OpenedShare extends Pick<SealedShare, 'id' | 'kind' | 'sealedAt' | 'expiresAt'> {
  readonly html: string;
  /** The letters of the key that sealed it. */
  readonly letters: string;
}

/** Asks for something that was shared, of which the person is told, and opens it on this device. Throws `ShareUnreadable`. */
export const openShared = async (account: string, id: string): Promise<OpenedShare> => {
  const { version, key, senderKey, sealed, ...about } = await viewShared(id);
  const recipient = await clinicianKeys(account, key);
  if (recipient === null) throw new ShareUnreadable();
  const sender = bytesOf(senderKey);
  const content = await openShare(
    subtle,
    { share: id, version, expiresAt: Date.parse(about.expiresAt) },
    bytesOf(sealed),
    { sender, recipient },
  );
  return {
    ...about,
    html: new TextDecoder().decode(content),
    letters: await fingerprintOf(subtle, sender),
  };
};
