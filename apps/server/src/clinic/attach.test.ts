import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { createSignedIn } from '../../e2e/matrix-world.ts';
import { startSession } from '../account/sessions.ts';
import { largestAttachment } from './attach.ts';

describe.each(kinds)('what goes with an appointment on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database);
  }, 60_000);
  beforeEach(() => clinic.reset());
  afterAll(() => opened.close());

  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.of(0, 255, 10, 13)]);
  const attach = (id: string, token: string, content: Buffer, mediaType = 'application/pdf') =>
    clinic.ask('PUT', `/api/v1/appointments/${id}/report`, {
      token,
      body: { mediaType, content: content.toString('base64') },
    });
  /** As somebody who has signed in just now. */
  const signedInAgain = (account: string): Promise<string> =>
    opened.database.transaction().execute(async (transaction) => {
      const context = {
        database: opened.database,
        now: () => clinic.clock.now,
        newId: randomUUID,
        randomBytes: (length: number) => randomBytes(length),
      };
      const { token } = await startSession(context, transaction, account, 'passkey');
      return `__Host-zonula-session=${token}`;
    });
  const signedIn = (practitioner: 'ana' | 'ben') =>
    createSignedIn(opened.database, clinic.clock, 'clinician', practitioner);

  test('a report is read by the practitioner of the appointment alone, byte for byte', async () => {
    const { appointment, links } = (
      await clinic.book('2026-03-25T09:00:00Z', { practitioner: 'ana' })
    ).body;
    expect((await attach(appointment.id, links.move, pdf)).status).toBe(204);
    const read = async (who: 'ana' | 'ben') => {
      const { cookie } = await signedIn(who);
      const answer = await clinic.ask('GET', `/api/v1/appointments/${appointment.id}/report`, {
        cookie,
      });
      await opened.database.deleteFrom('account.role').execute();
      return answer;
    };
    expect((await read('ben')).body.code).toBe('unknown-report');
    const { body } = await read('ana');
    expect(Buffer.from(body.content, 'base64')).toEqual(pdf);
    // The link can still move and cancel; another report takes the place of the first.
    const page = Buffer.from('<!doctype html><p>Ä');
    expect((await attach(appointment.id, links.move, page, 'text/html')).status).toBe(204);
    expect((await read('ana')).body.mediaType).toBe('text/html');
    const path = `/api/v1/appointments/${appointment.id}/report`;
    expect((await clinic.ask('DELETE', path, { token: links.cancel })).status).toBe(204);
    expect((await read('ana')).status).toBe(404);
  });

  test('who reads it is noted for the person, who sees it also after the appointment', async () => {
    const { appointment, links } = (
      await clinic.book('2026-03-25T09:00:00Z', { practitioner: 'ana' })
    ).body;
    await attach(appointment.id, links.move, pdf);
    const path = `/api/v1/appointments/${appointment.id}/report`;
    const readings = (query = '', token = links.move) =>
      clinic.ask('GET', `${path}/readings${query}`, { token });
    expect((await readings()).body).toEqual({ items: [], next: null });
    const ana = await signedIn('ana');
    const ben = await signedIn('ben');
    expect((await clinic.ask('GET', path, ben)).status).toBe(404);
    clinic.clock.now = Date.parse('2026-03-24T08:00:00Z');
    expect((await clinic.ask('GET', path, ana)).status).toBe(401);
    const again = await signedInAgain(ana.account);
    for (const second of [0, 1, 2]) {
      clinic.clock.now = Date.parse('2026-03-24T08:00:00Z') + second * 1000;
      expect((await clinic.ask('GET', path, { cookie: again })).status).toBe(200);
    }
    // After the appointment nothing can be moved, but everything seen, and taken back.
    clinic.clock.now = Date.parse('2026-03-26T09:00:00Z');
    for (const token of [links.move, links.cancel]) {
      const old = await clinic.ask('GET', `/api/v1/appointments/${appointment.id}`, { token });
      expect(old.status).toBe(200);
      expect(old.body.links).toEqual({});
      expect(old.body.appointment).toEqual({
        ...appointment,
        reportAt: '2026-03-20T12:00:00.000Z',
        cancellation: expect.anything(),
      });
    }
    for (const verb of ['move', 'cancel'] as const) {
      const body = { start: '2026-03-27T09:00:00Z' };
      const late = await clinic.act(appointment.id, verb, { token: links[verb], body });
      expect(late.body.code).toBe('link-expired');
    }
    expect((await attach(appointment.id, links.move, pdf)).body.code).toBe('link-expired');
    const first = (await readings('?limit=2')).body;
    expect(first.items.map(({ at }: { at: string }) => at)).toEqual([
      '2026-03-24T08:00:02.000Z',
      '2026-03-24T08:00:01.000Z',
    ]);
    const rest = (await readings(`?limit=2&before=${first.next}`, links.cancel)).body;
    expect(rest).toEqual({
      items: [
        {
          id: expect.any(Number),
          at: '2026-03-24T08:00:00.000Z',
          practitioner: 'ana',
          name: 'Ana',
        },
      ],
      next: null,
    });
    expect((await clinic.ask('DELETE', path, { token: links.move })).status).toBe(204);
    expect((await readings()).body.items).toHaveLength(3);
    expect((await clinic.ask('GET', `${path}/readings`)).status).toBe(401);
    for (const statement of [
      'delete from clinic.report_reading',
      'update clinic.report_reading set practitioner = $$ben$$',
    ])
      await expect(sql.raw(statement).execute(opened.database)).rejects.toThrow(/only added to/u);
  });

  test('a report stays when the appointment is moved, and is forgotten when somebody else is to read it', async () => {
    const { appointment, links } = (
      await clinic.book('2026-03-25T09:00:00Z', { practitioner: 'ana' })
    ).body;
    expect((await attach(appointment.id, links.move, pdf)).status).toBe(204);
    const move = (token: string, start: string, practitioner: string) =>
      clinic.act(appointment.id, 'move', { token, body: { start, practitioner } });
    const kept = () => opened.database.selectFrom('clinic.attachment').selectAll().execute();
    const later = await move(links.move, '2026-03-25T11:00:00Z', 'ana');
    expect(later.status).toBe(200);
    expect(await kept()).toHaveLength(1);
    const other = await move(later.body.links.move, '2026-03-25T12:00:00Z', 'ben');
    expect(other.body.appointment).toMatchObject({ practitioner: 'ben', reportAt: null });
    expect(await kept()).toEqual([]);
  });

  test('a report is forgotten as soon as its appointment is cancelled', async () => {
    const { appointment, links } = (await clinic.book('2026-03-25T09:00:00Z')).body;
    expect((await attach(appointment.id, links.move, pdf)).status).toBe(204);
    expect((await clinic.act(appointment.id, 'cancel', { token: links.cancel })).status).toBe(200);
    const kept = await opened.database.selectFrom('clinic.attachment').selectAll().execute();
    expect(kept).toEqual([]);
  });

  test('what is not what it says, empty or too large is refused, and nothing after the beginning', async () => {
    const { appointment, links } = (await clinic.book('2026-03-25T09:00:00Z')).body;
    const refused = async (...args: [Buffer, string?]) =>
      (await attach(appointment.id, links.move, ...args)).status;
    expect(await refused(Buffer.from('<script>'))).toBe(422);
    expect(await refused(Buffer.alloc(0))).toBe(422);
    expect(await refused(pdf, 'image/png')).toBe(422);
    const large = Buffer.concat([pdf, Buffer.alloc(largestAttachment - pdf.length)]);
    expect(await refused(large)).toBe(204);
    expect(await refused(Buffer.concat([large, Buffer.of(1)]))).toBe(422);
    expect(await refused(Buffer.concat([large, large]))).toBe(413);
    clinic.clock.now = Date.parse('2026-03-25T09:00:00Z');
    expect(await refused(pdf)).toBe(410);
  });

  test('the deposit that was received is noted, and never more than was asked', async () => {
    const { appointment, links } = (await clinic.book('2026-03-25T09:00:00Z')).body;
    const { cookie } = await createSignedIn(opened.database, clinic.clock, 'clinic-admin');
    const note = (received: number) =>
      clinic.ask('PUT', `/api/v1/clinic/appointments/${appointment.id}/deposit`, {
        cookie,
        body: { received },
      });
    expect((await note(2001)).status).toBe(422);
    expect((await note(2000)).status).toBe(204);
    const read = await clinic.ask('GET', `/api/v1/appointments/${appointment.id}`, {
      token: links.move,
    });
    expect(read.body.appointment).toMatchObject({ deposit: 2000, depositReceived: 2000 });
  });
});
