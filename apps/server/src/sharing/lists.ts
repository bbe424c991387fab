import type { AccountContext } from '../account/context.ts';
import type { Database, DatabaseTransaction } from '../db/tables.ts';

export interface ShareSummary {
  readonly id: string;
  readonly clinician: string;
  readonly kind: 'report' | 'live';
  readonly version: number;
  readonly state: 'open' | 'revoked' | 'expired';
  /** ms since 1970. */
  readonly createdAt: number;
  readonly sealedAt: number;
  readonly expiresAt: number;
}

const columns = [
  'id',
  'clinician',
  'kind',
  'version',
  'created_at',
  'sealed_at',
  'expires_at',
  'revoked_at',
] as const;

/** What a person has shared, the latest first, also what has ended. */
export const sharesOf = async (
  { database, now }: AccountContext,
  person: string,
): Promise<ShareSummary[]> => {
  const rows = await database
    .selectFrom('sharing.share')
    .select(columns)
    .where('person', '=', person)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ id, clinician, kind, version, ...row }) => ({
    id,
    clinician,
    kind,
    version,
    state:
      row.revoked_at !== null ? 'revoked' : row.expires_at.getTime() <= now() ? 'expired' : 'open',
    createdAt: row.created_at.getTime(),
    sealedAt: row.sealed_at.getTime(),
    expiresAt: row.expires_at.getTime(),
  }));
};

/** What a clinician may see now, the latest first; whose it is, only what was sealed tells. */
export const sharesFor = async (
  { database, now }: AccountContext,
  clinician: string,
): Promise<ShareSummary[]> => {
  const rows = await database
    .selectFrom('sharing.share')
    .select(columns)
    .where('clinician', '=', clinician)
    .where('sealed', 'is not', null)
    .where('expires_at', '>', new Date(now()))
    .orderBy('sealed_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ id, kind, version, created_at, sealed_at, expires_at }) => ({
    id,
    clinician,
    kind,
    version,
    state: 'open',
    createdAt: created_at.getTime(),
    sealedAt: sealed_at.getTime(),
    expiresAt: expires_at.getTime(),
  }));
};

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
