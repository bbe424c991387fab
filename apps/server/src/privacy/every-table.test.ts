import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newsletterWording } from '@zonula/clinic';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestClinic, origin } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { createWorld } from '../../e2e/matrix-world.ts';
import { cohortMigrations } from '../cohort/schema.ts';
import { migrate } from '../db/migrate.ts';
import { erasePerson } from './erase.ts';
import { everyTable } from './every-table.ts';

/** Of whom a table holds something, and what becomes of that when they are erased. */
type Holds =
  /** Of the holder of an account, or of a client of the clinic: the command erases it. */
  | 'account'
  | 'client'
  /** Under a digest or a sealed name that the command cannot tell to be theirs; it goes by its time. */
  | 'digest'
  /** Sealed, under a key of the person's devices, which delete it themselves. */
  | 'devices'
  /** Under the name that a study gave; `zonula cohort withdraw` forgets it. */
  | 'study'
  | 'nobody';

/** A new table needs a line here, and its line in the table of docs/security.md unless it holds nothing of anybody. */
const tables: Readonly<Record<string, Holds>> = {
  'account.account': 'account',
  'account.ceremony': 'account',
  'account.passkey': 'account',
  'account.recovery_code': 'account',
  'account.role': 'account',
  'account.session': 'account',
  'audit.access': 'digest',
  'clinic.appointment': 'client',
  'clinic.appointment_event': 'client',
  'clinic.attachment': 'client',
  'clinic.catalogue_version': 'account',
  'clinic.client': 'client',
  'clinic.clinic': 'nobody',
  'clinic.desk_action': 'account',
  'clinic.discount_use': 'digest',
  'clinic.link': 'client',
  'clinic.practitioner': 'nobody',
  'clinic.program_key': 'nobody',
  'clinic.report_reading': 'client',
  'clinic.room': 'nobody',
  'clinic.treatment': 'nobody',
  'clinic.waiting': 'client',
  'clinic.waiting_offer': 'client',
  'cohort.consent': 'study',
  'cohort.contrast': 'study',
  'cohort.diary': 'study',
  'cohort.migration': 'nobody',
  'cohort.person': 'study',
  'cohort.personal': 'study',
  'cohort.result': 'study',
  'cohort.run': 'nobody',
  'cohort.summary': 'study',
  'cohort.trial': 'study',
  'mail.outbox': 'client',
  'newsletter.consent': 'digest',
  'newsletter.issue': 'nobody',
  'newsletter.outbox': 'client',
  'newsletter.subscriber': 'client',
  'relay.key': 'devices',
  'relay.log': 'devices',
  'relay.part': 'devices',
  'relay.row': 'devices',
  'sharing.clinician_key': 'account',
  'sharing.share': 'account',
  'zonula.idempotency': 'client',
  'zonula.migration': 'nobody',
  'zonula.rate': 'digest',
  'zonula.secret': 'nobody',
};
const holding = (what: Holds): string[] =>
  Object.keys(tables).filter((table) => tables[table] === what);

test('whatever holds something of somebody stands in the table of how long it is kept', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../docs/security.md'), 'utf8');
  const section = /\n## How long things are kept[^\n]*\n(.*?)\n## /su.exec(text)![1]!;
  const named = [...section.matchAll(/`(\w+\.\w+)`/gu)].map(([, table]) => table);
  const expected = Object.keys(tables).filter((table) => tables[table] !== 'nobody');
  expect([...new Set(named)].sort()).toEqual(expected.sort());
});

describe.each(kinds)('every table of %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    await migrate(opened.database, () => 0, cohortMigrations, 'cohort');
    clinic = createTestClinic(opened.database, { mail: { publicUrl: origin } });
  }, 120_000);
  afterAll(() => opened.close());

  const run = (statement: string) => sql.raw(statement).execute(opened.database);
  /** How many rows of each table hold one of the words as text; what is erased is looked for by other means than it is erased. */
  const rowsHolding = async (words: readonly string[]): Promise<Map<string, number>> => {
    const found = new Map<string, number>();
    for (const table of Object.keys(tables)) {
      const { rows } = await sql<{ text: string }>`
        select t::text as text from ${sql.table(table)} t`.execute(opened.database);
      const own = rows.filter(({ text }) => words.some((word) => text.includes(word)));
      if (own.length > 0) found.set(table, own.length);
    }
    return found;
  };
  const erase = (person: Parameters<typeof erasePerson>[1]) =>
    erasePerson(opened.database, person, { now: clinic.clock.now, newId: randomUUID });

  test('has its line: of whom it holds something', async () => {
    const there = await opened.database.transaction().execute(everyTable);
    expect(there).toEqual(Object.keys(tables).sort());
  });

  test('of accounts is filled and then erased', async () => {
    const { people } = await createWorld(clinic, opened.database);
    const touched = new Set<string>();
    for (const [name, { account, passkeys, session }] of people) {
      await run(`insert into account.recovery_code values
        (decode('${randomBytes(32).toString('hex')}', 'hex'), '${account}', null)`);
      await run(`insert into account.ceremony values
        ('${randomUUID()}', 'add', '${account}', 'x', '2027-01-01')`);
      await run(`insert into clinic.catalogue_version (version, at, account, source, changes, document)
        select coalesce(max(version), 0) + 1, now(), '${account}', 'desk', '[]', '{}' from clinic.catalogue_version`);
      await run(
        `insert into clinic.desk_action (at, account, action) values (now(), '${account}', 'came')`,
      );
      const words = [account, ...passkeys, session];
      for (const table of (await rowsHolding(words)).keys()) touched.add(table);
      expect(await erase({ kind: 'account', account }), name).not.toBeNull();
      expect(await rowsHolding(words)).toEqual(new Map());
    }
    expect([...touched].sort()).toEqual(holding('account').sort());
  });

  test('of clients is filled and then erased', async () => {
    await clinic.reset();
    const email = 'ann@example.org';
    const key = `a-key-of-ann-${randomUUID()}`;
    const held = await clinic.hold('2026-03-25T09:00:00Z', { email, key, name: 'Annabel' });
    const { id } = held.body.appointment;
    const token = held.body.links.confirm;
    const { links } = (await clinic.act(id, 'confirm', { token })).body;
    const content = Buffer.from('%PDF-1.7').toString('base64');
    await clinic.ask('PUT', `/api/v1/appointments/${id}/report`, {
      token: links.move,
      body: { mediaType: 'application/pdf', content },
    });
    await clinic.ask('POST', '/api/v1/newsletter/subscriptions', {
      body: { email, wording: newsletterWording, agreed: true },
    });
    const waiting = randomUUID();
    await run(`insert into clinic.waiting (id, client, client_name, language, treatment, from_day, until_day, consent_wording,
        joined_at, status)
      select '${waiting}', client, 'Annabel', 'en', treatment, '2026-04-01', '2026-04-02', 'waiting-1', now(), 'waiting'
      from clinic.appointment`);
    await run(`insert into clinic.waiting_offer values ('${waiting}', now(), now())`);
    await run(
      `insert into clinic.report_reading (appointment, practitioner, at) values ('${id}', 'ana', now())`,
    );
    const words = [email, 'Annabel', id, waiting];
    const before = await rowsHolding(words);
    expect([...before.keys()].sort()).toEqual(holding('client').sort());
    expect(await erase({ kind: 'client', email })).toMatchObject({ keptWithoutName: 0 });
    expect(await rowsHolding(words)).toEqual(new Map());
  });
});
