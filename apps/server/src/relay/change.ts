import {
  applyControl,
  type Control,
  hashOf,
  type Membership,
  readControl,
} from '@zonula/journal/sync';
import { Refusal } from '../clinic/refusal.ts';
import { dayOf } from '../db/day.ts';
import type { DatabaseTransaction } from '../db/tables.ts';
import { mostOwnerBytes, type RelayCaller, type RelayContext } from './context.ts';
import { bytesOf } from './push.ts';

/** How long a code lets a device in. */
const inviteMs = 15 * 60_000;
/** A change of devices is small: 64 devices, each with its key. */
const mostChangeBytes = 64 * 1024;
/** All changes of one log together: they are handed out at once, and stay when rows are let go. */
const mostChangesBytes = 8 * 2 ** 20;

const checked = (text: string): { readonly bytes: Buffer; readonly control: Control } => {
  const bytes = bytesOf(text);
  const control = bytes.length > mostChangeBytes ? null : readControl(bytes);
  if (control === null) throw new Refusal('row-refused');
  return { bytes, control };
};

/** What the keys of a log may do after a change; only what has changed is written. */
const writeKeys = async (
  transaction: DatabaseTransaction,
  before: Membership | null,
  { owner, recovery, devices, invites }: Membership,
  now: number,
): Promise<void> => {
  const added = [
    ...devices
      .filter(({ id }) => before?.devices.every((known) => known.id !== id) ?? true)
      .map(({ id }) => ({ id, kind: 'device' as const, expires_at: null })),
    ...(before?.recovery.id === recovery.id
      ? []
      : [{ id: recovery.id, kind: 'recovery' as const, expires_at: null }]),
    ...invites
      .filter(({ id }) => before?.invites.every((known) => known.id !== id) ?? true)
      .map(({ id }) => ({ id, kind: 'invite' as const, expires_at: new Date(now + inviteMs) })),
  ].map((key) => ({ owner, ...key }));
  const ended = devices.filter(({ active }) => !active).map(({ id }) => id);
  const gone = [
    ...(before?.recovery.id === recovery.id ? [] : [before?.recovery.id ?? '']),
    ...(before?.invites ?? [])
      .filter(({ id }) => invites.every((kept) => kept.id !== id))
      .map(({ id }) => id),
  ];
  if (gone.length > 0)
    await transaction
      .deleteFrom('relay.key')
      .where('owner', '=', owner)
      .where('id', 'in', gone)
      .execute();
  if (added.length > 0) {
    const kept = await transaction
      .insertInto('relay.key')
      .values(added)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    // A key that finds one log does not find another.
    if (kept.length < added.length) throw new Refusal('row-refused');
  }
  if (ended.length > 0)
    await transaction
      .updateTable('relay.key')
      .set({ ended: true })
      .where('owner', '=', owner)
      .where('id', 'in', ended)
      .execute();
};

/** Begins a log. Asked again with the same row, nothing changes. Refuses with `row-refused`. */
export const beginLog = async (
  { database, now }: RelayContext,
  key: string,
  text: string,
): Promise<void> => {
  const { bytes } = checked(text);
  const membership = applyControl(null, bytes);
  if (typeof membership === 'string' || membership.owner !== key) throw new Refusal('row-refused');
  const { owner } = membership;
  await database.transaction().execute(async (transaction) => {
    const made = await transaction
      .insertInto('relay.log')
      .values({
        owner,
        head: 1,
        size: bytes.length,
        membership: JSON.stringify(membership),
        manifest: null,
        used_on: dayOf(now()),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('owner')
      .execute();
    if (made.length === 0) {
      const first = await transaction
        .selectFrom('relay.row')
        .select('bytes')
        .where('owner', '=', owner)
        .where('seq', '=', 1)
        .executeTakeFirst();
      if (first === undefined || !bytes.equals(first.bytes)) throw new Refusal('row-refused');
      return;
    }
    const size = bytes.length;
    const row = { owner, seq: 1, device: null, device_seq: null, size, bytes };
    await transaction.insertInto('relay.row').values(row).execute();
    await writeKeys(transaction, null, membership, now());
  });
};

/**
 * Takes in a change of devices that the caller signed. The same one again changes nothing. Refuses with `log-behind` when
 * another came first, with `row-refused`, `log-full`, `log-unknown`, `device-removed`.
 */
export const changeDevices = async (
  { database, now }: RelayContext,
  { owner, key }: RelayCaller,
  text: string,
): Promise<void> => {
  const { bytes, control } = checked(text);
  if (control.by !== key || control.owner !== owner) throw new Refusal('row-refused');
  await database.transaction().execute(async (transaction) => {
    const log = await transaction
      .selectFrom('relay.log')
      .select(['head', 'size', 'membership'])
      .where('owner', '=', owner)
      .forUpdate()
      .executeTakeFirst();
    if (log === undefined) throw new Refusal('log-unknown');
    const before = log.membership as Membership;
    if (before.head === hashOf(bytes)) return;
    const known = await transaction
      .selectFrom('relay.key')
      .select(['ended', 'expires_at'])
      .where('owner', '=', owner)
      .where('id', '=', key)
      .executeTakeFirst();
    if (known === undefined) throw new Refusal('log-unknown');
    if (known.ended) throw new Refusal('device-removed');
    if (known.expires_at !== null && known.expires_at.getTime() <= now())
      throw new Refusal('log-unknown');
    const next = applyControl(before, bytes);
    if (next === 'place') throw new Refusal('log-behind');
    if (typeof next === 'string') throw new Refusal('row-refused');
    const { changes } = await transaction
      .selectFrom('relay.row')
      .select(({ fn }) => fn.sum<number>('size').as('changes'))
      .where('owner', '=', owner)
      .where('device', 'is', null)
      .executeTakeFirstOrThrow();
    if (
      log.size + bytes.length > mostOwnerBytes ||
      Number(changes) + bytes.length > mostChangesBytes
    )
      throw new Refusal('log-full');
    const seq = log.head + 1;
    await transaction
      .updateTable('relay.log')
      .set({
        head: seq,
        size: log.size + bytes.length,
        epoch: next.epoch,
        membership: JSON.stringify(next),
        used_on: dayOf(now()),
      })
      .where('owner', '=', owner)
      .execute();
    await transaction
      .insertInto('relay.row')
      .values({ owner, seq, device: null, device_seq: null, size: bytes.length, bytes })
      .execute();
    await writeKeys(transaction, before, next, now());
  });
};
