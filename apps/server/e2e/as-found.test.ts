import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { noteState, restore } from './as-found.ts';
import { createInMemory, openMigrated } from './databases.ts';

const rates = { key: Buffer.of(1), full_at: new Date(0) };

test('rows of one file are not there for the next; two at the same time are two databases', async () => {
  const find = async () => {
    const { database, close } = await openMigrated('PGlite');
    const ask = async (text: string): Promise<unknown> =>
      (await sql.raw<{ answer: unknown }>(`select ${text} as answer`).execute(database)).rows[0]!
        .answer;
    const started = await ask('pg_postmaster_start_time()::text');
    const count = (table: string) => ask(`(select count(*)::int from ${table})`);
    return { database, close, started, count };
  };
  const first = await find();
  const other = await find();
  const migrations = await first.count('zonula.migration');
  expect(migrations).toBeGreaterThan(3);
  await first.database.insertInto('zonula.rate').values(rates).execute();
  expect(await first.count('zonula.rate')).toBe(1);
  expect(await other.count('zonula.rate')).toBe(0);
  expect(other.started).not.toBe(first.started);
  await first.close();
  const second = await find();
  expect(second.started).toBe(first.started);
  expect(await second.count('zonula.rate')).toBe(0);
  expect(await second.count('zonula.migration')).toBe(migrations);
  await second.close();
  await other.close();
});

test('whatever belongs to a connection is gone, and so are rows that nobody may delete', async () => {
  const pglite = await createInMemory('migrated');
  const found = await noteState(pglite);
  const ask = async (text: string): Promise<unknown> =>
    (await pglite.query<{ answer: unknown }>(`select ${text} as answer`)).rows[0]!.answer;
  const sequence = 'clinic.appointment_event_id_seq';
  const timeZone = await ask("current_setting('timezone')");
  await pglite.exec(`insert into audit.access (at, subject, role, action)
    values (now(), '\\x01', 'person', 'read')`);
  await expect(pglite.exec('delete from audit.access')).rejects.toThrow();
  await ask(`nextval('${sequence}')`);
  await ask('pg_advisory_lock(1)::text');
  await pglite.exec("listen news; set timezone = 'Asia/Tokyo'; begin; create table lost (id int)");
  expect(await restore(pglite, found)).toBe(true);
  expect(await ask('(select count(*)::int from audit.access)')).toBe(0);
  expect(await ask(`nextval('${sequence}')`)).toBe(1);
  expect(await ask("(select count(*)::int from pg_locks where locktype = 'advisory')")).toBe(0);
  expect(await ask('(select count(*)::int from pg_listening_channels())')).toBe(0);
  expect(await ask("current_setting('timezone')")).toBe(timeZone);
  await pglite.close();
});

test('what has changed in more than rows is not taken for what it was', async () => {
  const pglite = await createInMemory('migrated');
  let found = await noteState(pglite);
  for (const [change, undo] of [
    ['create table zonula.more (id integer)', 'drop table zonula.more'],
    ['alter table zonula.rate rename key to id', 'alter table zonula.rate rename id to key'],
    ['alter table audit.access disable trigger all', 'alter table audit.access enable trigger all'],
    ['create role somebody', 'drop role somebody'],
    ['alter table clinic.appointment alter sequence set default 1', null],
    [
      'alter sequence clinic.appointment_event_id_seq increment 10',
      'alter sequence clinic.appointment_event_id_seq increment 1',
    ],
    ['grant create on schema public to public', 'revoke create on schema public from public'],
    ["alter role postgres set timezone = 'Asia/Tokyo'", 'alter role postgres reset timezone'],
    [
      'create function zonula.more() returns integer language sql as $$select 1$$',
      'drop function zonula.more()',
    ],
    [
      "update zonula.migration set name = name || '!'",
      "update zonula.migration set name = trim(trailing '!' from name)",
    ],
    ['grant select on zonula.rate to public', null],
  ] as const) {
    await pglite.exec(change);
    expect(await restore(pglite, found), change).toBe(false);
    // Back to the same words is not always back to the same objects.
    if (undo === null) found = await noteState(pglite);
    else await pglite.exec(undo);
    expect(await restore(pglite, found), undo ?? change).toBe(true);
  }
  await pglite.close();
});
