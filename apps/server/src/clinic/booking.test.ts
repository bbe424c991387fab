import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { expireHolds } from './appointments.ts';

const nine = '2026-03-25T09:00:00.000Z';
const halfPast = '2026-03-25T09:30:00.000Z';
const minute = 60_000;

describe.each(kinds)('booking on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database);
  }, 60_000);
  beforeEach(() => clinic.reset());
  afterAll(() => opened.close());

  test('a start is held, confirmed and read', async () => {
    const held = await clinic.hold(nine);
    expect(held.status).toBe(201);
    expect(held.body.appointment).toMatchObject({
      status: 'held',
      practitioner: 'ana',
      room: 'room-1',
      start: nine,
      localStart: '2026-03-25T09:00:00+00:00',
      expiresAt: '2026-03-20T12:10:00.000Z',
      price: 9000,
      deposit: 2000,
    });
    const { id } = held.body.appointment;
    const confirmed = await clinic.act(id, 'confirm', { token: held.body.links.confirm });
    expect(confirmed.status).toBe(200);
    expect(confirmed.body.appointment).toMatchObject({ status: 'confirmed', expiresAt: null });
    const path = `/api/v1/appointments/${id}`;
    const read = await clinic.ask('GET', path, { token: confirmed.body.links.cancel });
    expect(read.body.appointment).toEqual(confirmed.body.appointment);
    const again = await clinic.act(id, 'confirm', { token: held.body.links.confirm });
    expect(again.body).toEqual(confirmed.body);
  });

  test('two practitioners and two rooms take two, the third is told the next three', async () => {
    expect((await clinic.book(nine)).body.appointment.practitioner).toBe('ana');
    const second = await clinic.book(nine);
    expect(second.body.appointment).toMatchObject({ practitioner: 'ben', room: 'room-2' });
    const third = await clinic.hold(nine);
    expect(third.status).toBe(409);
    expect(third.headers.get('content-type')).toBe('application/problem+json');
    expect(third.body).toMatchObject({ code: 'just-taken', status: 409 });
    expect(third.body.next).toEqual([
      { start: halfPast, end: '2026-03-25T10:00:00.000Z', practitioner: 'ana' },
      { start: halfPast, end: '2026-03-25T10:00:00.000Z', practitioner: 'ben' },
      { start: '2026-03-25T10:00:00.000Z', end: '2026-03-25T10:30:00.000Z', practitioner: 'ana' },
    ]);
  });

  test('back to back is no overlap; a buffer is', async () => {
    const light = { treatment: 'light', answers: [{ id: 'fever', applies: false }] };
    expect((await clinic.book(nine, { practitioner: 'ben' })).status).toBe(200);
    expect((await clinic.book(halfPast, light)).status).toBe(200);
    // Ten minutes after 10:00 are kept free.
    expect((await clinic.hold('2026-03-25T10:00:00Z', { practitioner: 'ben' })).status).toBe(409);
    expect((await clinic.hold('2026-03-25T10:30:00Z', { practitioner: 'ben' })).status).toBe(201);
  });

  test('a room is nobody else’s meanwhile', async () => {
    await clinic.book(nine, { practitioner: 'ana' });
    const ben = await clinic.book(nine, { practitioner: 'ben' });
    expect(ben.body.appointment.room).toBe('room-2');
    const light = { treatment: 'light', answers: [{ id: 'fever', applies: false }] };
    expect((await clinic.hold(nine, light)).status).toBe(409);
  });

  test('nobody is at two places at once, however their address is written', async () => {
    expect((await clinic.book(nine, { email: 'One@example.org' })).status).toBe(200);
    const twice = await clinic.hold(nine, { email: 'one@EXAMPLE.org' });
    expect(twice.body.code).toBe('just-taken');
    expect((await clinic.hold(halfPast, { email: 'one@example.org' })).status).toBe(201);
  });

  test('a hold that was not confirmed in time is over, and its start is free', async () => {
    const held = await clinic.hold(nine, { practitioner: 'ana' });
    clinic.clock.now += 10 * minute;
    const { id } = held.body.appointment;
    const late = await clinic.act(id, 'confirm', { token: held.body.links.confirm });
    expect(late).toMatchObject({ status: 410, body: { code: 'hold-expired' } });
    const other = await clinic.hold(nine, { practitioner: 'ana' });
    expect(other.status).toBe(201);
    const path = `/api/v1/appointments/${id}`;
    const read = await clinic.ask('GET', path, { token: held.body.links.confirm });
    expect(read.body.appointment.status).toBe('expired');
    clinic.clock.now += 10 * minute;
    expect(await expireHolds(opened.database, clinic.clock.now)).toBe(1);
    expect(await expireHolds(opened.database, clinic.clock.now)).toBe(0);
  });

  test('one key, one hold: also when asked at once; another request under it is refused', async () => {
    const key = 'a-key-of-thirty-two-characters-0';
    const ask = () => clinic.hold(nine, { key, email: 'one@example.org' });
    const answers = await Promise.all([ask(), ask(), ask(), ask()]);
    for (const answer of answers) expect(answer.body).toEqual(answers[0]!.body);
    const { rows } = await count('clinic.appointment');
    expect(rows).toBe(1);
    const other = await clinic.hold(halfPast, { key, email: 'one@example.org' });
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  });

  const count = async (table: 'clinic.appointment') => {
    const { rows } = await opened.database
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    return { rows };
  };

  test('an appointment moves, once a link, and its old start is free', async () => {
    const booked = await clinic.book(nine, { practitioner: 'ana', email: 'one@example.org' });
    const { id } = booked.body.appointment;
    const moved = await clinic.act(id, 'move', {
      token: booked.body.links.move,
      body: { start: halfPast },
    });
    expect(moved.body.appointment).toMatchObject({ start: halfPast, sequence: 1, id });
    expect((await clinic.hold(nine, { practitioner: 'ana' })).status).toBe(201);
    const again = { token: booked.body.links.move, body: { start: '2026-03-25T11:00:00Z' } };
    expect((await clinic.act(id, 'move', again)).body.code).toBe('link-used');
    const old = await clinic.act(id, 'cancel', { token: booked.body.links.cancel });
    expect(old.body.code).toBe('link-used');
    const cancelled = await clinic.act(id, 'cancel', { token: moved.body.links.cancel });
    expect(cancelled.body.appointment).toMatchObject({ status: 'cancelled', sequence: 2 });
  });

  test('an earlier hold is let go for the next, of its own person alone, and only when that is there', async () => {
    const email = 'one@example.org';
    const only = { practitioner: 'ana', email } as const;
    const first = (await clinic.hold(nine, only)).body;
    const replaces = { id: first.appointment.id, link: first.links.confirm };
    // Their own hold stands in the way of whoever mends their name.
    expect((await clinic.hold(nine, { ...only, name: 'One' })).body.code).toBe('just-taken');
    const taken = await clinic.hold(halfPast, { practitioner: 'ana' });
    const refused = await clinic.hold(halfPast, { ...only, replaces } as object);
    expect(refused.body.code).toBe('just-taken');
    const status = async (held: typeof first) => {
      const path = `/api/v1/appointments/${held.appointment.id}`;
      const { body } = await clinic.ask('GET', path, { token: held.links.confirm });
      return body.appointment?.status ?? body.code;
    };
    expect(await status(first)).toBe('held');
    const second = await clinic.hold(nine, { ...only, name: 'One', replaces } as object);
    expect(second.status).toBe(201);
    expect(await status(first)).toBe('link-used');
    const others = { id: taken.body.appointment.id, link: second.body.links.confirm };
    const forged = await clinic.hold('2026-03-25T11:00:00Z', { replaces: others } as object);
    expect(forged.body.code).toBe('link-invalid');
    expect(await status(taken.body)).toBe('held');
    // What is confirmed stays.
    const { id } = second.body.appointment;
    const link = second.body.links.confirm;
    await clinic.act(id, 'confirm', { token: link });
    const next = { email, replaces: { id, link } } as object;
    expect((await clinic.hold('2026-03-25T12:00:00Z', next)).status).toBe(201);
    expect((await clinic.hold(nine, { practitioner: 'ana' })).status).toBe(409);
  });

  test('a link that was used opens nothing more: neither reading nor a report', async () => {
    const held = await clinic.hold(nine);
    const { id } = held.body.appointment;
    const path = `/api/v1/appointments/${id}`;
    const { confirm } = held.body.links;
    const booked = await clinic.act(id, 'confirm', { token: confirm });
    const code = async (method: string, address: string, token: string, body?: object) =>
      (await clinic.ask(method, address, { token, ...(body === undefined ? {} : { body }) })).body
        ?.code;
    expect(await code('GET', path, confirm)).toBe('link-used');
    const { links } = booked.body;
    await clinic.act(id, 'move', { token: links.move, body: { start: halfPast } });
    const report = {
      mediaType: 'application/pdf',
      content: Buffer.from('%PDF-1.7').toString('base64'),
    };
    for (const token of [links.move, links.cancel]) {
      expect(await code('GET', path, token)).toBe('link-used');
      expect(await code('PUT', `${path}/report`, token, report)).toBe('link-used');
      expect(await code('DELETE', `${path}/report`, token)).toBe('link-used');
    }
  });

  test('cancelling uses up the link for moving as well', async () => {
    const { appointment, links } = (await clinic.book(nine)).body;
    await clinic.act(appointment.id, 'cancel', { token: links.cancel });
    for (const token of [links.move, links.cancel]) {
      const read = await clinic.ask('GET', `/api/v1/appointments/${appointment.id}`, { token });
      expect(read).toMatchObject({ status: 410, body: { code: 'link-used' } });
    }
  });

  test('the answer to a confirmation can be fetched anew for ten minutes, while nothing changed', async () => {
    const held = await clinic.hold(nine);
    const { id } = held.body.appointment;
    const confirm = () => clinic.act(id, 'confirm', { token: held.body.links.confirm });
    const first = await confirm();
    clinic.clock.now += 10 * minute - 1;
    expect((await confirm()).body.links).toEqual(first.body.links);
    clinic.clock.now += 1;
    expect((await confirm()).body.code).toBe('link-used');

    const other = await clinic.hold(halfPast);
    const again = () =>
      clinic.act(other.body.appointment.id, 'confirm', { token: other.body.links.confirm });
    const { appointment, links } = (await again()).body;
    const elsewhere = { token: links.move, body: { start: '2026-03-25T11:00:00Z' } };
    await clinic.act(appointment.id, 'move', elsewhere);
    // It would tell the links of somebody who may have got the appointment since.
    expect((await again()).body.code).toBe('link-used');
  });

  test('a move onto a time that is taken changes nothing, and the link can be used again', async () => {
    await clinic.book(halfPast, { practitioner: 'ana' });
    const booked = await clinic.book(nine, { practitioner: 'ana' });
    const { id } = booked.body.appointment;
    const token = booked.body.links.move;
    const onto = (start: string) =>
      clinic.act(id, 'move', { token, body: { start, practitioner: 'ana' } });
    const refused = await onto(halfPast);
    expect(refused).toMatchObject({ status: 409, body: { code: 'just-taken' } });
    // Its own time does not stand in its way.
    expect(refused.body.next[0]).toMatchObject({ start: '2026-03-25T10:00:00.000Z' });
    const read = await clinic.ask('GET', `/api/v1/appointments/${id}`, { token });
    expect(read.body.appointment).toMatchObject({ start: nine, sequence: 0 });
    expect((await onto('2026-03-25T10:00:00Z')).status).toBe(200);
  });

  test('cancelling is free until a day before; then the deposit is kept', async () => {
    const early = await clinic.book(nine);
    const late = await clinic.book(halfPast);
    const cancel = ({ body }: typeof early) =>
      clinic.act(body.appointment.id, 'cancel', { token: body.links.cancel });
    clinic.clock.now = Date.parse('2026-03-24T09:00:00Z');
    expect((await cancel(early)).body.appointment).toMatchObject({ depositKept: 0 });
    clinic.clock.now = Date.parse('2026-03-24T09:30:00.001Z');
    expect((await cancel(late)).body.appointment).toMatchObject({ depositKept: 2000 });
    expect((await cancel(late)).body.code).toBe('already-cancelled');
    expect((await clinic.hold(nine, { practitioner: 'ana' })).status).toBe(201);
  });

  test('several who use one link at once: one succeeds', async () => {
    const booked = await clinic.book(nine);
    const { id } = booked.body.appointment;
    const token = booked.body.links.move;
    const starts = ['10', '11', '12', '13'].map((hour) => `2026-03-25T${hour}:00:00Z`);
    const answers = await Promise.all(
      starts.map((start) => clinic.act(id, 'move', { token, body: { start } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410]);
  });

  test('links are for one appointment and one purpose, and cannot be made up', async () => {
    const one = await clinic.book(nine);
    const two = await clinic.book(halfPast);
    const { id } = one.body.appointment;
    const code = async (verb: 'move' | 'cancel' | 'confirm', token: string) =>
      (await clinic.act(id, verb, { token, body: { start: halfPast } })).body.code;
    expect(await code('cancel', two.body.links.cancel)).toBe('link-invalid');
    expect(await code('cancel', one.body.links.move)).toBe('link-other-purpose');
    const token: string = one.body.links.cancel;
    for (let i = 0; i < token.length; i += 7) {
      const other = token[i] === 'A' ? 'B' : 'A';
      expect(await code('cancel', token.slice(0, i) + other + token.slice(i + 1))) //
        .toBe('link-invalid');
    }
    expect((await clinic.act(id, 'cancel', {})).status).toBe(401);
    clinic.clock.now = Date.parse(nine);
    expect(await code('cancel', token)).toBe('link-expired');
  });

  test('a question that is answered with yes or not at all is not sold past', async () => {
    const ask = (answers: unknown) =>
      clinic.hold(nine, { treatment: 'light', ...(answers ? { answers } : {}) } as object);
    expect((await ask(null)).body).toMatchObject({ code: 'question-unanswered', detail: 'fever' });
    expect((await ask([{ id: 'fever', applies: true }])).body).toMatchObject({
      code: 'ask-the-clinic',
      detail: 'Please call us first.',
    });
    expect((await ask([{ id: 'fever', applies: false }])).status).toBe(201);
  });

  test.each([
    ['in the past', '2026-03-19T09:00:00Z'],
    ['too soon', '2026-03-20T12:30:00Z'],
    ['beyond the days ahead', '2026-05-30T09:00:00Z'],
    ['off the grid', '2026-03-25T09:10:00Z'],
    ['after hours', '2026-03-25T17:00:00Z'],
  ])('a start %s is not offered', async (_, start) => {
    expect((await clinic.hold(start)).body.code).toBe('not-offered');
  });

  test('free starts are those that can be held', async () => {
    await clinic.book(nine);
    await clinic.book(nine);
    const path = '/api/v1/treatments/visit/slots?from=2026-03-25&to=2026-03-25';
    const { body } = await clinic.ask('GET', path);
    expect(body.items[0]).toMatchObject({ start: halfPast, practitioner: 'ana' });
    expect(body.items).toHaveLength(2 * 15);
  });
});
