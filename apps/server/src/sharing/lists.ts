import { sql } from 'kysely';
import type { AccountContext } from '../account/context.ts';
import type { Database, DatabaseTransaction } from '../db/tables.ts';

export interface ShareSummary {
  readonly id: string;
  readonly clinician: string;
  /** The clinician's key that opens it. */
  readonly key: string;
  readonly kind: 'report' | 'live';
  readonly version: number;
  readonly state: 'open' | 'revoked' | 'expired';
  /** ms since 1970. */
  readonly createdAt: number;
  readonly sealedAt: number;
  readonly expiresAt: number;
}

/** A page of a list: what follows the last of the page before. */
export interface SharePage {
  readonly items: readonly ShareSummary[];
  /** Where the next page begins; null at the end. */
  readonly next: ShareCursor | null;
}
export interface ShareCursor {
  /** ms since 1970: when the last one was shared, or for its clinician sealed. */
  readonly at: number;
  readonly id: string;
}
export interface ShareRange {
  readonly after: ShareCursor | null;
  readonly limit: number;
}

/** Shares of somebody or for somebody, the latest first, a page at a time. */
const pageOf = async (
  { database, now }: AccountContext,
  whose: 'person' | 'clinician',
  account: string,
  { after, limit }: ShareRange,
): Promise<SharePage> => {
  const by = whose === 'person' ? 'created_at' : 'sealed_at';
  let query = database
    .selectFrom('sharing.share')
    .select([
      'id',
      'clinician',
      'clinician_key',
      'kind',
      'version',
      'created_at',
      'sealed_at',
      'expires_at',
      'revoked_at',
    ])
    .where(whose, '=', account)
    .orderBy(by, 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (whose === 'clinician')
    query = query.where('sealed', 'is not', null).where('expires_at', '>', new Date(now()));
  if (after !== null)
    query = query.where(
      sql<boolean>`(${sql.ref(by)}, id) < (${new Date(after.at)}::timestamptz, ${after.id}::uuid)`,
    );
  const rows = await query.execute();
  const items = rows.slice(0, limit).map(
    (row): ShareSummary => ({
      id: row.id,
      clinician: row.clinician,
      key: row.clinician_key,
      kind: row.kind,
      version: row.version,
      state:
        row.revoked_at !== null
          ? 'revoked'
          : row.expires_at.getTime() <= now()
            ? 'expired'
            : 'open',
      createdAt: row.created_at.getTime(),
      sealedAt: row.sealed_at.getTime(),
      expiresAt: row.expires_at.getTime(),
    }),
  );
  const last = rows.length > limit ? items.at(-1) : undefined;
  const at = whose === 'person' ? last?.createdAt : last?.sealedAt;
  return { items, next: last === undefined ? null : { at: at!, id: last.id } };
};

/** What a person has shared, also what has ended. */
export const sharesOf = (
  context: AccountContext,
  person: string,
  range: ShareRange,
): Promise<SharePage> => pageOf(context, 'person', person, range);

/** What a clinician may see now; whose it is, only what was sealed tells. */
export const sharesFor = (
  context: AccountContext,
  clinician: string,
  range: ShareRange,
): Promise<SharePage> => pageOf(context, 'clinician', clinician, range);

/** Forgets what was sealed of shares whose time is over. */
export const forgetExpiredShares = async (
  database: Database | DatabaseTransaction,
  now: number,
): Promise<number> => {
  const forgotten = await database
    .updateTable('sharing.share')
    .set({ sealed: null })
    .where('sealed', 'is not', null)
    .where('expires_at', '<=', new Date(now))
    .returning('id')
    .execute();
  return forgotten.length;
};

/** For how many days it can be seen that something was shared, once that is over. */
const endedDays = 365;

/** Forgets that something was shared whose end is long ago. Returns how much. */
export const forgetEndedShares = async (database: Database, now: number): Promise<number> => {
  const before = new Date(now - endedDays * 24 * 3_600_000);
  const gone = await database
    .deleteFrom('sharing.share')
    .where(sql<boolean>`least(revoked_at, expires_at) < ${before}`)
    .returning('id')
    .execute();
  return gone.length;
};
