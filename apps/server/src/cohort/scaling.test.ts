import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmpty, type TestDatabase } from '../../e2e/databases.ts';
import { type CohortStore, openCohortOn } from './open.ts';

let opened: TestDatabase;
let store: CohortStore;
beforeAll(async () => {
  opened = await openEmpty.PGlite();
  store = await openCohortOn(opened.database, {
    now: () => Date.UTC(2026, 0, 1),
    onError: (error) => {
      throw error;
    },
  });
}, 60_000);
afterAll(() => store.close().then(opened.close));

/**
 * What Citus asks of a table before it takes it (its documentation of `create_distributed_table`): the column is in every unique index, and a foreign key
 * goes to a reference table, or to a table of the same group by the same column; its target is made first.
 */
const standIn = [
  'create table public.made (name regclass primary key, place text, kind text not null)',
  `create function public.create_reference_table(of regclass) returns void language plpgsql as $$
    begin insert into public.made values (of, null, 'reference'); end $$`,
  `create function public.create_distributed_table(of regclass, by text, colocate_with text default 'none') returns void language plpgsql as $$
    declare spot smallint := (select attnum from pg_attribute where attrelid = of and attname = by);
    begin
      if spot is null then raise exception '% has no column %', of, by; end if;
      if exists (select from pg_index where indrelid = of and indisunique and not spot = any(indkey)) then
        raise exception '% has a unique index without %', of, by; end if;
      if exists (select from pg_constraint k where k.conrelid = of and k.contype = 'f' and not exists (
          select from public.made m where m.name = k.confrelid and (m.kind = 'reference' or
            (m.place = by and spot = any(k.conkey))))) then
        raise exception '% refers to a table that is not there by %', of, by; end if;
      if colocate_with <> 'none' and not exists (select from public.made where name = colocate_with::regclass) then
        raise exception '% is not there yet', colocate_with; end if;
      insert into public.made values (of, by, 'distributed');
    end $$`,
];

const statementsIn = (page: string): string[] =>
  (/```sql\n([\s\S]*?)```/u.exec(page)?.[1] ?? '').split(';').filter((text) => text.trim() !== '');

test('the statements of docs/scaling.md fit the tables as Citus asks for it, and leave none out', async () => {
  const { database } = store;
  for (const statement of standIn) await sql.raw(statement).execute(database);
  const page = readFileSync(new URL('../../../../docs/scaling.md', import.meta.url), 'utf8');
  for (const statement of statementsIn(page)) await sql.raw(statement).execute(database);
  const { rows } = await sql<{ name: string }>`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'cohort' and c.relkind = 'r' and not exists (select from public.made m where m.name = c.oid)`.execute(
    database,
  );
  expect(rows.map(({ name }) => name)).toEqual(['cohort.migration']);
});

test.each([
  ["select create_distributed_table('cohort.person', 'input')", 'unique index without input'],
  ["select create_distributed_table('cohort.summary', 'run')", 'refers to a table'],
  ["select create_distributed_table('cohort.run', 'person')", 'has no column person'],
])('%s would be refused', async (statement, why) => {
  await expect(
    store.database.transaction().execute(async (transaction) => {
      await sql`delete from public.made`.execute(transaction);
      await sql.raw(statement).execute(transaction);
    }),
  ).rejects.toThrow(why);
});
