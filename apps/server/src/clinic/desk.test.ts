import { randomUUID } from 'node:crypto';
import { type Catalogue, catalogueSchema } from '@zonula/clinic';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { catalogue, createTestClinic, origin } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { createSignedIn } from '../../e2e/matrix-world.ts';
import { erasePerson } from '../privacy/erase.ts';
import { saveCatalogue } from './catalogue-store.ts';

const nine = '2026-03-25T09:00:00.000Z';
const ten = '2026-03-25T10:00:00.000Z';
const path = '/api/v1/clinic/appointments';
const changed = (change: (draft: { -readonly [K in keyof Catalogue]: Catalogue[K] }) => void) => {
  const draft = structuredClone(catalogue);
  change(draft);
  return catalogueSchema.parse(draft);
};
const withoutLight = changed((draft) => {
  draft.treatments = draft.treatments.filter(({ id }) => id !== 'light');
});

describe.each(kinds)('the desk on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  let desk: Awaited<ReturnType<typeof createSignedIn>>;
  let other: typeof desk;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database, { mail: { publicUrl: origin } });
  }, 60_000);
  const signIn = async (): Promise<void> => {
    desk = await createSignedIn(opened.database, clinic.clock, 'clinic-admin');
    other = await createSignedIn(opened.database, clinic.clock, 'clinic-admin');
  };
  beforeEach(async () => {
    await clinic.reset();
    await signIn();
  });
  /** Sessions of the desk do not last until then. */
  const turnClockTo = async (instant: string): Promise<void> => {
    clinic.clock.now = Date.parse(instant);
    await signIn();
  };
  afterAll(() => opened.close());

  const ask = (
    method: string,
    address: string,
    { body, seen, who = desk }: { body?: unknown; seen?: number; who?: typeof desk } = {},
  ) =>
    clinic.ask(method, address, {
      cookie: who.cookie,
      ...(body === undefined ? {} : { body }),
      ...(seen === undefined ? {} : { headers: { 'if-match': `"${seen}"` } }),
    });
  const put = (content: unknown, seen?: number, who = desk) =>
    ask('PUT', '/api/v1/clinic/catalogue', {
      body: content,
      who,
      ...(seen === undefined ? {} : { seen }),
    });
  const day = async (from = '2026-03-25', to = from) =>
    (await ask('GET', `${path}?from=${from}&to=${to}`)).body.items;
  const mails = async () =>
    (await opened.database.selectFrom('mail.outbox').select('about').execute())
      .map(({ about }) => about.replace(/[0-9a-f-]{36}/u, 'ID'))
      .sort();

  describe('the catalogue', () => {
    test('has a version, and whoever looked at an older one is told and changes nothing', async () => {
      const read = await ask('GET', '/api/v1/clinic/catalogue');
      expect(read.headers.get('etag')).toBe('"1"');
      expect(read.body).toEqual(catalogue);
      const mine = changed((draft) => {
        draft.clinic = { ...draft.clinic, about: 'Mine' };
      });
      const theirs = changed((draft) => {
        draft.clinic = { ...draft.clinic, about: 'Theirs' };
      });
      expect(await put(mine, 1)).toMatchObject({ status: 200, body: { version: 2 } });
      expect(await put(theirs, 1, other)).toMatchObject({
        status: 412,
        body: { code: 'changed-meanwhile' },
      });
      expect((await put(theirs)).body.code).toBe('version-missing');
      expect((await ask('GET', '/api/v1/clinic/catalogue')).body.clinic.about).toBe('Mine');
      // The same again is no new version.
      expect((await put(mine, 2)).body.version).toBe(2);
      expect((await put(theirs, 2, other)).headers.get('etag')).toBe('"3"');
    });

    test('of several who change it at once one succeeds', async () => {
      const answers = await Promise.all(
        ['A', 'B', 'C', 'D'].map((about) =>
          put(
            changed((draft) => {
              draft.clinic = { ...draft.clinic, about };
            }),
            1,
          ),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    });

    test('every version is kept with who changed what, also when their account is gone', async () => {
      await put(withoutLight, 1);
      const versions = async (who = desk) =>
        (await ask('GET', '/api/v1/clinic/catalogue/versions', { who })).body.items;
      const [latest, first] = await versions();
      expect(latest).toMatchObject({
        version: 2,
        byYou: true,
        source: 'desk',
        changes: [{ kind: 'treatment', id: 'light', name: 'Light', what: 'withdrawn' }],
      });
      expect(first).toMatchObject({ version: 1, byYou: false, source: 'file' });
      const old = await ask('GET', '/api/v1/clinic/catalogue/versions/1');
      expect(old.body).toEqual(catalogue);
      expect((await put(old.body, 2, other)).body.version).toBe(3);
      expect((await ask('GET', '/api/v1/clinic/catalogue/versions/9')).body.code).toBe(
        'unknown-version',
      );
      await erasePerson(
        opened.database,
        { kind: 'account', account: desk.account },
        { now: clinic.clock.now, newId: randomUUID },
      );
      expect((await versions(other)).map(({ byYou }: { byYou: boolean }) => byYou)).toEqual([
        true,
        false,
        false,
      ]);
      const { body } = await ask('GET', '/api/v1/clinic/log', { who: other });
      expect(body.items).toMatchObject([
        { action: 'catalogue-changed', version: 3, byYou: true },
        { action: 'catalogue-changed', version: 2, byYou: false, account: null },
      ]);
    });

    test('what one version changed is taken back; what came later stays, and is named where it is the same', async () => {
      const light = (price: number, about = '') =>
        changed((draft) => {
          draft.clinic = { ...draft.clinic, about };
          draft.treatments = draft.treatments.map((one) =>
            one.id === 'light' ? { ...one, price } : one,
          );
        });
      const takeBack = (version: number, seen: number, who = desk) =>
        ask('POST', `/api/v1/clinic/catalogue/versions/${version}/take-back`, { seen, who });
      const read = async () => (await ask('GET', '/api/v1/clinic/catalogue')).body;
      await put(light(4500), 1);
      await put(light(4500, 'Later'), 2);
      expect((await takeBack(2, 2, other)).body.code).toBe('changed-meanwhile');
      const taken = await takeBack(2, 3, other);
      expect(taken).toMatchObject({ status: 200, body: { version: 4, kept: [] } });
      expect(taken.headers.get('etag')).toBe('"4"');
      expect(await read()).toEqual(light(4000, 'Later'));
      // Nothing of it is left.
      expect((await takeBack(2, 4)).body).toEqual({ version: 4, kept: [] });
      await put(light(9900, 'Later'), 4);
      expect((await takeBack(2, 5)).body).toEqual({
        version: 5,
        kept: [{ kind: 'treatment', id: 'light', name: 'Light' }],
      });
      expect(await read()).toEqual(light(9900, 'Later'));
      const [latest] = (await ask('GET', '/api/v1/clinic/log')).body.items;
      expect(latest).toMatchObject({ version: 5, changes: [{ id: 'light', what: 'changed' }] });
      expect((await takeBack(1, 5)).body.code).toBe('unknown-version');
      expect((await takeBack(9, 5)).body.code).toBe('unknown-version');
    });

    test('what something later needs is not taken away', async () => {
      const withRoom = changed((draft) => {
        draft.rooms = [...draft.rooms, { id: 'room-3', name: 'Room 3' }];
      });
      await put(withRoom, 1);
      await put(
        {
          ...withRoom,
          treatments: withRoom.treatments.map((one) => ({ ...one, rooms: ['room-3'] })),
        },
        2,
      );
      const refused = await ask('POST', '/api/v1/clinic/catalogue/versions/2/take-back', {
        seen: 3,
      });
      expect(refused).toMatchObject({ status: 409, body: { code: 'needed-since' } });
      expect((await ask('GET', '/api/v1/clinic/catalogue')).headers.get('etag')).toBe('"3"');
    });

    test('a file is offered once: what the desk changed since stays, until the file is another', async () => {
      await put(withoutLight, 1);
      expect(await saveCatalogue(opened.database, catalogue, clinic.clock.now)).toBe(false);
      const read = async () => (await ask('GET', '/api/v1/clinic/catalogue')).body;
      expect(await read()).toEqual(withoutLight);
      const next = changed((draft) => {
        draft.clinic = { ...draft.clinic, about: 'Next' };
      });
      expect(await saveCatalogue(opened.database, next, clinic.clock.now)).toBe(true);
      expect(await read()).toEqual(next);
    });

    test('what does not fit is said before and after, and stays as it was made', async () => {
      const { appointment, links } = (await clinic.book(nine, { practitioner: 'ana' })).body;
      const away = changed((draft) => {
        draft.practitioners = draft.practitioners.map((one) =>
          one.id === 'ana'
            ? {
                ...one,
                availability: {
                  ...one.availability,
                  exceptions: [{ day: '2026-03-25', hours: [] }],
                },
              }
            : one,
        );
        draft.treatments = draft.treatments.map((one) =>
          one.id === 'visit' ? { ...one, price: 12_000, minutes: 60 } : one,
        );
      });
      const preview = await ask('POST', '/api/v1/clinic/catalogue/preview', { body: away });
      expect(preview.body.unfit).toMatchObject([{ id: appointment.id, unfit: ['not-working'] }]);
      expect(preview.body.changes.map(({ id }: { id: string }) => id)).toEqual(['ana', 'visit']);
      expect((await ask('GET', `${path}/unfit`)).body.items).toEqual([]);
      await put(away, 1);
      const unfit = (await ask('GET', `${path}/unfit`)).body.items;
      expect(unfit).toMatchObject([{ id: appointment.id, price: 9000, unfit: ['not-working'] }]);
      const read = await clinic.ask('GET', `/api/v1/appointments/${appointment.id}`, {
        token: links.move,
      });
      expect(read.body.appointment).toMatchObject({ start: nine, end: appointment.end });
    });

    test('what is withdrawn keeps its names, and the desk can still give it another time', async () => {
      const { appointment, links } = (await clinic.book(nine, { practitioner: 'ben' })).body;
      const gone = changed((draft) => {
        draft.practitioners = draft.practitioners.filter(({ id }) => id === 'ana');
        draft.treatments = [];
      });
      expect((await put(gone, 1)).status).toBe(200);
      const read = await clinic.ask('GET', `/api/v1/appointments/${appointment.id}`, {
        token: links.move,
      });
      expect(read.body.appointment.names).toEqual({ treatment: 'Skin visit', practitioner: 'Ben' });
      const [shown] = (await ask('GET', `${path}/unfit`)).body.items;
      expect(shown.unfit).toEqual(['treatment-withdrawn', 'practitioner-withdrawn']);
      const moved = await ask('POST', `${path}/${appointment.id}/move`, {
        body: { start: ten, practitioner: 'ana' },
        seen: 0,
      });
      expect(moved.body).toMatchObject({
        start: ten,
        sequence: 1,
        price: 9000,
        names: { treatment: 'Skin visit', practitioner: 'Ana' },
      });
    });
  });

  describe('the book', () => {
    test('shows whose an appointment is, by pages, and clinicians their own alone', async () => {
      await clinic.book(nine, { practitioner: 'ana', email: 'one@example.org', name: 'One' });
      await clinic.book(nine, { practitioner: 'ben', email: 'two@example.org' });
      await clinic.hold(ten, { email: 'three@example.org' });
      const gone = (await clinic.book('2026-03-25T11:00:00Z')).body;
      await clinic.act(gone.appointment.id, 'cancel', { token: gone.links.cancel });
      const items = await day();
      expect(items.map(({ status }: { status: string }) => status)).toEqual([
        'confirmed',
        'confirmed',
        'held',
        'cancelled',
      ]);
      expect(
        items
          .map((one: { client: { email: string } }) => one.client.email)
          .slice(0, 3)
          .sort(),
      ) //
        .toEqual(['one@example.org', 'three@example.org', 'two@example.org']);
      expect(items[0]).toMatchObject({
        roomName: expect.stringMatching(/^Room/u),
        localStart: '2026-03-25T09:00:00+00:00',
        deposit: 2000,
        depositReceived: 0,
        missed: false,
      });
      const pages: string[] = [];
      for (let after = ''; ; ) {
        const { body } = await ask(
          'GET',
          `${path}?from=2026-03-25&to=2026-03-25&limit=3${after === '' ? '' : `&after=${after}`}`,
        );
        pages.push(...body.items.map(({ id }: { id: string }) => id));
        if (body.next === null) break;
        after = body.next;
      }
      expect(pages).toEqual(items.map(({ id }: { id: string }) => id));
      const ana = await createSignedIn(opened.database, clinic.clock, 'clinician', 'ana');
      const own = await ask('GET', `${path}?from=2026-03-25&to=2026-03-25&practitioner=ben`, {
        who: ana,
      });
      expect(own.body.items.map((one: { practitioner: string }) => one.practitioner)).toEqual(
        expect.arrayContaining(['ana']),
      );
      expect(JSON.stringify(own.body)).not.toContain('two@example.org');
      clinic.clock.now += 11 * 60_000;
      expect((await day()).length).toBe(3);
    });

    test('days are those of the clinic’s clock, on both sides of its change', async () => {
      await clinic.book('2026-03-28T16:30:00Z');
      await clinic.book('2026-03-29T08:00:00Z');
      const starts = (await day('2026-03-29')).map((one: { localStart: string }) => one.localStart);
      expect(starts).toEqual(['2026-03-29T09:00:00+01:00']);
    });

    test('moves without notice, uses the old links up and writes to the client', async () => {
      const { appointment, links } = (await clinic.book(nine)).body;
      await turnClockTo('2026-03-25T08:50:00Z');
      const slots = await ask(
        'GET',
        `${path}/${appointment.id}/slots?from=2026-03-25&to=2026-03-25`,
      );
      // Its own time does not stand in its way.
      expect(slots.body.items[0]).toMatchObject({ start: nine });
      const move = (start: string, seen: number, who = desk) =>
        ask('POST', `${path}/${appointment.id}/move`, { body: { start }, seen, who });
      expect((await move('2026-03-25T09:30:00Z', 0)).status).toBe(200);
      expect((await move(ten, 0, other)).body.code).toBe('changed-meanwhile');
      for (const token of [links.move, links.cancel])
        expect(
          (await clinic.ask('GET', `/api/v1/appointments/${appointment.id}`, { token })).body.code,
        ).toBe('link-used');
      expect(await mails()).toEqual(['appointment ID confirmed 0', 'appointment ID moved 1']);
      const [noted] = (await ask('GET', '/api/v1/clinic/log')).body.items;
      expect(noted).toMatchObject({ action: 'moved', appointment: appointment.id, byYou: true });
    });

    test('a move onto a time that is taken changes nothing and says what is free', async () => {
      const { appointment } = (await clinic.book(nine, { practitioner: 'ana' })).body;
      await clinic.book(ten, { practitioner: 'ana' });
      const refused = await ask('POST', `${path}/${appointment.id}/move`, {
        body: { start: ten, practitioner: 'ana' },
        seen: 0,
      });
      expect(refused).toMatchObject({ status: 409, body: { code: 'just-taken' } });
      expect(refused.body.next.length).toBe(3);
      expect((await ask('GET', '/api/v1/clinic/log')).body.items).toEqual([]);
      expect((await day())[0]).toMatchObject({ start: nine, sequence: 0 });
    });

    test.each([
      ['clinic', 0],
      ['client', 2000],
    ])('cancels for the %s and keeps %i of the deposit', async (by, kept) => {
      const { appointment } = (await clinic.book(nine)).body;
      await turnClockTo('2026-03-25T08:00:00Z');
      const cancel = (who = desk) =>
        ask('POST', `${path}/${appointment.id}/cancel`, { body: { by }, seen: 0, who });
      expect((await cancel()).body).toMatchObject({ status: 'cancelled', depositKept: kept });
      expect((await cancel(other)).body.code).toBe('changed-meanwhile');
      expect(await mails()).toContain('appointment ID cancelled 1');
    });

    test('notes that nobody came, not before the beginning, and takes it back', async () => {
      const { appointment } = (await clinic.book(nine)).body;
      const note = (missed: boolean) =>
        ask('PUT', `${path}/${appointment.id}/attendance`, { body: { missed } });
      expect((await note(true)).body.code).toBe('not-begun');
      await turnClockTo('2026-03-25T09:40:00Z');
      expect((await note(true)).status).toBe(204);
      expect((await note(true)).status).toBe(204);
      expect((await day())[0]).toMatchObject({ missed: true, depositKept: 2000 });
      expect((await note(false)).status).toBe(204);
      expect((await day())[0]).toMatchObject({ missed: false, depositKept: 0 });
      const { items } = (await ask('GET', '/api/v1/clinic/log')).body;
      expect(items.map(({ action }: { action: string }) => action)).toEqual(['came', 'missed']);
    });

    test('an erased client is in no log of the desk', async () => {
      const { appointment } = (await clinic.book(nine, { email: 'one@example.org' })).body;
      await ask('POST', `${path}/${appointment.id}/move`, { body: { start: ten }, seen: 0 });
      await erasePerson(
        opened.database,
        { kind: 'client', email: 'one@example.org' },
        { now: clinic.clock.now, newId: randomUUID },
      );
      expect((await ask('GET', '/api/v1/clinic/log')).body.items).toEqual([]);
    });
  });

  test('a key is renewed: the old one opens nothing, the new one the same', async () => {
    const made = await ask('POST', '/api/v1/clinic/keys', {
      body: { use: 'calendar', practitioner: 'ana', label: 'Phone' },
    });
    const open = ({ body }: typeof made) =>
      clinic.ask('GET', `/api/v1/calendars/${body.token}.ics`).then(({ status }) => status);
    expect(await open(made)).toBe(200);
    const renewed = await ask('POST', `/api/v1/clinic/keys/${made.body.key.id}/renew`);
    expect(renewed.body).toMatchObject({
      key: { use: 'calendar', practitioner: 'ana', label: 'Phone' },
      calendar: `${origin}/api/v1/calendars/${renewed.body.token}.ics`,
    });
    expect(await open(made)).toBe(403);
    expect(await open(renewed)).toBe(200);
    const again = await ask('POST', `/api/v1/clinic/keys/${made.body.key.id}/renew`);
    expect(again.body.code).toBe('unknown-key');
    await ask('DELETE', `/api/v1/clinic/keys/${renewed.body.key.id}`);
    expect(await open(renewed)).toBe(403);
    const { items } = (await ask('GET', '/api/v1/clinic/log')).body;
    expect(items.map(({ action }: { action: string }) => action)).toEqual([
      'key-revoked',
      'key-renewed',
      'key-made',
    ]);
  });

  test('who waits is seen, in the order of joining', async () => {
    // Nobody works that day.
    const full = changed((draft) => {
      draft.practitioners = draft.practitioners.map((one) => ({
        ...one,
        availability: { ...one.availability, exceptions: [{ day: '2026-04-01', hours: [] }] },
      }));
    });
    await put(full, 1);
    for (const name of ['First', 'Second']) {
      clinic.clock.now += 1000;
      await clinic.ask('POST', '/api/v1/waiting', {
        body: {
          treatment: 'visit',
          from: '2026-04-01',
          until: '2026-04-01',
          client: { name, email: `${name.toLowerCase()}@example.org` },
          consent: 'waiting-1',
          agreed: true,
        },
      });
    }
    const { items } = (await ask('GET', '/api/v1/clinic/waiting')).body;
    expect(items).toMatchObject([
      {
        name: 'First',
        email: 'first@example.org',
        treatmentName: 'Skin visit',
        offeredStart: null,
      },
      { name: 'Second' },
    ]);
  });
});
