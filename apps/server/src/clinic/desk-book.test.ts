import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic, origin } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { createSignedIn } from '../../e2e/matrix-world.ts';

const nine = '2026-03-25T09:00:00.000Z';
const ten = '2026-03-25T10:00:00.000Z';
const path = '/api/v1/clinic/appointments';
const client = { name: 'Nora', email: 'nora@example.org', phone: '+44 20 7946 0001' };

describe.each(kinds)('booking at the desk on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  let cookie: string;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database, { mail: { publicUrl: origin } });
  }, 60_000);
  beforeEach(async () => {
    await clinic.reset();
    ({ cookie } = await createSignedIn(opened.database, clinic.clock, 'clinic-admin'));
  });
  afterAll(() => opened.close());

  const book = (more: object = {}, key: string = randomUUID()) =>
    clinic.ask('POST', path, {
      ...{ cookie, key },
      body: { treatment: 'visit', practitioner: 'ana', start: nine, client, ...more },
    });
  const log = async () => (await clinic.ask('GET', '/api/v1/clinic/log', { cookie })).body.items;
  const letters = async () => {
    const rows = await opened.database
      .selectFrom('mail.outbox')
      .select(['about', 'notice'])
      .orderBy('created_at')
      .execute();
    // biome-ignore lint/suspicious/noExplicitAny: what was written down is what the test looks at.
    return rows.map(({ about, notice }) => ({ about, notice: notice as any }));
  };

  test('is confirmed at once; the client gets the mail of every booking, with links that work', async () => {
    const booked = await book({ language: 'de' });
    expect(booked).toMatchObject({
      status: 201,
      body: {
        status: 'confirmed',
        start: nine,
        practitioner: 'ana',
        deposit: 2000,
        expiresAt: null,
      },
    });
    const { id } = booked.body;
    const [letter, ...more] = await letters();
    expect(more).toEqual([]);
    expect(letter!.about).toBe(`appointment ${id} confirmed 0`);
    expect(letter!.notice.notice).toMatchObject({
      kind: 'confirmed',
      language: 'de',
      to: { name: 'Nora', email: 'nora@example.org' },
    });
    expect(letter!.notice.links.map(({ purpose }: { purpose: string }) => purpose)).toEqual([
      'move',
      'cancel',
    ]);
    const day = await clinic.ask('GET', `${path}?from=2026-03-25&to=2026-03-25`, { cookie });
    expect(day.body.items).toMatchObject([{ id, client, reportAt: null, discount: 0 }]);
    expect(await log()).toMatchObject([{ action: 'booked', appointment: id, byYou: true }]);
  });

  test('needs no notice and may look far ahead, within working hours', async () => {
    clinic.clock.now = Date.parse('2026-03-25T08:50:00Z');
    ({ cookie } = await createSignedIn(opened.database, clinic.clock, 'clinic-admin'));
    const slots = async (from: string, to = from, more = '') =>
      clinic.ask('GET', `/api/v1/clinic/treatments/visit/slots?from=${from}&to=${to}${more}`, {
        cookie,
      });
    const { body } = await slots('2026-03-25', '2026-03-25', '&practitioner=ana');
    expect(body.zone).toBe('Europe/London');
    expect(body.items[0]).toEqual({
      start: nine,
      end: '2026-03-25T09:30:00.000Z',
      practitioner: 'ana',
      localStart: '2026-03-25T09:00:00+00:00',
    });
    expect((await slots('2027-03-01')).body.items.length).toBeGreaterThan(0);
    expect((await slots('2026-03-25', '2026-05-01')).status).toBe(422);
    expect((await book()).status).toBe(201);
    expect((await book({ start: '2026-03-25T22:00:00Z' })).body.code).toBe('not-offered');
  });

  test('a time that was just taken is not given twice, and the next three come with the answer', async () => {
    await clinic.book(nine, { practitioner: 'ana' });
    const refused = await book();
    expect(refused).toMatchObject({ status: 409, body: { code: 'just-taken' } });
    expect(refused.body.next).toHaveLength(3);
    expect(await log()).toEqual([]);
    expect((await book({ start: refused.body.next[0].start })).status).toBe(201);
    // Nobody is at two places at once, whoever books.
    expect((await book({ practitioner: 'ben', start: refused.body.next[0].start })).body.code).toBe(
      'just-taken',
    );
  });

  test('of many who book the same start at the desk and on the page, one has it', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, k) =>
        k % 2 === 0
          ? book({ client: { name: 'A', email: `a${k}@example.org` } })
          : clinic.hold(nine, { practitioner: 'ana' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  });

  test('the questions of a treatment are asked here too, and answers are not kept', async () => {
    const light = { treatment: 'light', practitioner: 'ben' };
    expect((await book(light)).body.code).toBe('question-unanswered');
    const yes = await book({ ...light, answers: [{ id: 'fever', applies: true }] });
    expect(yes.body).toMatchObject({ code: 'ask-the-clinic', detail: 'Please call us first.' });
    const no = await book({ ...light, answers: [{ id: 'fever', applies: false }] });
    expect(no.status).toBe(201);
    expect((await book({ treatment: 'nothing' })).body.code).toBe('unknown-treatment');
  });

  test('asked twice with one key, also at once, it is booked once', async () => {
    const key = randomUUID();
    const answers = await Promise.all([book({}, key), book({}, key), book({}, key)]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await book({ start: ten }, key)).body.code).toBe('key-reused');
    expect((await letters()).length).toBe(1);
    expect((await log()).length).toBe(1);
  });
});
