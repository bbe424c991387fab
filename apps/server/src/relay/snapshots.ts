import { sql } from 'kysely';
import { Refusal } from '../clinic/refusal.ts';
import { dayOf } from '../db/day.ts';
import type { DatabaseTransaction } from '../db/tables.ts';
import { mostOwnerBytes, type RelayCaller, type RelayContext } from './context.ts';
import { assertMember } from './look.ts';
import { base64Of } from './page.ts';
import { bytesOf } from './push.ts';

/** The log, kept from changing until the transaction ends; the caller is a device. */
const lockedFor = async (
  transaction: DatabaseTransaction,
  caller: RelayCaller,
  base: number,
  now: number,
) => {
  const log = await transaction
    .selectFrom('relay.log')
    .select(['head', 'base', 'size'])
    .where('owner', '=', caller.owner)
    .forUpdate()
    .executeTakeFirst();
  if (log === undefined) throw new Refusal('log-unknown');
  if ((await assertMember(transaction, caller, now)) !== 'device') throw new Refusal('log-unknown');
  if (base > log.head) throw new Refusal('row-refused');
  if (base < log.base) throw new Refusal('log-behind');
  return log;
};

/** Keeps one part of a snapshot that is being laid down; the same part again takes its place. */
export const putPart = async (
  { database, now }: RelayContext,
  caller: RelayCaller,
  {
    base,
    part,
    bytes: text,
  }: { readonly base: number; readonly part: number; readonly bytes: string },
): Promise<void> => {
  const bytes = bytesOf(text);
  const { owner, key: device } = caller;
  await database.transaction().execute(async (transaction) => {
    const log = await lockedFor(transaction, caller, base, now());
    const there = { owner, base, device };
    const before = await transaction
      .deleteFrom('relay.part')
      .where((row) => row.and({ ...there, part }))
      .returning(sql<number>`length(bytes)`.as('size'))
      .executeTakeFirst();
    const size = log.size - (before?.size ?? 0) + bytes.length;
    if (size > mostOwnerBytes) throw new Refusal('log-full');
    await transaction
      .insertInto('relay.part')
      .values({ ...there, part, bytes })
      .execute();
    await transaction.updateTable('relay.log').set({ size }).where('owner', '=', owner).execute();
  });
};

/**
 * The snapshot is whole: from now on it stands for the rows up to `base`, and those are let go but for changes of devices.
 * Refuses with `row-refused` when parts are missing and with `log-behind` when a later one is there.
 */
export const putManifest = async (
  { database, now }: RelayContext,
  caller: RelayCaller,
  {
    base,
    parts,
    bytes: text,
  }: { readonly base: number; readonly parts: number; readonly bytes: string },
): Promise<void> => {
  const manifest = bytesOf(text);
  const { owner, key: device } = caller;
  await database.transaction().execute(async (transaction) => {
    await lockedFor(transaction, caller, base, now());
    const own = { owner, base, device };
    const { count } = await transaction
      .selectFrom('relay.part')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where((row) => row.and(own))
      .where('part', '<', parts)
      .executeTakeFirstOrThrow();
    if (count !== parts) throw new Refusal('row-refused');
    await transaction
      .deleteFrom('relay.part')
      .where('owner', '=', owner)
      .where((row) =>
        row.or([row('base', '!=', base), row('device', '!=', device), row('part', '>=', parts)]),
      )
      .execute();
    await transaction
      .deleteFrom('relay.row')
      .where('owner', '=', owner)
      .where('seq', '<=', base)
      .where('device', 'is not', null)
      .execute();
    await sql`
      update relay.log set base = ${base}, manifest = ${manifest}, parts = ${parts}, used_on = ${dayOf(now())}::date,
        size = ${manifest.length}
          + (select coalesce(sum(size), 0) from relay.row where owner = ${owner})
          + (select coalesce(sum(length(bytes)), 0) from relay.part where owner = ${owner})
      where owner = ${owner}`.execute(transaction);
  });
};

export const manifestOf = async (
  { database, now }: RelayContext,
  caller: RelayCaller,
): Promise<string> => {
  await assertMember(database, caller, now());
  const { manifest } = await database
    .selectFrom('relay.log')
    .select('manifest')
    .where('owner', '=', caller.owner)
    .executeTakeFirstOrThrow();
  if (manifest === null) throw new Refusal('log-unknown');
  return base64Of(manifest);
};

/** A part of the present snapshot. */
export const partOf = async (
  { database, now }: RelayContext,
  caller: RelayCaller,
  { base, part }: { readonly base: number; readonly part: number },
): Promise<string> => {
  await assertMember(database, caller, now());
  const found = await database
    .selectFrom('relay.part')
    .innerJoin('relay.log', 'relay.log.owner', 'relay.part.owner')
    .select('relay.part.bytes')
    .where('relay.part.owner', '=', caller.owner)
    .where('relay.log.base', '=', base)
    .where('relay.part.base', '=', base)
    .where('relay.part.part', '=', part)
    .executeTakeFirst();
  if (found === undefined) throw new Refusal('log-unknown');
  return base64Of(found.bytes);
};
