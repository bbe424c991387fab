/// <reference types="fhir/r4" />
import { Fhir } from 'fhir/fhir';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { createSignedIn } from '../../e2e/matrix-world.ts';
import { usualRates } from '../limits/rates.ts';

const base = '/api/fhir/r4';
const validator = new Fhir();
/** What does not fit HL7's definitions of R4. */
const problemsOf = (resource: fhir4.FhirResource): unknown[] =>
  validator
    .validate(resource, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => ['error', 'fatal'].includes(String(severity)));

describe.each(kinds)('programs with a key on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  let cookie: string;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database);
  }, 60_000);
  beforeEach(async () => {
    await clinic.reset();
    await opened.database.deleteFrom('clinic.program_key').execute();
    await opened.database.deleteFrom('zonula.rate').execute();
    ({ cookie } = await createSignedIn(opened.database, clinic.clock, 'clinic-admin'));
  });
  afterAll(() => opened.close());

  const keyFor = async (request: object) => {
    const body = { label: 'Program', ...request };
    const made = await clinic.ask('POST', '/api/v1/clinic/keys', { cookie, body });
    expect(made.status).toBe(201);
    return made.body;
  };
  const text = async (path: string, token?: string) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await clinic.app.request(path, { headers });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };
  const get = async (path: string, token: string) => {
    const { status, text: body } = await text(
      path.startsWith('/') ? path : `${base}/${path}`,
      token,
    );
    expect({ path, status }).toEqual({ path, status: 200 });
    const resource = JSON.parse(body);
    expect({ path, problems: problemsOf(resource) }).toEqual({ path, problems: [] });
    return resource;
  };

  test('a calendar follows a practitioner, names nobody, and ends when its key is revoked', async () => {
    await clinic.book('2026-03-25T09:00:00Z', { practitioner: 'ana', name: 'Somebody' });
    await clinic.book('2026-03-25T10:00:00Z', { practitioner: 'ben' });
    const { calendar, key } = await keyFor({ use: 'calendar', practitioner: 'ana' });
    const path = calendar.replace('https://clinic.example', '');
    const feed = await text(path);
    expect(feed).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' });
    expect(feed.text.match(/BEGIN:VEVENT/gu)).toHaveLength(1);
    expect(feed.text).toContain('DTSTART:20260325T090000Z');
    expect(feed.text).not.toMatch(/Somebody|example\.org|visit/iu);
    const stored = await opened.database.selectFrom('clinic.program_key').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(path.slice(-47, -4));
    expect(JSON.stringify(clinic.logs)).not.toContain(path.slice(-47, -4));
    expect((await clinic.ask('DELETE', `/api/v1/clinic/keys/${key.id}`, { cookie })).status).toBe(
      204,
    );
    expect((await text(path)).status).toBe(403);
    const { body } = await clinic.ask('GET', '/api/v1/clinic/keys', { cookie });
    expect(body.items).toMatchObject([{ id: key.id, revokedAt: expect.any(String) }]);
  });

  test('what it can do fits the definitions of R4', async () => {
    const { status, type, text: body } = await text(`${base}/metadata`);
    expect({ status, type }).toEqual({ status: 200, type: 'application/fhir+json; charset=utf-8' });
    expect(problemsOf(JSON.parse(body))).toEqual([]);
    expect(problemsOf({ resourceType: 'Slot', nothing: 1 } as unknown as fhir4.Slot)).not.toEqual(
      [],
    );
  });

  test('appointments are found by date, status, practitioner and id, a page at a time', async () => {
    for (const time of ['09:00', '10:00', '11:00', '12:00', '13:00'])
      await clinic.book(`2026-03-25T${time}:00Z`, { practitioner: 'ana' });
    const ben = await clinic.book('2026-03-26T09:00:00Z', {
      practitioner: 'ben',
      name: 'Client B',
    });
    await clinic.hold('2026-03-27T09:00:00Z', { practitioner: 'ben' });
    const { token } = await keyFor({ use: 'fhir' });
    const totals = async (query: string): Promise<number> =>
      (await get(`Appointment?${query}`, token)).total;
    expect(await totals('')).toBe(7);
    expect(await totals('status=booked')).toBe(6);
    expect(await totals('status=pending')).toBe(1);
    expect(await totals('practitioner=Practitioner/ben')).toBe(2);
    expect(await totals('date=2026-03-25')).toBe(5);
    expect(await totals('date=ge2026-03-25T11:00:00Z&date=lt2026-03-26')).toBe(3);
    expect(await totals('date=2027')).toBe(0);
    let next: string | undefined = `${base}/Appointment?_count=3`;
    const found: string[] = [];
    while (next !== undefined) {
      const page: fhir4.Bundle = await get(next.replace('https://clinic.example', ''), token);
      found.push(...page.entry!.map(({ resource }) => resource!.id!));
      next = page.link!.find(({ relation }) => relation === 'next')?.url;
    }
    expect(new Set(found).size).toBe(7);
    const { id } = ben.body.appointment;
    const one = await get(`Appointment/${id}`, token);
    expect(one).toMatchObject({
      status: 'booked',
      start: '2026-03-26T09:00:00.000Z',
      minutesDuration: 30,
    });
    expect(JSON.stringify(one)).toContain('Client B');
    expect(JSON.stringify(one)).not.toContain('example.org');
    expect((await get(`Appointment?_id=${id}`, token)).total).toBe(1);
    clinic.clock.now += 11 * 60_000;
    expect(await totals('status=pending')).toBe(0);
  });

  test('an appointment to which nobody came is a noshow, until that is taken back', async () => {
    const booked = await clinic.book('2026-03-25T09:00:00Z', { practitioner: 'ana' });
    await clinic.book('2026-03-25T10:00:00Z', { practitioner: 'ana' });
    const { id } = booked.body.appointment;
    const { token } = await keyFor({ use: 'fhir' });
    clinic.clock.now = Date.parse('2026-03-25T09:40:00Z');
    const desk = await createSignedIn(opened.database, clinic.clock, 'clinic-admin');
    const note = (missed: boolean) =>
      clinic.ask('PUT', `/api/v1/clinic/appointments/${id}/attendance`, {
        cookie: desk.cookie,
        body: { missed },
      });
    const found = async () => ({
      status: (await get(`Appointment/${id}`, token)).status,
      noshow: (await get('Appointment?status=noshow', token)).total,
      booked: (await get('Appointment?status=booked', token)).total,
      either: (await get('Appointment?status=noshow,booked', token)).total,
    });
    expect(await found()).toEqual({ status: 'booked', noshow: 0, booked: 2, either: 2 });
    await note(true);
    expect(await found()).toEqual({ status: 'noshow', noshow: 1, booked: 1, either: 2 });
    const one = await get(`Appointment/${id}`, token);
    expect(one.meta.lastUpdated).toBe('2026-03-25T09:40:00.000Z');
    await note(false);
    expect(await found()).toEqual({ status: 'booked', noshow: 0, booked: 2, either: 2 });
  });

  test('dates that no clinic has are told apart from none, and break nothing', async () => {
    const { token } = await keyFor({ use: 'fhir' });
    for (const [query, status] of [
      ['date=ge0000-01-01T00:00Z', 422],
      ['date=le9999-12-31T23:59-23:59', 422],
      ['date=2026-13', 422],
      ['date=ge2000-01-01T00:00Z&date=le2198-12-31T23:59Z', 200],
      ['_after=999999999999999~6f9c3d5e-0000-4000-8000-000000000001', 422],
      ['_after=9999999999999~6f9c3d5e-0000-4000-8000-000000000001', 200],
    ] as const)
      expect({ query, ...(await text(`${base}/Appointment?${query}`, token)) }).toMatchObject({
        query,
        status,
      });
  });

  test('programs are counted as every caller is', async () => {
    const few = { ...usualRates, caller: { burst: 2, everyMs: 60_000 } };
    const strict = createTestClinic(opened.database, { rates: few });
    const statuses = [];
    for (let tries = 0; tries < 3; tries++)
      statuses.push((await strict.app.request(`${base}/Schedule`)).status);
    expect(statuses).toEqual([401, 401, 429]);
  });

  test('slots are the steps of the hours, free, tentative or busy', async () => {
    await clinic.book('2026-03-25T09:00:00Z', { practitioner: 'ana' });
    await clinic.hold('2026-03-25T10:00:00Z', { practitioner: 'ana' });
    const { token } = await keyFor({ use: 'fhir' });
    const schedules = await get('Schedule', token);
    expect(schedules.entry.map((entry: fhir4.BundleEntry) => entry.resource!.id)).toEqual([
      'ana',
      'ben',
    ]);
    expect((await get('Schedule?actor=Practitioner/ana', token)).total).toBe(1);
    const query = 'Slot?schedule=Schedule/ana&start=2026-03-25';
    const day = await get(query, token);
    expect(day.total).toBe(16);
    const statuses = day.entry
      .slice(0, 4)
      .map(({ resource }: { resource: fhir4.Slot }) => resource.status);
    expect(statuses).toEqual(['busy', 'free', 'busy-tentative', 'free']);
    expect((await get(`${query}&status=free`, token)).total).toBe(14);
    const { id } = day.entry[2].resource;
    expect(await get(`Slot/${id}`, token)).toEqual(day.entry[2].resource);
    expect((await get('Slot?_count=5', token)).entry).toHaveLength(5);
  });

  test('a key of one practitioner sees nothing of another, and a calendar’s key reads nothing here', async () => {
    const ben = await clinic.book('2026-03-26T09:00:00Z', { practitioner: 'ben' });
    const { token } = await keyFor({ use: 'fhir', practitioner: 'ana' });
    expect((await get('Schedule', token)).total).toBe(1);
    expect((await get('Appointment?practitioner=ben', token)).total).toBe(0);
    expect((await get('Slot?schedule=ben', token)).total).toBe(0);
    for (const path of [`Appointment/${ben.body.appointment.id}`, 'Schedule/ben'])
      expect((await text(`${base}/${path}`, token)).status).toBe(404);
    const calendar = await keyFor({ use: 'calendar', practitioner: 'ana' });
    expect((await text(`${base}/Schedule`, calendar.token)).status).toBe(403);
    expect((await text(`${base}/Schedule`)).status).toBe(401);
    expect((await text(`/api/v1/calendars/${token}.ics`)).status).toBe(403);
  });
});
