import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { migrations as all } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import type { Database, DatabaseTransaction } from './tables.ts';

/** The database was written by a newer or another Zonula. */
export class UnknownDatabase extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnknownDatabase';
  }
}

/** Schemas with a list of migrations of their own. */
export type MigratedSchema = 'zonula' | 'cohort';

export interface AppliedMigration {
  readonly id: number;
  readonly name: string;
  readonly sha256: string;
}

/** What was applied to a schema; null where it is not there. */
export const appliedIn = async (
  database: Database | DatabaseTransaction,
  schema: MigratedSchema,
): Promise<AppliedMigration[] | null> => {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass(${`${schema}.migration`}) is not null as there`.execute(database);
  if (rows[0]?.there !== true) return null;
  const { rows: applied } = await sql<AppliedMigration>`
    select id, name, sha256 from ${sql.table(`${schema}.migration`)} order by id`.execute(database);
  return applied;
};

/** What says that a migration is still the one that was applied. */
export const sha256Of = ({ statements }: Migration): string =>
  createHash('sha256')
    .update(statements.map((statement) => statement.replace(/\s+/gu, ' ').trim()).join(';\n'))
    .digest('hex');

/** Any number that nobody else takes for an advisory lock; it spells "zon". */
const migrationLock = 0x7a_6f_6e;

/**
 * Brings the schema forward to the last of `migrations`: all missing ones in one transaction, or none. Several
 * processes may call it at once. `schema` keeps the list of what was applied. Returns the ids that were applied now.
 */
export const migrate = (
  database: Database,
  now: () => number,
  migrations: readonly Migration[] = all,
  schema: MigratedSchema = 'zonula',
): Promise<number[]> =>
  database.transaction().execute((transaction) => migrateIn(transaction, now, migrations, schema));

/** The same in a transaction of the caller. */
export const migrateIn = async (
  transaction: DatabaseTransaction,
  now: () => number,
  migrations: readonly Migration[],
  schema: MigratedSchema = 'zonula',
): Promise<number[]> => {
  // Of the same columns in either schema.
  const table = `${schema}.migration` as 'zonula.migration';
  await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(transaction);
  await sql`create schema if not exists ${sql.id(schema)}`.execute(transaction);
  await sql`create table if not exists ${sql.table(table)} (
      id int primary key, name text not null, sha256 text not null, applied_at timestamptz not null
    )`.execute(transaction);
  const applied = await transaction.selectFrom(table).selectAll().orderBy('id').execute();
  for (const { id, name, sha256 } of applied) {
    const known = migrations.find((migration) => migration.id === id);
    if (known === undefined)
      throw new UnknownDatabase(
        `the database is of a newer version (${id}, ${name}); update Zonula`,
      );
    if (sha256Of(known) !== sha256)
      throw new UnknownDatabase(`migration ${id} (${name}) is not the one that was applied`);
  }
  const missing = migrations.slice(applied.length);
  for (const migration of missing) {
    for (const statement of migration.statements) await sql.raw(statement).execute(transaction);
    await transaction
      .insertInto(table)
      .values({
        id: migration.id,
        name: migration.name,
        sha256: sha256Of(migration),
        applied_at: new Date(now()),
      })
      .execute();
  }
  return missing.map(({ id }) => id);
};
