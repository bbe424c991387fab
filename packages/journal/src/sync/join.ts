import { fromBase64 } from '../base64.ts';
import { again } from './busy.ts';
import type { SyncContext } from './context.ts';
import {
  codeSecret,
  credential,
  credentialOfWords,
  newCredential,
  recoveryOf,
} from './credentials.ts';
import type { SyncEffects } from './effects.ts';
import { epochPurpose, keysOf, wrapsFor } from './epochs.ts';
import { SyncFailure } from './failure.ts';
import { openInvitation } from './invitation.ts';
import { identityOf, idOf, openWith, publicOf } from './keys.ts';
import { sealLabel } from './label.ts';
import { beginLog, followControl, type LogState } from './log.ts';
import { applyControl, type Membership, textOfIdentity, writeControl } from './membership.ts';
import type { Credential, Pin, SyncState } from './ports.ts';
import { makeWords } from './words.ts';

const deviceWith = async (
  effects: SyncEffects,
  { identity }: Credential,
  key: Uint8Array,
  label: string,
) => ({ ...textOfIdentity(publicOf(identity)), label: await sealLabel(effects, key, label) });

const newState = (self: Credential, log: LogState, pin: Pin | null): SyncState => ({
  ...{ self, log, pin },
  ...{ pending: [], base: 0, snapshotAt: 0, syncedAt: null, failure: null },
});

const isOnAlready = (): SyncFailure => new SyncFailure('refused', 'sync is on already');

/** Begins to sync: a new log with this device in it. Gives back the recovery words, which are kept nowhere. */
export const startSync = async (
  { effects, store, relay }: SyncContext,
  label: string,
): Promise<readonly string[]> => {
  if ((await store.load()) !== null) throw isOnAlready();
  const words = makeWords(effects.randomBytes);
  const recovery = recoveryOf(words.join(' '));
  const self = newCredential(effects);
  const key = effects.randomBytes(32);
  const names = publicOf(recovery);
  const owner = idOf(names.sign);
  const row = writeControl(
    null,
    {
      kind: 'start',
      recovery: textOfIdentity(names),
      device: await deviceWith(effects, self, key, label),
      wraps: await wrapsFor(effects, { owner, epoch: 1 }, key, [
        { id: self.id, box: publicOf(self.identity).box },
        { id: owner, box: names.box },
      ]),
    },
    recovery,
  );
  const membership = applyControl(null, row);
  if (typeof membership === 'string') throw new Error(`a first row that is ${membership}`);
  await relay.create(row, credential(recovery));
  await store.save(newState(self, beginLog(membership, row, key), null));
  return words;
};

interface Known {
  readonly membership: Membership;
  /** Hashes of every change of devices. */
  readonly heads: ReadonlySet<string>;
}

/** What a key that may join opens: all keys, and how far somebody who is trusted had seen the log. */
interface Opened {
  readonly keys: readonly Uint8Array[];
  readonly pin: Pin | null;
}

/** What every change of devices so far makes, and the first row. */
const lookAt = async (
  { relay }: SyncContext,
  owner: string,
  as: Credential,
): Promise<Known & { readonly first: Uint8Array }> => {
  const { rows } = await relay.changes(owner, as);
  let membership: Membership | null = null;
  const heads = new Set<string>();
  for (const { bytes } of rows) {
    membership = followControl(membership, bytes);
    heads.add(membership.head);
  }
  if (membership === null || membership.owner !== owner)
    throw new SyncFailure('forged', 'the first row');
  return { membership, heads, first: rows[0]!.bytes };
};

/** Adds this device by a key that may do so, and keeps the log from its first row on. */
const joinAs = async (
  context: SyncContext,
  as: Credential,
  label: string,
  open: (known: Known) => Promise<Opened>,
  owner: string,
): Promise<void> => {
  const { effects, relay, store } = context;
  if ((await store.load()) !== null) throw isOnAlready();
  const self = newCredential(effects);
  await again(async () => {
    const { first, ...known } = await lookAt(context, owner, as);
    const { membership } = known;
    const { keys, pin } = await open(known);
    const device = await deviceWith(effects, self, keys[membership.epoch - 1]!, label);
    await relay.change(owner, writeControl(membership, { kind: 'join', device }, as.identity), as);
    const start = followControl(null, first);
    await store.save(newState(self, { ...beginLog(start, first, keys[0]!), keys }, pin));
  });
};

/** Joins with the recovery words, then takes in everything. Throws `SyncFailure` (`unknown`) when the relay does not know them. */
export const joinByWords = async (
  context: SyncContext,
  words: string,
  label: string,
): Promise<void> => {
  const { effects, relay } = context;
  const as = credentialOfWords(words);
  const owner = await relay.find(as);
  // Only who knows the words could make the row that names their key: start is signed by it, and later ones accepted by it.
  const open = async ({ membership }: Known): Promise<Opened> => {
    if (membership.recovery.id !== as.id)
      throw new SyncFailure('unknown', 'these words are no longer in use');
    return { keys: await keysOf(effects, membership, as.identity, as.id), pin: null };
  };
  await joinAs(context, as, label, open, owner);
};

/** Joins with a code of another device. */
export const joinByCode = async (
  context: SyncContext,
  code: string,
  label: string,
): Promise<void> => {
  const { effects, relay } = context;
  const secret = codeSecret(code);
  const as = credential(identityOf(secret));
  const owner = await relay.find(as);
  const open = async ({ membership, heads }: Known): Promise<Opened> => {
    const own = membership.invites.find(({ id }) => id === as.id);
    if (own === undefined) throw new SyncFailure('unknown', 'this code');
    const told = await openInvitation(effects, secret, own.sealed);
    if (told === null) throw new SyncFailure('forged', 'the invitation');
    const { key: last, control, seq, head } = told;
    if (told.owner !== owner || !heads.has(control))
      throw new SyncFailure('forked', 'the invitation of another log');
    const keys = [fromBase64(last)!];
    for (let earlier = membership.epoch - 1; earlier >= 1; earlier--) {
      const sealed = fromBase64(membership.before[earlier - 1]!)!;
      const key = await openWith(effects, keys[0]!, sealed, epochPurpose(owner, earlier));
      if (key === null) throw new SyncFailure('forged', `the key of epoch ${earlier}`);
      keys.unshift(key);
    }
    return { keys, pin: { seq, head } };
  };
  await joinAs(context, as, label, open, owner);
};
