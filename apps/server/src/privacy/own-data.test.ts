import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic, origin } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { createWorld, sessions, type World } from '../../e2e/matrix-world.ts';
import { createPerson, signIn } from '../../e2e/people.ts';
import { usualRates } from '../limits/rates.ts';
import { exportPerson } from './export.ts';
import { accountTables, exportOwn } from './own-data.ts';

const minute = 60_000;
const paths = { export: '/api/v1/account/export', erase: '/api/v1/account' } as const;

describe.each(kinds)('what a person does with their own data on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  let world: World;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database, { mail: { publicUrl: origin } });
  }, 60_000);
  beforeEach(async () => {
    world = await createWorld(clinic, opened.database);
  });
  afterAll(() => opened.close());

  const take = (who: { readonly cookie: string }) => clinic.ask('POST', paths.export, who);
  const erase = (who: { readonly cookie: string }) => clinic.ask('DELETE', paths.erase, who);
  /** Rows of all tables in which one of the words stands; it does not rely on what is tested. */
  const rowsHolding = async (words: readonly string[]): Promise<string[]> => {
    const { rows } = await sql<{ schema: string; name: string }>`
      select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
      opened.database,
    );
    const found: string[] = [];
    for (const { schema, name } of rows) {
      const { rows: texts } = await sql<{ text: string }>`
        select t::text as text from ${sql.table(`${schema}.${name}`)} t`.execute(opened.database);
      if (texts.some(({ text }) => words.some((word) => text.includes(word))))
        found.push(`${schema}.${name}`);
    }
    return found.sort();
  };

  test('they take what whoever runs the server would be given, but for sealed pages', async () => {
    // Everything that an account can leave, in any role.
    for (const { account } of world.people.values()) {
      await sql`insert into account.ceremony values
        (${randomUUID()}, 'add', ${account}, 'x', '2027-01-01')`.execute(opened.database);
      await sql`insert into account.recovery_code values (decode(${account.replaceAll('-', '').repeat(2)}, 'hex'), ${account}, null)`.execute(
        opened.database,
      );
      await sql`insert into clinic.catalogue_version (version, at, account, source, changes, document)
        select max(version) + 1, now(), ${account}, 'desk', '[]', '{}' from clinic.catalogue_version`.execute(
        opened.database,
      );
      await sql`insert into clinic.desk_action (at, account, action) values (now(), ${account}, 'came')`.execute(
        opened.database,
      );
    }
    const seen = new Set<string>();
    for (const { account } of world.people.values()) {
      const own = await exportOwn(opened.database, account, clinic.clock.now);
      const all = await exportPerson(
        opened.database,
        { kind: 'account', account },
        clinic.clock.now,
      );
      const counted = (tables: typeof own.tables) =>
        tables.map(({ table, rows }) => `${table} ${rows.length}`).sort();
      expect(counted(own.tables)).toEqual(counted(all!.tables));
      for (const { table } of own.tables) seen.add(table);
    }
    expect([...seen].sort()).toEqual(Object.keys(accountTables).sort());
  });

  test('the answer lets nobody act as them, and the log says that they took it', async () => {
    const person = world.people.get('person')!;
    const { status, body } = await take(person);
    expect(status).toBe(200);
    expect(body).toMatchObject({ account: person.account, exportedAt: '2026-03-20T12:00:00.000Z' });
    const text = JSON.stringify(body);
    for (const id of [...person.passkeys, person.session, world.share.id])
      expect(text).toContain(id);
    expect(text).not.toMatch(/"(?:digest|audit_key|sealed)"/u);
    expect(text).not.toContain(person.cookie.split('=')[1]);
    const { items } = (await clinic.ask('GET', '/api/v1/account/accesses', person)).body;
    expect(items[0]).toMatchObject({ action: 'exported', role: 'person', byYou: true });
    expect(body.accesses).toMatchObject([{ action: 'exported', byYou: true }]);
  });

  test('a clinician takes their own without the ids of those who share with them', async () => {
    const { body } = await take(world.people.get('clinician')!);
    expect(body.tables.map(({ table }: { table: string }) => table)).toContain('sharing.share');
    expect(JSON.stringify(body)).not.toContain(world.people.get('person')!.account);
  });

  test('they erase it: nothing is left in any table, they are signed out, and others stay', async () => {
    const person = await createPerson(clinic);
    const words = [person.account, person.passkey];
    expect(await rowsHolding(words)).toContain('account.passkey');
    const accesses = async () =>
      (await sql`select from audit.access`.execute(opened.database)).rows.length;
    const before = await accesses();
    const { status, body, headers } = await erase(person);
    expect(status).toBe(200);
    expect(body.tables).toContainEqual({ table: 'account.recovery_code', rows: 8 });
    expect(headers.getSetCookie()[0]).toMatch(/^__Host-zonula-session=;.*Max-Age=0/u);
    expect(await rowsHolding(words)).toEqual([]);
    // The proof that it was erased stays, and is nobody's.
    expect(await accesses()).toBe(before + 1);
    const { rows } =
      await sql`select role, action from audit.access order by id desc limit 1`.execute(
        opened.database,
      );
    expect(rows).toEqual([{ role: 'person', action: 'erased' }]);
    expect((await clinic.ask('GET', '/api/v1/session', person)).status).toBe(401);
    expect((await signIn(clinic, person)).body.code).toBe('passkey-refused');
    expect((await erase(person)).status).toBe(401);
    for (const name of sessions)
      expect((await clinic.ask('GET', '/api/v1/session', world.people.get(name)!)).status).toBe(
        200,
      );
  });

  test('what they shared is gone for the clinician at once', async () => {
    await erase(world.people.get('person')!);
    const clinician = world.people.get('clinician')!;
    const { body } = await clinic.ask('GET', '/api/v1/clinician/shares', clinician);
    expect(body.items).toEqual([]);
  });

  test('asked several times at once it is erased once', async () => {
    const person = world.people.get('person')!;
    const answers = await Promise.all([erase(person), erase(person), erase(person)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  test('taken while it is erased, it is whole, or the account is gone', async () => {
    const person = await createPerson(clinic);
    const answers = await Promise.all([take(person), erase(person), take(person)]);
    expect(answers[1]!.status).toBe(200);
    for (const { status } of answers) expect([200, 401]).toContain(status);
    await expect(exportOwn(opened.database, person.account, clinic.clock.now)).rejects.toThrow(
      'not-signed-in',
    );
  });

  test('both need a sign-in of the last two minutes', async () => {
    const person = await createPerson(clinic);
    clinic.clock.now += 2 * minute + 1;
    for (const ask of [take, erase]) expect((await ask(person)).body.code).toBe('sign-in-again');
    const again = await signIn(clinic, person);
    const cookie = again.headers.getSetCookie()[0]!.split(';')[0]!;
    expect((await take({ cookie })).status).toBe(200);
    expect((await erase({ cookie })).status).toBe(200);
  });

  test.each(['clinician', 'clinic-admin', 'researcher'] as const)(
    'whoever is a %s here takes theirs, and erases it once the role has ended',
    async (role) => {
      const holder = world.people.get(role)!;
      expect((await take(holder)).status).toBe(200);
      expect((await erase(holder)).body.code).toBe('has-role');
      expect((await take(holder)).status).toBe(200);
      await opened.database
        .deleteFrom('account.role')
        .where('account', '=', holder.account)
        .execute();
      expect((await erase(holder)).status).toBe(200);
    },
  );

  test('where something could not be erased, nothing is', async () => {
    const person = world.people.get('person')!;
    await sql`create rule kept as on delete to account.session do instead nothing`.execute(
      opened.database,
    );
    try {
      expect((await erase(person)).status).toBe(500);
    } finally {
      await sql`drop rule kept on account.session`.execute(opened.database);
    }
    expect((await clinic.ask('GET', '/api/v1/session', person)).status).toBe(200);
  });

  test('five times at once, and one more each ten minutes', async () => {
    const limited = createTestClinic(opened.database, { rates: usualRates });
    const person = await createPerson(limited);
    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries++)
      statuses.push((await limited.ask('POST', paths.export, person)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });
});
