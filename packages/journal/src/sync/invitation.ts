import { fromBase64, toBase64 } from '../base64.ts';
import type { SyncEffects } from './effects.ts';
import { derive, openWith, sealWith } from './keys.ts';

const purpose = 'zonula invite 1';

/** What an invitation tells whoever knows its code, and nobody else can have made. */
export interface Invitation {
  readonly owner: string;
  /** Of the present epoch, in base 64. */
  readonly key: string;
  /** How far the inviting device had seen the log, its hash there, and the last change of devices. */
  readonly seq: number;
  readonly head: string;
  readonly control: string;
}

/** In base 64, under the secret of the code. */
export const sealInvitation = async (
  effects: SyncEffects,
  secret: Uint8Array,
  invitation: Invitation,
): Promise<string> => {
  const plain = new TextEncoder().encode(JSON.stringify(invitation));
  return toBase64(await sealWith(effects, derive(secret, 'seal'), plain, purpose));
};

/** Null when the code does not open it. */
export const openInvitation = async (
  effects: SyncEffects,
  secret: Uint8Array,
  sealed: string,
): Promise<Invitation | null> => {
  const key = derive(secret, 'seal');
  const plain = await openWith(effects, key, fromBase64(sealed)!, purpose);
  return plain === null ? null : (JSON.parse(new TextDecoder().decode(plain)) as Invitation);
};
