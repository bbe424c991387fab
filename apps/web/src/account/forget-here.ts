import { Refused, Unreachable } from '../api/ask.ts';
import { signOut } from './session.ts';
import { isMarked } from './session-store.ts';
import { forgetSharing } from './sharing/device-store.ts';

/** Signs out and forgets the keys for sharing of this device. Without a network the session ends by itself later. */
export const forgetHere = async (): Promise<void> => {
  await forgetSharing();
  if (!isMarked()) return;
  await signOut().catch((failure: unknown) => {
    if (!(failure instanceof Unreachable || failure instanceof Refused)) throw failure;
  });
};
