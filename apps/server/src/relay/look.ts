import { Refusal } from '../clinic/refusal.ts';
import type { Database, DatabaseTransaction } from '../db/tables.ts';
import type { RelayCaller, RelayContext } from './context.ts';
import { base64Of, type Page } from './page.ts';

/** Refuses whoever has no key of this log with `log-unknown`, and with `device-removed`. */
export const assertMember = async (
  database: Database | DatabaseTransaction,
  { owner, key }: RelayCaller,
  now: number,
): Promise<'device' | 'recovery' | 'invite'> => {
  const known = await database
    .selectFrom('relay.key')
    .select(['kind', 'ended', 'expires_at'])
    .where('owner', '=', owner)
    .where('id', '=', key)
    .executeTakeFirst();
  if (known === undefined || (known.expires_at !== null && known.expires_at.getTime() <= now))
    throw new Refusal('log-unknown');
  if (known.ended) throw new Refusal('device-removed');
  return known.kind;
};

/** The owner of a recovery key or of an invitation, told only to who signed with it. */
export const ownerOf = async ({ database, now }: RelayContext, key: string): Promise<string> => {
  const known = await database
    .selectFrom('relay.key')
    .select(['owner', 'expires_at'])
    .where('id', '=', key)
    .where('kind', 'in', ['recovery', 'invite'])
    .executeTakeFirst();
  if (known === undefined || (known.expires_at !== null && known.expires_at.getTime() <= now()))
    throw new Refusal('log-unknown');
  return known.owner;
};

/** Every change of devices. */
export const changesOf = async (
  { database, now }: RelayContext,
  caller: RelayCaller,
): Promise<Pick<Page, 'base' | 'rows'>> => {
  await assertMember(database, caller, now());
  const rows = await database
    .selectFrom('relay.row')
    .innerJoin('relay.log', 'relay.log.owner', 'relay.row.owner')
    .select(['relay.log.base', 'relay.row.seq', 'relay.row.bytes'])
    .where('relay.row.owner', '=', caller.owner)
    .where('relay.row.device', 'is', null)
    .orderBy('relay.row.seq')
    .execute();
  return {
    base: rows[0]?.base ?? 0,
    rows: rows.map(({ seq, bytes }) => ({ seq, bytes: base64Of(bytes) })),
  };
};

/** Deletes everything of an owner at once. Refuses an invitation with `log-unknown`. */
export const eraseLog = async (
  { database, now }: RelayContext,
  caller: RelayCaller,
): Promise<void> => {
  if ((await assertMember(database, caller, now())) === 'invite') throw new Refusal('log-unknown');
  await database.deleteFrom('relay.log').where('owner', '=', caller.owner).execute();
};
