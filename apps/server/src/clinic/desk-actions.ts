import type { Database, DatabaseTransaction } from '../db/tables.ts';
import type { CatalogueChange } from './catalogue-changes.ts';

/** What is done at the desk and noted. */
export const deskActions = [
  'catalogue-changed',
  'booked',
  'moved',
  'cancelled',
  'missed',
  'came',
  'deposit',
  'key-made',
  'key-renewed',
  'key-revoked',
] as const;
export type DeskActionKind = (typeof deskActions)[number];

export interface DeskAction {
  /** ms since 1970. */
  readonly at: number;
  /** Whoever did it; null when their account is gone. */
  readonly account: string | null;
  readonly action: DeskActionKind;
  readonly appointment?: string | null;
  /** Of the catalogue. */
  readonly version?: number | null;
  readonly key?: string | null;
}

/** Adds to the log of the desk, in the transaction of what it notes. */
export const noteDeskAction = async (
  transaction: DatabaseTransaction,
  { at, account, action, appointment = null, version = null, key = null }: DeskAction,
): Promise<void> => {
  await transaction
    .insertInto('clinic.desk_action')
    .values({ at: new Date(at), account, action, appointment, version, key })
    .execute();
};

export interface NotedAction {
  readonly id: number;
  readonly at: number;
  readonly account: string | null;
  readonly action: DeskActionKind;
  readonly appointment: string | null;
  readonly key: string | null;
  readonly version: number | null;
  /** What a new version of the catalogue changed; null for anything else. */
  readonly changes: readonly CatalogueChange[] | null;
}

/** The log of the desk, the latest first. */
export const deskLog = async (
  database: Database,
  { before, limit }: { readonly before?: number; readonly limit: number },
): Promise<NotedAction[]> => {
  let query = database
    .selectFrom('clinic.desk_action as d')
    .leftJoin('clinic.catalogue_version as v', 'v.version', 'd.version')
    .select(['d.id', 'd.at', 'd.account', 'd.action', 'd.appointment', 'd.key', 'd.version'])
    .select('v.changes')
    .orderBy('d.id', 'desc')
    .limit(limit);
  if (before !== undefined) query = query.where('d.id', '<', before);
  const rows = await query.execute();
  // Actions and changes were written by us.
  return rows.map(({ at, action, changes, ...rest }) => ({
    ...rest,
    at: at.getTime(),
    action: action as DeskActionKind,
    changes: changes as NotedAction['changes'],
  }));
};
