import { randomUUID } from 'node:crypto';
import { newsletterWording } from '@zonula/clinic';
import { createHttpRelay, exchange, type Fetch, startSync } from '@zonula/journal/sync';
import { createDevice } from '@zonula/journal/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic, origin } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { emptyTables } from '../../e2e/empty-tables.ts';
import { createSignedIn, createWorld } from '../../e2e/matrix-world.ts';
import { createPerson, signIn } from '../../e2e/people.ts';
import { noteAccess } from '../audit/accesses.ts';
import { rowsWith } from '../privacy/every-table.ts';
import { serverJobs } from './server-jobs.ts';

const day = 24 * 3_600_000;
const linkSecret = new Uint8Array(32).fill(7);

describe.each(kinds)('what is forgotten in time on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database, { mail: { publicUrl: origin } });
  }, 60_000);
  beforeEach(async () => {
    await clinic.reset();
    await emptyTables(
      opened.database,
      ...['relay.log', 'newsletter.subscriber', 'newsletter.consent', 'newsletter.outbox'],
    );
  });
  afterAll(() => opened.close());

  /** What the queue runs each hour. */
  const forget = async (isOver = () => false): Promise<void> => {
    const jobs = serverJobs(
      {
        database: opened.database,
        now: () => clinic.clock.now,
        newId: randomUUID,
        linkSecret,
      },
      { post: null, onMailFailed: () => {}, onUnwritable: () => {} },
    );
    await jobs.find(({ name }) => name === 'retention')!.run(isOver);
  };
  const at = (text: string): void => {
    clinic.clock.now = Date.parse(text);
  };
  const count = async (table: string): Promise<number> => {
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from ${sql.table(table)}`.execute(opened.database);
    return rows[0]!.n;
  };
  const accounts = async (): Promise<string[]> => {
    const rows = await opened.database.selectFrom('account.account').select('id').execute();
    return rows.map(({ id }) => id);
  };

  test('an account that nobody used for two years is erased, from every table', async () => {
    const { account } = await createPerson(clinic);
    at('2028-03-20T23:59:59Z');
    await forget();
    expect(await accounts()).toEqual([account]);
    at('2028-03-21T00:00:00Z');
    await Promise.all([forget(), forget(), forget()]);
    expect(await accounts()).toEqual([]);
    const left = await opened.database
      .transaction()
      .execute((transaction) => rowsWith(transaction, [account]));
    expect(left).toEqual([]);
  });

  test('using it keeps it, to the day, and the person chooses for how long', async () => {
    const person = await createPerson(clinic);
    const keeping = (cookie: string) => clinic.ask('GET', '/api/v1/account/keeping', { cookie });
    expect((await keeping(person.cookie)).body).toEqual({
      months: 24,
      usedOn: '2026-03-20',
      erasedOn: '2028-03-21',
    });
    at('2026-03-30T08:00:00Z');
    // Whoever is still signed in uses it too.
    expect((await keeping(person.cookie)).body.usedOn).toBe('2026-03-30');
    const choose = (cookie: string, months: unknown) =>
      clinic.ask('PUT', '/api/v1/account/keeping', { cookie, body: { months } });
    for (const months of [0, 5, 7, 1200, '6', null])
      expect((await choose(person.cookie, months)).status).toBe(422);
    expect((await choose(person.cookie, 6)).body).toEqual({
      months: 6,
      usedOn: '2026-03-30',
      erasedOn: '2026-10-01',
    });
    at('2026-09-30T12:00:00Z');
    await forget();
    expect((await signIn(clinic, person)).status).toBe(201);
    at('2026-10-01T12:00:00Z');
    await forget();
    expect(await accounts()).toEqual([person.account]);
    at('2027-04-01T00:00:00Z');
    await forget();
    expect(await accounts()).toEqual([]);
    expect((await signIn(clinic, person)).body.code).toBe('passkey-refused');
  });

  test('whoever has a role is looked after by who runs the server', async () => {
    const { account, cookie } = await createSignedIn(
      opened.database,
      clinic.clock,
      'clinician',
      'ana',
    );
    const { body } = await clinic.ask('GET', '/api/v1/account/keeping', { cookie });
    expect(body).toEqual({ months: 24, usedOn: '2026-03-20', erasedOn: null });
    at('2036-03-20T12:00:00Z');
    await forget();
    expect(await accounts()).toEqual([account]);
  });

  describe('sealed rows', () => {
    const fetch: Fetch = async (path, request) => clinic.app.request(path, request);
    const itch = { day: '2026-03-20', category: 'skin', name: 'itch', value: 7 } as const;
    const begin = async () => {
      const device = createDevice(createHttpRelay(fetch, () => clinic.clock.now));
      await startSync(device.context, 'Phone');
      return device;
    };
    const logs = async (): Promise<string[]> => {
      const { rows } = await sql<{ day: string }>`
        select to_char(used_on, 'YYYY-MM-DD') as day from relay.log order by 1`.execute(
        opened.database,
      );
      return rows.map((row) => row.day);
    };

    test('that nobody asks for go after two years, empty logs after three months', async () => {
      await begin();
      at('2026-03-21T12:00:00Z');
      const full = await begin();
      full.replica.write(null, itch);
      await exchange(full.context);
      at('2026-06-20T23:59:59Z');
      await forget();
      expect(await logs()).toEqual(['2026-03-20', '2026-03-21']);
      at('2026-06-21T00:00:00Z');
      await Promise.all([forget(), forget()]);
      expect(await logs()).toEqual(['2026-03-21']);
      at('2028-03-21T12:00:00Z');
      await forget();
      expect(await count('relay.row')).toBeGreaterThan(0);
      at('2028-03-22T00:00:00Z');
      await forget();
      for (const table of ['relay.log', 'relay.key', 'relay.row', 'relay.part'])
        expect(await count(table)).toBe(0);
    });

    test('asking for them counts as use, also where nothing is new', async () => {
      const device = await begin();
      device.replica.write(null, itch);
      await exchange(device.context);
      at('2027-12-01T12:00:00Z');
      await exchange(device.context);
      expect(await logs()).toEqual(['2027-12-01']);
      at('2029-12-01T12:00:00Z');
      await forget();
      expect(await logs()).toEqual(['2027-12-01']);
    });
  });

  test('that something was shared can be seen for a year after its end', async () => {
    const { share } = await createWorld(clinic, opened.database);
    const shares = () =>
      opened.database.selectFrom('sharing.share').select(['id', 'revoked_at']).execute();
    at('2027-03-21T12:00:00Z');
    await forget();
    expect(await shares()).toEqual([{ id: share.id, revoked_at: null }]);
    at('2027-03-21T12:00:00.001Z');
    await forget();
    expect(await shares()).toEqual([]);
  });

  test('the log of accesses goes after three years, and the database lets nobody do it sooner', async () => {
    const { account } = await createSignedIn(opened.database, clinic.clock);
    const note = (time: number) =>
      noteAccess(opened.database, {
        at: time,
        person: account,
        actor: account,
        role: 'person',
        action: 'exported',
      });
    const before = await count('audit.access');
    await note(Date.UTC(2020, 0, 1));
    const young = Date.now();
    await note(young);
    at('2022-12-31T23:59:59Z');
    await forget();
    expect(await count('audit.access')).toBe(before + 2);
    at('2023-01-01T00:00:01Z');
    await Promise.all([forget(), forget()]);
    expect(await count('audit.access')).toBe(before + 1);
    // A clock that is wrong by a century forgets nothing that is younger.
    clinic.clock.now = Date.now() + 36_500 * day;
    await forget();
    const { rows } = await sql`select from audit.access where at = ${new Date(young)}`.execute(
      opened.database,
    );
    expect(rows).toHaveLength(1);
    await expect(
      sql`delete from audit.access where at = ${new Date(young)}`.execute(opened.database),
    ).rejects.toThrow(/kept for three years/u);
  });

  test('mails that never went out are forgotten with whom they were for', async () => {
    await clinic.book('2026-03-25T09:00:00Z', { email: 'one@example.org' });
    expect(await count('mail.outbox')).toBe(1);
    clinic.clock.now += 30 * day;
    await forget();
    expect(await count('mail.outbox')).toBe(1);
    clinic.clock.now += 1;
    await forget();
    expect(await count('mail.outbox')).toBe(0);
  });

  test('a report that went with an appointment is forgotten a month after it', async () => {
    const { appointment, links } = (await clinic.book('2026-03-25T09:00:00Z')).body;
    const attached = await clinic.ask('PUT', `/api/v1/appointments/${appointment.id}/report`, {
      token: links.move,
      body: { mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7').toString('base64') },
    });
    expect(attached.status).toBe(204);
    clinic.clock.now = Date.parse(appointment.end) + 30 * day;
    await forget();
    expect(await count('clinic.attachment')).toBe(1);
    clinic.clock.now += 1;
    await forget();
    expect(await count('clinic.attachment')).toBe(0);
    expect(await count('clinic.appointment')).toBe(1);
  });

  describe('proofs of the newsletter', () => {
    const subscribe = (email: string) =>
      clinic.ask('POST', '/api/v1/newsletter/subscriptions', {
        body: { email, wording: newsletterWording, agreed: true },
      });
    const confirm = () =>
      sql`update newsletter.subscriber set confirmed_at = asked_at`.execute(opened.database);
    const steps = async (): Promise<string[]> => {
      const rows = await opened.database
        .selectFrom('newsletter.consent')
        .select('step')
        .orderBy('id')
        .execute();
      return rows.map(({ step }) => step);
    };
    const agree = async (email: string): Promise<void> => {
      await subscribe(email);
      await confirm();
      await sql`insert into newsletter.consent (address, step, wording, at)
        select address, 'confirmed', wording, at from newsletter.consent order by id desc limit 1`.execute(
        opened.database,
      );
    };

    test('that somebody asked and never confirmed is forgotten with them', async () => {
      await subscribe('one@example.org');
      clinic.clock.now += 7 * day;
      await forget();
      expect(await steps()).toEqual(['asked']);
      clinic.clock.now += 1;
      await forget();
      expect(await steps()).toEqual([]);
    });

    test('who is on the list keeps theirs, who has left theirs for three years', async () => {
      await agree('here@example.org');
      await agree('gone@example.org');
      at('2026-04-01T12:00:00Z');
      await sql`insert into newsletter.consent (address, step, wording, at)
        select address, 'left', wording, ${new Date(clinic.clock.now)} from newsletter.consent order by id desc limit 1`.execute(
        opened.database,
      );
      await sql`delete from newsletter.subscriber where email = 'gone@example.org'`.execute(
        opened.database,
      );
      at('2029-04-01T12:00:00Z');
      await forget();
      expect(await steps()).toHaveLength(5);
      at('2029-04-01T12:00:01Z');
      await forget();
      expect(await steps()).toEqual(['asked', 'confirmed']);
    });
  });

  test('what fails keeps none of the others from being done, and is told', async () => {
    await createPerson(clinic);
    at('2030-01-01T00:00:00Z');
    await sql`alter table newsletter.consent rename to away`.execute(opened.database);
    try {
      await expect(forget()).rejects.toThrow(AggregateError);
    } finally {
      await sql`alter table newsletter.away rename to consent`.execute(opened.database);
    }
    expect(await accounts()).toEqual([]);
  });

  test('a server that stops leaves the rest to the next time', async () => {
    await createPerson(clinic);
    at('2030-01-01T00:00:00Z');
    await forget(() => true);
    expect(await accounts()).toHaveLength(1);
  });
});
