import { fromBase64, toBase64 } from '../base64.ts';
import { readCode } from './code.ts';
import type { SyncEffects } from './effects.ts';
import { type ExchangeOptions, exchange, giveSnapshot, type SyncContext } from './exchange.ts';
import { SyncFailure } from './failure.ts';
import {
  derive,
  type Identity,
  identityOf,
  idOf,
  openWith,
  publicOf,
  sealTo,
  sealWith,
} from './keys.ts';
import { beginLog, epochPurpose, followControl, keysOf, type LogState } from './log.ts';
import {
  acceptance,
  applyControl,
  type ControlDraft,
  type Membership,
  textOfIdentity,
  writeControl,
} from './membership.ts';
import type { Credential, Pin, SyncState } from './ports.ts';
import { makeWords, secretOfWords } from './words.ts';

const labelPurpose = 'zonula label 1';
const invitePurpose = 'zonula invite 1';
const mostAttempts = 6;
/** Bytes of UTF-8. */
const mostLabel = 63;

const credential = (identity: Identity): Credential => ({
  id: idOf(publicOf(identity).sign),
  identity,
});

export const newCredential = ({ randomBytes }: SyncEffects): Credential =>
  credential(identityOf(randomBytes(32)));

/** The recovery key of the words. Throws `RangeError` for words that are none: ask `secretOfWords` first. */
const recoveryOf = (words: string): Identity => {
  const secret = secretOfWords(words);
  if (!(secret instanceof Uint8Array)) throw new RangeError('no recovery words');
  return identityOf(derive(secret, 'recovery'));
};

export const credentialOfWords = (words: string): Credential => credential(recoveryOf(words));

const codeSecret = (code: string): Uint8Array => {
  const plain = readCode(code);
  if (plain === null) throw new RangeError('no code');
  return derive(new TextEncoder().encode(plain), 'invite');
};

export const credentialOfCode = (code: string): Credential =>
  credential(identityOf(codeSecret(code)));

/** The beginning of the label, in as many bytes as any other. */
const sealLabel = async (effects: SyncEffects, key: Uint8Array, label: string): Promise<string> => {
  let text = label.trim();
  while (new TextEncoder().encode(text).length > mostLabel) text = [...text].slice(0, -1).join('');
  const encoded = new TextEncoder().encode(text);
  const bytes = new Uint8Array(mostLabel + 1);
  bytes[0] = encoded.length;
  bytes.set(encoded, 1);
  return toBase64(await sealWith(effects, key, bytes, labelPurpose));
};

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

const wrapsFor = async (
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

/** Begins to sync: a new log with this device in it. Gives back the recovery words, which are kept nowhere. */
export const startSync = async (
  { effects, store, relay }: SyncContext,
  label: string,
): Promise<readonly string[]> => {
  if ((await store.load()) !== null) throw new SyncFailure('refused', 'sync is on already');
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

const again = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SyncFailure && error.code === 'busy') || attempt === mostAttempts)
        throw error;
    }
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

/** What an invitation tells whoever knows its code, and nobody else can have made. */
interface Told {
  readonly owner: string;
  readonly key: string;
  /** How far the inviting device had seen the log, its hash there, and the last change of devices. */
  readonly seq: number;
  readonly head: string;
  readonly control: string;
}

