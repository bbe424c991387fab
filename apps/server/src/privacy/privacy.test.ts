import { randomUUID } from 'node:crypto';
import { newsletterWording } from '@zonula/clinic';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic, origin } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { createWorld, sessions, type World } from '../../e2e/matrix-world.ts';
import { createPerson } from '../../e2e/people.ts';
import { erasePerson } from './erase.ts';
import { exportPerson } from './export.ts';
import { type PersonName, personNamed } from './person.ts';

const day = 24 * 3_600_000;
const newId = randomUUID;

test.each([
  ['6F9C3D5E-0000-4000-8000-000000000001', 'account'],
  [' Ann@Example.org ', 'client'],
  ['ann', undefined],
  ['6f9c3d5e', undefined],
  ["O'Brien@example.org", 'client'],
  [`ann'"\\@example.org`, undefined],
  ['%@%', undefined],
])('%j names somebody or not', (text, kind) => {
  expect(personNamed(text)?.kind).toBe(kind);
});

describe.each(kinds)('what is kept of a person on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database, { mail: { publicUrl: origin } });
  }, 60_000);
  beforeEach(() => clinic.reset());
  afterAll(() => opened.close());

  /** Tables with a row in which one of the words stands; looks at every table, and does not rely on what is tested. */
  const tablesHolding = async (...words: string[]): Promise<string[]> => {
    const { rows } = await sql<{ schema: string; name: string }>`
      select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
      order by 1, 2`.execute(opened.database);
    expect(rows.length).toBeGreaterThan(25);
    const holding: string[] = [];
    for (const { schema, name } of rows) {
      const table = sql.table(`${schema}.${name}`);
      const { rows: texts } = await sql<{
        text: string;
      }>`select t::text as text from ${table} t`.execute(opened.database);
      const all = texts.map(({ text }) => text.toLowerCase()).join('\n');
      const forms = words.flatMap((word) => [
        word.toLowerCase(),
        Buffer.from(word).toString('hex'),
        ...(/^[0-9a-f-]{36}$/u.test(word) ? [word.replaceAll('-', '')] : []),
      ]);
      if (forms.some((form) => all.includes(form))) holding.push(`${schema}.${name}`);
    }
    return holding;
  };
  const erase = (name: PersonName) =>
    erasePerson(opened.database, name, { now: clinic.clock.now, newId });

  describe('an account', () => {
    let world: World;
    beforeEach(async () => {
      world = await createWorld(clinic, opened.database);
      await clinic.ask('GET', `/api/v1/clinician/shares/${world.share.id}`, {
        cookie: world.people.get('clinician')!.cookie,
      });
      await clinic.ask('DELETE', `/api/v1/shares/${randomUUID()}`, world.people.get('person')!);
    });

    test('is erased from every table; the log of accesses stays and is nobody’s', async () => {
      const { account, passkeys, session } = world.people.get('person')!;
      const words = [account, ...passkeys, session, world.share.id];
      expect(await tablesHolding(...words)).toEqual([
        'account.account',
        'account.passkey',
        'account.session',
        'sharing.share',
      ]);
      const accesses = () => opened.database.selectFrom('audit.access').selectAll().execute();
      const before = (await accesses()).length;
      const erasure = await erase({ kind: 'account', account });
      expect(erasure).toMatchObject({
        before: { 'account.account': 1, 'account.passkey': 2, 'sharing.share': 1 },
        keptWithoutName: 0,
      });
      expect(erasure!.tablesSearched).toBeGreaterThan(25);
      expect(await tablesHolding(...words)).toEqual([]);
      expect((await accesses()).length).toBe(before + 1);
      expect((await accesses()).at(-1)).toMatchObject({
        action: 'erased',
        role: 'operator',
        actor: null,
      });
      expect(await erase({ kind: 'account', account })).toBeNull();
      // The others are as they were.
      for (const name of sessions.filter((other) => other !== 'person')) {
        const { cookie } = world.people.get(name)!;
        expect((await clinic.ask('GET', '/api/v1/session', { cookie })).status).toBe(200);
      }
    });

    test('is signed out by that, and its passkey opens nothing', async () => {
      const person = await createPerson(clinic);
      await erase({ kind: 'account', account: person.account });
      expect((await clinic.ask('GET', '/api/v1/session', person)).status).toBe(401);
      const [code] = person.recoveryCodes;
      const recovered = await clinic.ask('POST', '/api/v1/session/recovery', { body: { code } });
      expect(recovered.body.code).toBe('code-wrong');
    });

    test('is exported whole, without what would let a reader act as the person, and that is logged', async () => {
      const { account, cookie, passkeys } = world.people.get('person')!;
      const exported = await exportPerson(
        opened.database,
        { kind: 'account', account },
        clinic.clock.now,
      );
      expect(exported!.tables.map(({ table }) => table)).toEqual([
        'account.account',
        'account.passkey',
        'account.session',
        'sharing.share',
      ]);
      const text = JSON.stringify(exported);
      for (const id of passkeys) expect(text).toContain(id);
      expect(text).not.toMatch(/"(?:digest|audit_key)"/u);
      expect(text).not.toContain(cookie.split('=')[1]);
      expect(exported!.accesses.map(({ action }) => action)).toEqual(['exported', 'viewed']);
      const seen = await clinic.ask('GET', '/api/v1/account/accesses', { cookie });
      expect(seen.body.items[0]).toMatchObject({
        action: 'exported',
        role: 'operator',
        byYou: false,
      });
    });
  });

  describe('a client of the clinic', () => {
    const email = 'ann@example.org';
    const name = 'Annabel Unmistakable';
    const other = 'joann@example.org';
    const past = '2026-03-25T09:00:00Z';
    const future = '2026-04-10T09:00:00Z';

    const live = async () => {
      const first = await clinic.book(past, { email, name });
      await clinic.book('2026-03-25T10:00:00Z', { email: other });
      clinic.clock.now = Date.parse('2026-04-01T12:00:00Z');
      const second = await clinic.book(future, { email, name, practitioner: 'ana' });
      const held = await clinic.hold('2026-04-11T09:00:00Z', { email: email.toUpperCase(), name });
      await clinic.ask('POST', '/api/v1/newsletter/subscriptions', {
        body: { email, wording: newsletterWording, agreed: true, language: 'en' },
      });
      const ids = [first, second, held].map(({ body }) => body.appointment.id as string);
      return { past: ids[0]!, gone: ids.slice(1) };
    };

    test('is erased from every table; what took place stays in the books without a name', async () => {
      const booked = await live();
      const before = await tablesHolding(email, name);
      for (const table of [
        'clinic.client',
        'clinic.appointment',
        'mail.outbox',
        'newsletter.subscriber',
      ])
        expect(before).toContain(table);
      const erasure = await erase({ kind: 'client', email });
      expect(erasure).toMatchObject({ keptWithoutName: 1 });
      // The other's address ends with this one.
      const left = await tablesHolding(name, ...booked.gone);
      expect(left).toEqual([]);
      for (const table of await tablesHolding(email)) {
        const { rows } = await sql<{ text: string }>`
          select t::text as text from ${sql.table(table)} t`.execute(opened.database);
        for (const { text } of rows) expect(text.replaceAll(other, '')).not.toContain(email);
      }
      const appointments = await opened.database
        .selectFrom('clinic.appointment')
        .select(['id', 'client_name', 'client_phone', 'price', 'status'])
        .orderBy('starts_at')
        .execute();
      expect(appointments).toMatchObject([
        { id: booked.past, client_name: '', client_phone: null, price: 9000, status: 'confirmed' },
        { client_name: 'Person' },
      ]);
      expect(await erase({ kind: 'client', email })).toBeNull();
      // What was booked ahead is free again.
      expect((await clinic.book(future, { practitioner: 'ana' })).status).toBe(200);
    });

    test('takes no mail from whoever has an address that ends with theirs', async () => {
      await live();
      const mailsTo = async (to: string) => {
        const { rows } = await sql`select from mail.outbox
          where notice #>> '{notice,to,email}' = ${to}`.execute(opened.database);
        return rows.length;
      };
      expect([await mailsTo(email), await mailsTo(other)]).toEqual([2, 1]);
      await erase({ kind: 'client', email });
      expect([await mailsTo(email), await mailsTo(other)]).toEqual([0, 1]);
    });

    test('with an apostrophe is somebody else than without', async () => {
      const [whole, end] = ["o'brien@example.org", 'brien@example.org'];
      await clinic.book('2026-03-25T09:00:00Z', { email: whole });
      await clinic.book('2026-03-25T10:00:00Z', { email: end });
      const exported = await exportPerson(opened.database, personNamed(end)!, clinic.clock.now);
      expect(JSON.stringify(exported)).not.toContain(whole);
      expect(await erase(personNamed(end)!)).not.toBeNull();
      expect(await erase(personNamed(whole)!)).not.toBeNull();
      expect(await tablesHolding(end)).toEqual([]);
    });

    test('is erased also when the mail of the waiting list has been sent', async () => {
      await clinic.book('2026-03-25T09:00:00Z', { email });
      const { id: client } = await opened.database
        .selectFrom('clinic.client')
        .select('id')
        .where('email', '=', email)
        .executeTakeFirstOrThrow();
      const [id, at] = [newId(), new Date(clinic.clock.now)];
      await sql`insert into clinic.waiting (id, client, client_name, language, treatment, from_day, until_day,
          consent_wording, joined_at, status)
        select ${id}, ${client}, ${name}, 'en', treatment, '2026-04-01', '2026-04-02', 'waiting-1', ${at}, 'waiting'
        from clinic.appointment limit 1`.execute(opened.database);
      await sql`insert into mail.outbox (id, about, created_at, due_at, sent_at)
        values (${newId()}, ${`waiting ${id}`}, ${at}, ${at}, ${at})`.execute(opened.database);
      expect(await erase({ kind: 'client', email })).not.toBeNull();
      expect(await tablesHolding(email, name, id)).toEqual([]);
    });

    test('is exported with everything', async () => {
      await live();
      const exported = await exportPerson(
        opened.database,
        { kind: 'client', email },
        clinic.clock.now,
      );
      const tables = new Map(exported!.tables.map(({ table, rows }) => [table, rows]));
      expect(tables.get('clinic.appointment')).toHaveLength(3);
      expect(tables.get('clinic.client')).toHaveLength(1);
      expect(tables.get('newsletter.subscriber')).toHaveLength(1);
      expect(JSON.stringify(exported)).not.toContain(other);
    });
  });

  test('what is in a table that nobody thought of stops the erasure, and nothing is erased', async () => {
    const email = 'eve@example.org';
    await clinic.book('2026-03-25T09:00:00Z', { email });
    await sql`create table clinic.forgotten (note bytea)`.execute(opened.database);
    try {
      await sql`insert into clinic.forgotten values (${Buffer.from(`to ${email}`)})`.execute(
        opened.database,
      );
      await expect(erase({ kind: 'client', email })).rejects.toThrow(/left in clinic\.forgotten/u);
      expect(await tablesHolding(email)).toContain('clinic.client');
    } finally {
      await sql`drop table clinic.forgotten`.execute(opened.database);
    }
    clinic.clock.now += day;
    expect(await erase({ kind: 'client', email })).toMatchObject({ keptWithoutName: 0 });
  });
});
