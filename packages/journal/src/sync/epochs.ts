import { fromBase64, toBase64 } from '../base64.ts';
import type { SyncEffects } from './effects.ts';
import { SyncFailure } from './failure.ts';
import { type Identity, openFrom, openWith, sealTo } from './keys.ts';
import type { Membership } from './membership.ts';

/** What the key of an epoch is sealed for. */
export const epochPurpose = (owner: string, epoch: number): string =>
  `zonula epoch 1 ${owner} ${epoch}`;

/** All keys of a membership, from the one that is sealed to this identity. Throws `SyncFailure`: `removed` when there is none, `forged`. */
export const keysOf = async (
  effects: SyncEffects,
  { owner, epoch, wraps, before }: Membership,
  identity: Pick<Identity, 'box'>,
  id: string,
): Promise<Uint8Array[]> => {
  const wrap = wraps.find(({ to }) => to === id);
  if (wrap === undefined) throw new SyncFailure('removed');
  const key = await openFrom(effects, identity, fromBase64(wrap.key)!, epochPurpose(owner, epoch));
  if (key === null) throw new SyncFailure('forged', `the key of epoch ${epoch}`);
  const keys = [key];
  for (let earlier = epoch - 1; earlier >= 1; earlier--) {
    const sealed = fromBase64(before[earlier - 1]!)!;
    const opened = await openWith(effects, keys[0]!, sealed, epochPurpose(owner, earlier));
    if (opened === null) throw new SyncFailure('forged', `the key of epoch ${earlier}`);
    keys.unshift(opened);
  }
  return keys;
};

/** The key of an epoch, sealed to each of these. */
export const wrapsFor = async (
  effects: SyncEffects,
  { owner, epoch }: Pick<Membership, 'owner' | 'epoch'>,
  key: Uint8Array,
  to: readonly { readonly id: string; readonly box: Uint8Array }[],
) =>
  Promise.all(
    to.map(async ({ id, box }) => ({
      to: id,
      key: toBase64(await sealTo(effects, box, key, epochPurpose(owner, epoch))),
    })),
  );

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, k) => byte === b[k]);

/** The keys that this device has, or those of a later membership that go on from them. Throws `SyncFailure`: `removed`, `forged`. */
export const keysAfter = async (
  effects: SyncEffects,
  keys: readonly Uint8Array[],
  membership: Membership,
  self: { readonly id: string; readonly identity: Pick<Identity, 'box'> },
): Promise<readonly Uint8Array[]> => {
  if (membership.epoch <= keys.length) return keys;
  const all = await keysOf(effects, membership, self.identity, self.id);
  if (!keys.every((key, k) => sameBytes(key, all[k]!)))
    throw new SyncFailure('forged', 'keys that differ from earlier ones');
  return all;
};
