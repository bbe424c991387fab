import { newsletterWording } from '@zonula/clinic';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { catalogue, createTestClinic } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { emptyTables } from '../../e2e/empty-tables.ts';
import { createSignedIn } from '../../e2e/matrix-world.ts';
import { saveCatalogue } from '../clinic/catalogue-store.ts';
import { cohortMigrations } from '../cohort/schema.ts';
import { migrate } from '../db/migrate.ts';
import { startBoss } from '../jobs/boss.ts';
import { asNewsletter } from './as-newsletter.ts';
import { discountCode, discountDigest } from './discount.ts';
import { newsletterMessage } from './letters.ts';
import { forgetUnconfirmed } from './subscribers.ts';

const secret = new Uint8Array(32).fill(7);
const addresses = { publicUrl: 'https://clinic.example', linkSecret: secret };
const day = 24 * 3_600_000;

describe.each(kinds)('the newsletter on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    // Whatever lies beside it in one database.
    await migrate(opened.database, () => 0, cohortMigrations, 'cohort');
    const boss = await startBoss(opened.database, { onError: () => {} });
    await boss.stop({ graceful: false });
    clinic = createTestClinic(opened.database, { mail: addresses });
  }, 60_000);
  beforeEach(async () => {
    await clinic.reset();
    await emptyTables(
      opened.database,
      ...['newsletter.subscriber', 'newsletter.consent', 'newsletter.outbox', 'newsletter.issue'],
    );
    const { clinic: own, ...rest } = catalogue;
    const generous = { ...rest, clinic: { ...own, newsletter: { discountPercent: 10 } } };
    await saveCatalogue(opened.database, generous, clinic.clock.now);
  });
  afterAll(() => opened.close());

  const subscribe = (email: string, more: object = {}) =>
    clinic.ask('POST', '/api/v1/newsletter/subscriptions', {
      body: { email, wording: newsletterWording, agreed: true, ...more },
    });
  const mails = async () => {
    const rows = await opened.database
      .selectFrom('newsletter.outbox')
      .select(['id', 'notice'])
      .orderBy('created_at')
      .execute();
    return rows.map(({ id, notice }) => newsletterMessage(addresses, id, notice));
  };
  const linkIn = (text: string): string => /https:\/\/clinic\.example(\S+)/u.exec(text)![1]!;
  const press = (path: string) =>
    clinic.app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
  const confirmed = async (email: string) => {
    await subscribe(email);
    const mail = (await mails()).find(({ to }) => to.email === email)!;
    expect((await press(linkIn(mail.text))).status).toBe(200);
    return (await mails()).filter(({ to }) => to.email === email).at(-1)!;
  };
  const proof = () =>
    opened.database
      .selectFrom('newsletter.consent')
      .select(['step', 'wording'])
      .orderBy('id')
      .execute();
  const subscribers = () =>
    opened.database.selectFrom('newsletter.subscriber').select('email').execute();

  test('the box has words with a version, and an unticked one is no subscription', async () => {
    const { body } = await clinic.ask('GET', '/api/v1/newsletter');
    expect(body).toMatchObject({ wording: newsletterWording, discountPercent: 10 });
    for (const more of [{ agreed: false }, { agreed: undefined }, { wording: 'newsletter-0' }])
      expect((await subscribe('one@example.org', more)).status).toBe(422);
    expect(await subscribers()).toEqual([]);
  });

  test('who asks is asked back; opening the link does nothing, pressing the button does', async () => {
    expect((await subscribe('One@example.org')).status).toBe(202);
    const [question, ...more] = await mails();
    expect(more).toEqual([]);
    expect(question).toMatchObject({ to: { email: 'one@example.org' } });
    expect(question!.headers).toBeUndefined();
    const link = linkIn(question!.text);
    const opening = await clinic.app.request(link);
    expect(opening.status).toBe(200);
    expect(await opening.text()).toContain('<form method="post">');
    expect((await mails()).length).toBe(1);
    expect((await press(link)).status).toBe(200);
    expect((await press(link)).status).toBe(200);
    const [, welcome, ...others] = await mails();
    expect(others).toEqual([]);
    expect(welcome!.headers).toEqual({
      'List-Unsubscribe': expect.stringMatching(
        /^<https:\/\/clinic\.example\/api\/v1\/newsletter\/leave\/.+>$/u,
      ),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(await proof()).toEqual([
      { step: 'asked', wording: newsletterWording },
      { step: 'confirmed', wording: newsletterWording },
    ]);
    expect((await press(link.replace(/.$/u, '_'))).status).toBe(403);
  });

  test('the answer tells nobody who is on the list, and nobody is flooded with questions', async () => {
    await confirmed('one@example.org');
    const [known, unknown] = [
      await subscribe('one@example.org'),
      await subscribe('two@example.org'),
    ];
    expect(known.body).toEqual(unknown.body);
    await subscribe('two@example.org');
    expect((await mails()).filter(({ to }) => to.email === 'two@example.org')).toHaveLength(1);
    clinic.clock.now += day;
    await subscribe('two@example.org');
    expect((await mails()).filter(({ to }) => to.email === 'two@example.org')).toHaveLength(2);
  });

  test('one click leaves, as mail programs do it; the address is forgotten, the proof is not', async () => {
    const welcome = await confirmed('one@example.org');
    const path = welcome.headers!['List-Unsubscribe']!.replace(
      /^<https:\/\/clinic\.example|>$/gu,
      '',
    );
    expect((await clinic.app.request(path)).status).toBe(200);
    expect(await subscribers()).toHaveLength(1);
    expect((await press(path)).status).toBe(200);
    expect((await press(path)).status).toBe(200);
    expect(await subscribers()).toEqual([]);
    expect((await proof()).map(({ step }) => step)).toEqual(['asked', 'confirmed', 'left']);
    for (const table of ['subscriber', 'consent', 'outbox'])
      expect(
        JSON.stringify(
          (await sql`select * from ${sql.table(`newsletter.${table}`)}`.execute(opened.database))
            .rows,
        ),
      ).not.toContain('one@example.org');
  });

  test('who never confirms is forgotten after a week', async () => {
    await subscribe('one@example.org');
    clinic.clock.now += 7 * day;
    expect(await forgetUnconfirmed(opened.database, clinic.clock.now)).toBe(0);
    expect(await forgetUnconfirmed(opened.database, clinic.clock.now + 1)).toBe(1);
    expect(await subscribers()).toEqual([]);
  });

  test('an issue goes to everybody who has confirmed, once, and only an administrator sends it', async () => {
    await confirmed('one@example.org');
    await confirmed('two@example.org');
    await subscribe('never@example.org');
    const issue = { subject: { en: 'News', de: 'Neues' }, text: { en: 'A\n\nB', de: 'C' } };
    const { cookie } = await createSignedIn(opened.database, clinic.clock, 'clinic-admin');
    const send = (more: object) =>
      clinic.ask('POST', '/api/v1/newsletter/issues', {
        body: issue,
        key: 'a-key-for-this-issue',
        ...more,
      });
    expect((await send({})).status).toBe(401);
    const answers = await Promise.all([send({ cookie }), send({ cookie }), send({ cookie })]);
    expect(answers.map(({ body }) => body.written).sort()).toEqual([0, 0, 2]);
    const other = { ...issue, subject: { en: 'Other', de: 'Anderes' } };
    expect((await send({ cookie, body: other })).body.code).toBe('key-reused');
    const sent = (await mails()).filter(({ subject }) => subject === 'News');
    expect(sent.map(({ to }) => to.email).sort()).toEqual(['one@example.org', 'two@example.org']);
    expect(sent[0]!.headers).toHaveProperty('List-Unsubscribe-Post');
  });

  const codeIn = (text: string): string => /\b(?:\w{5}-){3}\w{5}\b/u.exec(text)![0];

  test('the code takes its part off a first appointment, once, however many try at once', async () => {
    const code = codeIn((await confirmed('one@example.org')).text);
    const hold = (start: string, discount = code) => clinic.hold(start, { discount } as object);
    const starts = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30'];
    const answers = await Promise.all(starts.map((time) => hold(`2026-03-25T${time}:00Z`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422, 422]);
    const winner = answers.find(({ status }) => status === 201)!.body;
    expect(winner.appointment).toMatchObject({ price: 9000, discount: 900 });
    // What is let go gives the code back.
    clinic.clock.now += 11 * 60_000;
    const again = await hold('2026-03-25T14:00:00Z', code.toLowerCase().replaceAll('-', ' '));
    expect(again.status).toBe(201);
    const { appointment, links } = again.body;
    await clinic.act(appointment.id, 'confirm', { token: links.confirm });
    clinic.clock.now += 11 * 60_000;
    expect((await hold('2026-03-25T15:00:00Z')).body.code).toBe('discount-invalid');
  });

  test('a code that would take nothing off is not used up', async () => {
    const code = codeIn((await confirmed('one@example.org')).text);
    const more = { discount: code } as object;
    await saveCatalogue(opened.database, catalogue, clinic.clock.now);
    const answer = await clinic.hold('2026-03-25T09:00:00Z', more);
    expect(answer.body.code).toBe('discount-invalid');
    const { newsletter: _, ...own } = catalogue.clinic;
    const generous = { ...catalogue, clinic: { ...own, newsletter: { discountPercent: 5 } } };
    await saveCatalogue(opened.database, generous, clinic.clock.now);
    const held = await clinic.hold('2026-03-25T09:00:00Z', more);
    expect(held.body.appointment).toMatchObject({ price: 9000, discount: 450 });
  });

  test('no code for who has been here, nor one that we never gave', async () => {
    await clinic.book('2026-03-25T09:00:00Z', { email: 'one@example.org' });
    const code = codeIn((await confirmed('one@example.org')).text);
    const more = { email: 'one@example.org', discount: code } as object;
    expect((await clinic.hold('2026-03-25T10:00:00Z', more)).body.code).toBe('discount-invalid');
    for (const discount of [
      code.replace(/.$/u, code.endsWith('A') ? 'B' : 'A'),
      'x',
      'AAAAA-AAAAA-AAAAA-AAAAA',
    ])
      expect((await clinic.hold('2026-03-25T10:00:00Z', { discount } as object)).body.code).toBe(
        'discount-invalid',
      );
    expect(discountCode(secret, 'One@example.org')).toBe(code);
    expect(discountDigest(new Uint8Array(32), code)).toBeNull();
  });

  test('who never confirmed is forgotten in a week, also where no mail could be sent', async () => {
    await subscribe('one@example.org');
    await confirmed('two@example.org');
    await forgetUnconfirmed(opened.database, clinic.clock.now + 8 * day);
    const kept = await opened.database.selectFrom('newsletter.outbox').select('notice').execute();
    expect(JSON.stringify(kept)).not.toContain('one@example.org');
    expect(kept.filter(({ notice }) => notice !== null)).toHaveLength(2);
  });

  test('two codes at once make two first appointments of nobody', async () => {
    const codes = [
      codeIn((await confirmed('one@example.org')).text),
      codeIn((await confirmed('two@example.org')).text),
    ];
    const answers = await Promise.all(
      codes.map((discount, k) =>
        clinic.hold(`2026-03-2${5 + k}T09:00:00Z`, {
          email: 'one@example.org',
          discount,
        } as object),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  test('its role can read and change nothing but the newsletter: every table is tried', async () => {
    const { rows: tables } = await sql<{ place: string; own: boolean }>`
      select quote_ident(nspname) || '.' || quote_ident(relname) as place, nspname = 'newsletter' as own
      from pg_class c join pg_namespace n on n.oid = relnamespace
      where relkind in ('r', 'p', 'v', 'm') and nspname !~ '^pg_' and nspname <> 'information_schema'`.execute(
      opened.database,
    );
    expect(tables.filter(({ own }) => own).length).toBe(4);
    expect(tables.map(({ place }) => place)).toEqual(
      expect.arrayContaining([
        'clinic.appointment',
        'clinic.client',
        'account.account',
        'mail.outbox',
        'zonula.secret',
        'relay.part',
        'sharing.share',
        'cohort.diary',
        'pgboss.job',
      ]),
    );
    const attempt = (statement: string) =>
      asNewsletter(opened.database, (transaction) => sql.raw(statement).execute(transaction));
    for (const { place, own } of tables) {
      if (own) await attempt(`select from ${place}`);
      else
        for (const statement of [
          `select from ${place}`,
          `insert into ${place} default values`,
          `delete from ${place}`,
          `truncate ${place}`,
          `copy ${place} to stdout`,
          `create view newsletter.looked as select * from ${place}`,
        ])
          await expect(attempt(statement), statement).rejects.toMatchObject({ code: '42501' });
    }
    // Nor does it become somebody else who could.
    const { rows: roles } = await sql<{ name: string }>`select rolname as name from pg_roles
      where pg_has_role('zonula_newsletter', oid, 'member') and rolname <> 'zonula_newsletter'`.execute(
      opened.database,
    );
    expect(roles).toEqual([]);
    for (const [schema, name] of [
      ['relay', 'append_each'],
      ['audit', 'refuse_change'],
    ])
      await expect(attempt(`select ${schema}.${name}()`)).rejects.toMatchObject({ code: '42501' });
  });

  test('nothing chooses among its readers: it holds an address, a language, words and times, and an issue goes to all', async () => {
    const { rows } = await sql<{ column: string }>`select column_name as column
      from information_schema.columns where table_schema = 'newsletter' and table_name = 'subscriber' order by 1`.execute(
      opened.database,
    );
    expect(rows.map(({ column }) => column)).toEqual([
      'asked_at',
      'confirmed_at',
      'email',
      'id',
      'language',
      'wording',
    ]);
    const { body } = await clinic.ask('GET', '/api/v1/openapi.json');
    const { IssueRequest, SubscriptionRequest } = body.components.schemas;
    expect(Object.keys(IssueRequest.properties).sort()).toEqual(['subject', 'text']);
    expect(Object.keys(SubscriptionRequest.properties).sort()).toEqual([
      'agreed',
      'email',
      'language',
      'wording',
    ]);
  });

  test('nothing in it points to anything outside, and nothing outside points into it', async () => {
    const { rows } = await sql`
      select conname from pg_constraint
      where contype = 'f' and (conrelid::regclass::text like 'newsletter.%') <> (confrelid::regclass::text like 'newsletter.%')`.execute(
      opened.database,
    );
    expect(rows).toEqual([]);
  });
});