/** A code for one more device, which the relay keeps for a quarter of an hour. */
export const invite = async (
  context: SyncContext,
  makeCode: (randomBytes: SyncEffects['randomBytes']) => string,
): Promise<string> => {
  const { effects } = context;
  const code = makeCode(effects.randomBytes);
  const secret = codeSecret(code);
  const { sign } = publicOf(identityOf(secret));
  await changeDevices(context, async ({ log }) => {
    const { membership, keys, owner, seq, head } = log;
    const told: Told = { owner, key: toBase64(keys.at(-1)!), seq, head, control: membership.head };
    const plain = new TextEncoder().encode(JSON.stringify(told));
    const sealed = toBase64(await sealWith(effects, derive(secret, 'seal'), plain, invitePurpose));
    return { kind: 'invite', sign: toBase64(sign), sealed };
  });
  return code;
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
    const plain = await openWith(
      effects,
      derive(secret, 'seal'),
      fromBase64(own.sealed)!,
      invitePurpose,
    );
    if (plain === null) throw new SyncFailure('forged', 'the invitation');
    const {
      key: last,
      control,
      seq,
      head,
      ...told
    } = JSON.parse(new TextDecoder().decode(plain)) as Told;
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

const stateOf = async ({ store }: SyncContext): Promise<SyncState> => {
  const state = await store.load();
  if (state === null) throw new SyncFailure('unknown', 'sync is off');
  return state;
};

/** Makes one change of devices on top of everything that is known; looks and tries again when somebody was faster. */
const changeDevices = async (
  context: SyncContext,
  draft: (state: SyncState) => Promise<ControlDraft>,
  options: ExchangeOptions = {},
): Promise<SyncState> => {
  const { relay } = context;
  await again(async () => {
    await exchange(context, options);
    const state = await stateOf(context);
    const { log, self } = state;
    const row = writeControl(log.membership, await draft(state), self.identity);
    await relay.change(log.owner, row, self);
  });
  await exchange(context, options);
  return stateOf(context);
};

/**
 * A new key for all that comes, which devices that are `removed` do not get, nor anybody who knows only older recovery words
 * when there are new ones.
 */
const rotateWith = async (
  context: SyncContext,
  removed: readonly string[],
  recovery: Identity | null,
): Promise<void> => {
  const { effects } = context;
  const state = await changeDevices(context, async ({ log }) => {
    const { membership, keys, owner } = log;
    const key = effects.randomBytes(32);
    const epoch = membership.epoch + 1;
    const stay = membership.devices.filter(({ id, active }) => active && !removed.includes(id));
    const accepted = recovery === null ? null : acceptance(recovery, membership);
    const names = accepted ?? membership.recovery;
    const to = [...stay, { ...names, id: idOf(fromBase64(names.sign)!) }];
    const before = await sealWith(effects, key, keys.at(-1)!, epochPurpose(owner, epoch - 1));
    return {
      kind: 'rotate',
      epoch,
      removed,
      wraps: await wrapsFor(
        effects,
        { owner, epoch },
        key,
        to.map(({ id, box }) => ({ id, box: fromBase64(box)! })),
      ),
      before: toBase64(before),
      ...(accepted === null ? {} : { recovery: accepted }),
    };
  });
  // A snapshot of a device that left is believed no longer.
  if (removed.length > 0 && state.base > 0) await giveSnapshot(context, state);
};

/** Takes devices out: they read nothing of what comes after. */
export const revokeDevices = (context: SyncContext, ids: readonly string[]): Promise<void> =>
  rotateWith(context, ids, null);

export const rotateKey = (context: SyncContext): Promise<void> => rotateWith(context, [], null);

/** New recovery words; the old ones open nothing from now on. */
export const renewWords = async (context: SyncContext): Promise<readonly string[]> => {
  const words = makeWords(context.effects.randomBytes);
  await rotateWith(context, [], recoveryOf(words.join(' ')));
  return words;
};

export interface DeviceView {
  readonly id: string;
  /** What the person calls it. */
  readonly label: string;
  readonly isThis: boolean;
  readonly active: boolean;
}

/** Devices in the order of joining, as far as this device has seen. */
export const devicesOf = async (context: SyncContext): Promise<readonly DeviceView[]> => {
  const { log, self } = await stateOf(context);
  return Promise.all(
    log.membership.devices.map(async ({ id, label, epoch, active }) => {
      const sealed = fromBase64(label)!;
      const plain = await openWith(context.effects, log.keys[epoch - 1]!, sealed, labelPurpose);
      const text = plain === null ? '' : new TextDecoder().decode(plain.slice(1, 1 + plain[0]!));
      return { id, label: text, isThis: id === self.id, active };
    }),
  );
};
