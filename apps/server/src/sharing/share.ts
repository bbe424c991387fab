import { sql } from 'kysely';
import type { AccountContext } from '../account/context.ts';
import { noteAccess } from '../audit/accesses.ts';
import { Refusal } from '../clinic/refusal.ts';
import type { DatabaseTransaction } from '../db/tables.ts';

/** What a person hands over. The bytes are sealed for the clinician's key; nothing here can read them. */
export interface NewShare {
  readonly clinician: string;
  /** The clinician's key that it is sealed for. */
  readonly key: string;
  readonly kind: 'report' | 'live';
  readonly senderKey: Uint8Array;
  /** ms since 1970. */
  readonly expiresAt: number;
  readonly sealed: Uint8Array;
}

const longestMs = 366 * 24 * 3_600_000;
/** What one person may have shared at the same time: with a mebibyte each, so many mebibytes. */
export const mostOpenShares = 50;

/** Shares something under an id of the person's choice. The same again changes nothing. */
export const share = async (
  { database, now }: AccountContext,
  person: string,
  id: string,
  wanted: NewShare,
): Promise<void> => {
  const at = now();
  if (wanted.expiresAt <= at || wanted.expiresAt > at + longestMs)
    throw new Refusal('invalid', { detail: '"expiresAt" is within the next 366 days' });
  await database.transaction().execute(async (transaction) => {
    // Those of one person take turns, so that they can be counted.
    await sql`select from account.account where id = ${person}::uuid for no key update`.execute(
      transaction,
    );
    const kept = await transaction
      .insertInto('sharing.share')
      .columns([
        'id',
        'person',
        'clinician',
        'clinician_key',
        'kind',
        'sender_key',
        'version',
        'sealed',
        'sealed_at',
        'created_at',
        'expires_at',
      ])
      // Only for a key that a clinician has now.
      .expression((builder) =>
        builder
          .selectFrom('sharing.clinician_key as key')
          .innerJoin('account.role as role', 'role.account', 'key.account')
          .where('key.id', '=', wanted.key)
          .where('key.account', '=', wanted.clinician)
          .where('key.retired_at', 'is', null)
          .where('role.role', '=', 'clinician')
          .select([
            sql`${id}::uuid`.as('id'),
            sql`${person}::uuid`.as('person'),
            'key.account',
            'key.id as clinician_key',
            sql`${wanted.kind}`.as('kind'),
            sql`${wanted.senderKey}::bytea`.as('sender_key'),
            sql`1`.as('version'),
            sql`${wanted.sealed}::bytea`.as('sealed'),
            sql`${new Date(at)}::timestamptz`.as('sealed_at'),
            sql`${new Date(at)}::timestamptz`.as('created_at'),
            sql`${new Date(wanted.expiresAt)}::timestamptz`.as('expires_at'),
          ]),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    if (kept.length === 0) return assertSame(transaction, person, id, wanted);
    await assertRoom(transaction, person, at);
    await noteOwn(transaction, at, person, id, 'shared');
  });
};

const assertRoom = async (
  transaction: DatabaseTransaction,
  person: string,
  at: number,
): Promise<void> => {
  const { open } = await transaction
    .selectFrom('sharing.share')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('person', '=', person)
    .where('sealed', 'is not', null)
    .where('expires_at', '>', new Date(at))
    .executeTakeFirstOrThrow();
  if (open > mostOpenShares) throw new Refusal('too-many-shares');
};

const assertSame = async (
  transaction: DatabaseTransaction,
  person: string,
  id: string,
  wanted: NewShare,
): Promise<void> => {
  const there = await transaction
    .selectFrom('sharing.share')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (there === undefined) {
    const known = await transaction
      .selectFrom('account.role')
      .select('role')
      .where('account', '=', wanted.clinician)
      .where('role', '=', 'clinician')
      .executeTakeFirst();
    throw new Refusal(known === undefined ? 'unknown-clinician' : 'key-retired');
  }
  const isSame =
    there.person === person &&
    there.clinician === wanted.clinician &&
    there.clinician_key === wanted.key &&
    there.kind === wanted.kind &&
    there.version === 1 &&
    there.expires_at.getTime() === wanted.expiresAt &&
    Buffer.compare(there.sender_key, wanted.senderKey) === 0 &&
    there.sealed !== null &&
    Buffer.compare(there.sealed, wanted.sealed) === 0;
  if (!isSame) throw new Refusal('share-exists');
};

/** A share of its person or its clinician, kept from changes by others; to everybody else it does not exist. */
const lockedShare = async (
  transaction: DatabaseTransaction,
  side: 'person' | 'clinician',
  account: string,
  id: string,
) => {
  const share = await transaction
    .selectFrom('sharing.share')
    .selectAll()
    .where('id', '=', id)
    .where(side, '=', account)
    .forUpdate()
    .executeTakeFirst();
  if (share === undefined) throw new Refusal('unknown-share');
  return share;
};

/** What the person did with it, for their log. */
const noteOwn = (
  transaction: DatabaseTransaction,
  at: number,
  person: string,
  share: string,
  action: 'shared' | 'updated' | 'revoked',
): Promise<void> =>
  noteAccess(transaction, { at, person, actor: person, role: 'person', action, share });

/** The next version of a live view takes the place of the one before; the same again changes nothing. */
export const updateShare = async (
  { database, now }: AccountContext,
  person: string,
  id: string,
  { version, sealed }: { readonly version: number; readonly sealed: Uint8Array },
): Promise<void> => {
  const at = now();
  await database.transaction().execute(async (transaction) => {
    const own = await lockedShare(transaction, 'person', person, id);
    if (own.kind !== 'live') throw new Refusal('share-exists');
    if (own.sealed === null || own.expires_at.getTime() <= at) throw new Refusal('share-ended');
    if (own.version === version && Buffer.compare(own.sealed, sealed) === 0) return;
    if (version !== own.version + 1) throw new Refusal('version-behind');
    await transaction
      .updateTable('sharing.share')
      .set({ version, sealed, sealed_at: new Date(at) })
      .where('id', '=', id)
      .execute();
    await noteOwn(transaction, at, person, id, 'updated');
  });
};

/** Ends a share at once: what was sealed is forgotten. */
export const revokeShare = async (
  { database, now }: AccountContext,
  person: string,
  id: string,
): Promise<void> => {
  const at = now();
  await database.transaction().execute(async (transaction) => {
    const own = await lockedShare(transaction, 'person', person, id);
    if (own.revoked_at !== null) return;
    await transaction
      .updateTable('sharing.share')
      .set({ revoked_at: new Date(at), sealed: null })
      .where('id', '=', id)
      .execute();
    await noteOwn(transaction, at, person, id, 'revoked');
  });
};

export interface ViewedShare {
  readonly id: string;
  readonly kind: 'report' | 'live';
  readonly version: number;
  /** The key of the clinician that opens it. */
  readonly key: string;
  readonly senderKey: Uint8Array;
  /** ms since 1970. */
  readonly sealedAt: number;
  readonly expiresAt: number;
  readonly sealed: Uint8Array;
}

/**
 * Hands a share to the clinician it is for, and notes that for the person in the same transaction: nobody sees it
 * unnoted. The lock keeps a revocation that comes at the same time either before or after it.
 */
export const viewShare = async (
  { database, now }: AccountContext,
  clinician: string,
  id: string,
): Promise<ViewedShare> => {
  const at = now();
  return database.transaction().execute(async (transaction) => {
    const row = await lockedShare(transaction, 'clinician', clinician, id);
    const { sealed, person } = row;
    if (sealed === null || row.expires_at.getTime() <= at) throw new Refusal('share-ended');
    await noteAccess(transaction, {
      at,
      person,
      actor: clinician,
      role: 'clinician',
      action: 'viewed',
      share: id,
    });
    return {
      id,
      kind: row.kind,
      version: row.version,
      key: row.clinician_key,
      senderKey: row.sender_key,
      sealedAt: row.sealed_at.getTime(),
      expiresAt: row.expires_at.getTime(),
      sealed,
    };
  });
};
