import { createHash } from 'node:crypto';
import type { Database } from '../db/tables.ts';
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

/** Makes a key. Its token is told once; only a digest is kept. */
export const createProgramKey = async (
  context: {
    readonly database: Database;
    readonly now: () => number;
    readonly newId: () => string;
    readonly randomBytes: (length: number) => Uint8Array;
  },
  {
    use,
    practitioner,
    label,
  }: { readonly use: KeyUse; readonly practitioner: string | null; readonly label: string },
): Promise<{ readonly key: ProgramKey; readonly token: string }> => {
  const { database, now, newId, randomBytes } = context;
  if (practitioner !== null) {
    const known = await database
      .selectFrom('clinic.practitioner')
      .select('id')
      .where('id', '=', practitioner)
      .executeTakeFirst();
    if (known === undefined) throw new Refusal('invalid', { detail: 'no such practitioner' });
  }
  const token = Buffer.from(randomBytes(32)).toString('base64url');
  const row = await database
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
export const revokeProgramKey = async (
  database: Database,
  id: string,
  now: number,
): Promise<void> => {
  const revoked = await database
    .updateTable('clinic.program_key')
    .set(({ fn, ref, val }) => ({ revoked_at: fn.coalesce(ref('revoked_at'), val(new Date(now))) }))
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (revoked === undefined) throw new Refusal('unknown-key');
};

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
