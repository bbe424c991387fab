import { fromBase64, toBase64 } from '../base64.ts';
import { again } from './busy.ts';
import { type SyncContext, stateOf } from './context.ts';
import { codeSecret, recoveryOf } from './credentials.ts';
import type { SyncEffects } from './effects.ts';
import { epochPurpose, wrapsFor } from './epochs.ts';
import { exchange } from './exchange.ts';
import { SyncFailure } from './failure.ts';
import { sealInvitation } from './invitation.ts';
import { type Identity, identityOf, idOf, publicOf, sealWith } from './keys.ts';
import { acceptance, type ControlDraft, mostInvites, writeControl } from './membership.ts';
import type { SyncState } from './ports.ts';
import { giveSnapshot } from './snapshot-exchange.ts';
import { makeWords } from './words.ts';

/** Makes one change of devices on top of everything that is known; looks and tries again when somebody was faster. */
const changeDevices = (
  context: SyncContext,
  draft: (state: SyncState) => Promise<ControlDraft>,
): Promise<void> =>
  again(async () => {
    await exchange(context);
    const state = await stateOf(context);
    const { log, self } = state;
    const row = writeControl(log.membership, await draft(state), self.identity);
    await context.relay.change(log.owner, row, self);
  });

/** Looks at what was changed. The change is made: what fails here is kept with the state, and is tried again by every exchange. */
const lookAfter = async (context: SyncContext): Promise<void> => {
  try {
    await exchange(context);
  } catch (error) {
    if (!(error instanceof SyncFailure)) throw error;
  }
};

/** A code for one more device, which the relay keeps for a quarter of an hour. */
export const invite = async (
  context: SyncContext,
  makeCode: (randomBytes: SyncEffects['randomBytes']) => string,
): Promise<string> => {
  const { effects } = context;
  const { log: before } = await stateOf(context);
  // A new key voids the codes that nobody used.
  if (before.membership.invites.length >= mostInvites) await rotateKey(context);
  const code = makeCode(effects.randomBytes);
  const secret = codeSecret(code);
  const { sign } = publicOf(identityOf(secret));
  await changeDevices(context, async ({ log }) => {
    const { membership, keys, owner, seq, head } = log;
    const key = toBase64(keys.at(-1)!);
    const told = { owner, key, seq, head, control: membership.head };
    const sealed = await sealInvitation(effects, secret, told);
    return { kind: 'invite', sign: toBase64(sign), sealed };
  });
  await lookAfter(context);
  return code;
};

/**
 * A new key for all that comes, which devices that are `removed` do not get, nor anybody who knows only older recovery words
 * when there are new ones.
 */
const rotateWith = (
  context: SyncContext,
  removed: readonly string[],
  recovery: Identity | null,
): Promise<void> => {
  const { effects } = context;
  return changeDevices(context, async ({ log }) => {
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
};

/** Takes devices out: they read nothing of what comes after. */
export const revokeDevices = async (
  context: SyncContext,
  ids: readonly string[],
): Promise<void> => {
  await rotateWith(context, ids, null);
  await exchange(context);
  const state = await stateOf(context);
  // A snapshot of a device that left is believed no longer.
  if (state.base > 0) await giveSnapshot(context, state);
};

export const rotateKey = async (context: SyncContext): Promise<void> => {
  await rotateWith(context, [], null);
  await exchange(context);
};

/** New recovery words; the old ones open nothing from now on. */
export const renewWords = async (context: SyncContext): Promise<readonly string[]> => {
  const words = makeWords(context.effects.randomBytes);
  const recovery = recoveryOf(words.join(' '));
  try {
    await rotateWith(context, [], recovery);
  } catch (error) {
    if (!(error instanceof SyncFailure && error.code === 'away')) throw error;
    // The change may have been made and only the answer lost: then these are the words, and they are shown nowhere else.
    await exchange(context);
    const { log } = await stateOf(context);
    if (log.membership.recovery.id !== idOf(publicOf(recovery).sign)) throw error;
  }
  await lookAfter(context);
  return words;
};
