import { createSharingKeys, fingerprintOf, type SharingKeys } from '@zonula/sharing';
import { base64urlOf, bytesOf } from '../../account/sharing/base64url.ts';
import { forgetKeys, keepKeys, keptKeys } from '../../account/sharing/device-store.ts';
import { subtle } from '../../account/sharing/seal.ts';
import { readClinicians, sendClinicianKey } from '../../account/sharing/server.ts';
import { Refused } from '../../api/ask.ts';

const nameOf = (account: string, key: string): string => `clinician:${account}:${key}`;
/** Made here and perhaps not known to the server yet. */
const fresh = 'new';

export const clinicianKeys = (account: string, key: string): Promise<SharingKeys | null> =>
  keptKeys(nameOf(account, key));

export interface OwnKeyState {
  /** `here`: people seal for a key of this device. `elsewhere`: for one of another device. */
  readonly state: 'none' | 'here' | 'elsewhere';
  /** Of the key that people seal for. */
  readonly letters: string | null;
}

/** How it stands with the key that people seal for. */
export const ownKeyState = async (account: string): Promise<OwnKeyState> => {
  const own = (await readClinicians()).find((one) => one.account === account);
  if (own === undefined) return { state: 'none', letters: null };
  return {
    state: (await clinicianKeys(account, own.key)) === null ? 'elsewhere' : 'here',
    letters: await fingerprintOf(subtle, bytesOf(own.publicKey)),
  };
};

/**
 * Makes a key on this device, in the place of the one that people sealed for until now. It is kept before the server learns of
 * it; one whose answer was lost is sent again. Earlier keys of this device still open what was sealed for them.
 */
export const makeClinicianKey = async (account: string): Promise<void> => {
  const pending = await keptKeys(nameOf(account, fresh));
  const keys = pending ?? (await createSharingKeys(subtle));
  if (pending === null) await keepKeys(nameOf(account, fresh), keys);
  try {
    const id = await sendClinicianKey(base64urlOf(keys.publicKey));
    await keepKeys(nameOf(account, id), keys);
    await forgetKeys(nameOf(account, fresh));
  } catch (failure) {
    if (pending === null || !(failure instanceof Refused && failure.code === 'key-retired'))
      throw failure;
    // It had arrived, and another device made a newer one since.
    await forgetKeys(nameOf(account, fresh));
    await makeClinicianKey(account);
  }
};
