import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { kinds, openEmpty, type TestDatabase } from '../../e2e/databases.ts';
import { cohortMigrations } from '../cohort/schema.ts';
import { asNewsletter } from '../newsletter/as-newsletter.ts';
import { migrate, sha256Of } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import type { Database } from './tables.ts';

const publishedIn = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'));
const now = (): number => 0;

describe.each([
  ['a server', migrations, 'migrations/digests.json'],
  ['a cohort', cohortMigrations, '../cohort/migration-digests.json'],
] as const)('migrations of %s', (_, all, file) => {
  test('are numbered from 1 without gaps', () => {
    expect(all.map(({ id }) => id)).toEqual(all.map((_, index) => index + 1));
  });

  test('are never changed once they were published', () => {
    const digests = all.map((one) => [`${one.id} ${one.name}`, sha256Of(one)]);
    expect(Object.fromEntries(digests)).toEqual(publishedIn(file));
  });
});

/** The schemas that are ours: all but the database's own. */
const ownSchemas = async (database: Database): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select nspname as name from pg_namespace
    where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')`.execute(database);
  return rows.map(({ name }) => name);
};

const dropAll = async (database: Database): Promise<void> => {
  for (const name of await ownSchemas(database))
    await sql`drop schema ${sql.id(name)} cascade`.execute(database);
};

/** Columns, constraints, indexes, triggers and functions as the database tells them. */
const schemaOf = async (database: Database): Promise<unknown[]> => {
  const schemas = await ownSchemas(database);
  const { rows } = await sql`
    select table_schema || '.' || table_name as place,
      column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as what
    from information_schema.columns where table_schema = any(${schemas})
    union all
    select conrelid::regclass::text, conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace::regnamespace::text = any(${schemas})
    union all
    select tablename, indexdef from pg_indexes where schemaname = any(${schemas})
    union all
    select tgrelid::regclass::text, pg_get_triggerdef(t.oid) from pg_trigger t
    join pg_class c on c.oid = tgrelid
    where not tgisinternal and relnamespace::regnamespace::text = any(${schemas})
    union all
    select proname, pg_get_functiondef(oid) from pg_proc
    where pronamespace::regnamespace::text = any(${schemas})
    order by 1, 2`.execute(database);
  return rows;
};

test('whoever may create roles and is no superuser can take on the role of the newsletter', async () => {
  const { database, close } = await openEmpty.PGlite();
  try {
    for (const statement of [
      'create role owner login createrole',
      'grant create on database postgres to owner',
      'set session authorization owner',
    ])
      await sql.raw(statement).execute(database);
    await migrate(database, now);
    const { rows } = await asNewsletter(database, (transaction) =>
      sql<{ role: string }>`select current_user as role from newsletter.subscriber
        right join (values (1)) as one on true`.execute(transaction),
    );
    expect(rows).toEqual([{ role: 'zonula_newsletter' }]);
  } finally {
    await close();
  }
});

describe.each(kinds)('migrating %s', (kind) => {
  let opened: TestDatabase;
  let fresh: readonly unknown[];
  beforeAll(async () => {
    opened = await openEmpty[kind]();
    await migrate(opened.database, now);
    fresh = await schemaOf(opened.database);
  }, 60_000);
  afterAll(() => opened.close());
  beforeEach(async () => {
    await dropAll(opened.database);
  });

  test('brings an empty database forward once, also when several ask at once', async () => {
    const done = await Promise.all([0, 1, 2].map(() => migrate(opened.database, now)));
    expect(done.flat()).toEqual(migrations.map(({ id }) => id));
  });

  test.each(migrations.map(({ id }) => id))(
    'ends at the same schema from version %i',
    async (from) => {
      expect(fresh.length).toBeGreaterThan(60);
      await migrate(opened.database, now, migrations.slice(0, from));
      await migrate(opened.database, now);
      expect(await schemaOf(opened.database)).toEqual(fresh);
    },
  );

  test('a migration that fails leaves nothing behind', async () => {
    const broken = {
      id: migrations.length + 1,
      name: 'broken',
      statements: ['create table zonula.a (b int)', 'no sql'],
    };
    await expect(migrate(opened.database, now, [...migrations, broken])).rejects.toThrow(/syntax/u);
    const { rows } =
      await sql`select 1 from information_schema.schemata where schema_name = 'zonula'`.execute(
        opened.database,
      );
    expect(rows).toEqual([]);
  });

  test('a database of a newer version, or with another past, is not touched', async () => {
    const next = {
      id: migrations.length + 1,
      name: 'next',
      statements: ['create table zonula.next (a int)'],
    };
    await migrate(opened.database, now, [...migrations, next]);
    await expect(migrate(opened.database, now)).rejects.toThrow(
      /newer version \(\d+, next\); update Zonula/u,
    );
    const changed = { ...next, statements: ['create table zonula.other (a int)'] };
    await expect(migrate(opened.database, now, [...migrations, changed])).rejects.toThrow(
      /is not the one/u,
    );
  });
});
