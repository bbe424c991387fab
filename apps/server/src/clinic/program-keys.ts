import { createHash } from 'node:crypto';
import type { Database, DatabaseTransaction } from '../db/tables.ts';
import { noteDeskAction } from './desk-actions.ts';
import { Refusal } from './refusal.ts';

/** What a program may do with its key: follow a practitioner's calendar, or read schedules and appointments. */
export type KeyUse = 'calendar' | 'fhir';

export interface ProgramKey {
  readonly id: string;
  readonly use: KeyUse;
  /** What it sees is this practitioner's only. */
  readonly practitioner: string | null;
  readonly label: string;
  /** ms since 1970. */
  readonly createdAt: number;
  readonly revokedAt: number | null;
}

const digestOf = (token: string): Uint8Array =>
  createHash('sha256').update('zonula program key\n').update(token).digest();

const columns = ['id', 'use', 'practitioner', 'label', 'created_at', 'revoked_at'] as const;
interface Row {
  readonly id: string;
  readonly use: KeyUse;
  readonly practitioner: string | null;
  readonly label: string;
  readonly created_at: Date;
  readonly revoked_at: Date | null;
}
const keyOf = ({ created_at, revoked_at, ...rest }: Row): ProgramKey => ({
  ...rest,
  createdAt: created_at.getTime(),
  revokedAt: revoked_at?.getTime() ?? null,
});

interface KeyContext {
  readonly database: Database;
  readonly now: () => number;
  readonly newId: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
}

/** A key as it is told once; only a digest of its token is kept. */
export interface NewProgramKey {
  readonly key: ProgramKey;
  readonly token: string;
}

interface KeyRequest {
  readonly use: KeyUse;
  readonly practitioner: string | null;
  readonly label: string;
}

const insertKey = async (
  { now, newId, randomBytes }: KeyContext,
  transaction: DatabaseTransaction,
  { use, practitioner, label }: KeyRequest,
): Promise<NewProgramKey> => {
  const token = Buffer.from(randomBytes(32)).toString('base64url');
  const row = await transaction
    .insertInto('clinic.program_key')
    .values({
      id: newId(),
      use,
      practitioner,
      label,
      digest: digestOf(token),
      created_at: new Date(now()),
      revoked_at: null,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return { key: keyOf(row), token };
};

/** Makes a key, for whoever has this account. */
export const createProgramKey = (
  context: KeyContext,
  request: KeyRequest,
  account: string,
): Promise<NewProgramKey> =>
  context.database.transaction().execute(async (transaction) => {
    const { practitioner } = request;
    if (practitioner !== null) {
      const known = await transaction
        .selectFrom('clinic.practitioner')
        .select('id')
        .where('id', '=', practitioner)
        .executeTakeFirst();
      if (known === undefined) throw new Refusal('invalid', { detail: 'no such practitioner' });
    }
    const made = await insertKey(context, transaction, request);
    const at = context.now();
    await noteDeskAction(transaction, { at, account, action: 'key-made', key: made.key.id });
    return made;
  });

/** A new key in the place of one that opens nothing from now on. Refuses with `unknown-key` what is none or was revoked. */
export const renewProgramKey = (
  context: KeyContext,
  id: string,
  account: string,
): Promise<NewProgramKey> =>
  context.database.transaction().execute(async (transaction) => {
    const at = context.now();
    const old = await transaction
      .updateTable('clinic.program_key')
      .set({ revoked_at: new Date(at) })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning(columns)
      .executeTakeFirst();
    if (old === undefined) throw new Refusal('unknown-key');
    const made = await insertKey(context, transaction, keyOf(old));
    await noteDeskAction(transaction, { at, account, action: 'key-renewed', key: made.key.id });
    return made;
  });

export const programKeys = async (database: Database): Promise<ProgramKey[]> => {
  const rows = await database
    .selectFrom('clinic.program_key')
    .select(columns)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(keyOf);
};

/** From now on the key opens nothing; again, it changes nothing. Refuses with `unknown-key`. */
export const revokeProgramKey = (
  { database, now }: Pick<KeyContext, 'database' | 'now'>,
  id: string,
  account: string,
): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    const key = await transaction
      .selectFrom('clinic.program_key')
      .select('revoked_at')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (key === undefined) throw new Refusal('unknown-key');
    if (key.revoked_at !== null) return;
    const at = now();
    await transaction
      .updateTable('clinic.program_key')
      .set({ revoked_at: new Date(at) })
      .where('id', '=', id)
      .execute();
    await noteDeskAction(transaction, { at, account, action: 'key-revoked', key: id });
  });

/** The key of a token that may be used for this; refuses all others alike, with `key-invalid`. */
export const programKeyOf = async (
  database: Database,
  token: string,
  use: KeyUse,
): Promise<ProgramKey> => {
  const row = await database
    .selectFrom('clinic.program_key')
    .select(columns)
    .where('digest', '=', digestOf(token))
    .where('use', '=', use)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('key-invalid');
  return keyOf(row);
};
