import { randomUUID } from 'node:crypto';
import { newsletterWording } from '@zonula/clinic';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue, createTestClinic, origin } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { createWorld, type SessionName, sessions, type World } from '../../e2e/matrix-world.ts';
import { relayRoutes } from '../../e2e/relay-world.ts';

/** What a caller may hold: a link of an appointment, or a session of an account with a role. */
const links = ['nobody', 'forged', 'other', 'confirm', 'move', 'cancel'] as const;
const callers = [...links, ...sessions] as const;
type Caller = (typeof callers)[number];

interface Row {
  /** The status that each caller gets. */
  readonly expected: Readonly<Record<Caller, number>>;
  /** Success leaves enough for the next to try. */
  readonly usesNothingUp?: true;
  /** What is asked, of the appointment `own` or of what belongs to `person`. */
  readonly ask?: (world: World) => {
    readonly path?: string;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  };
}

const everybody = (status: number): Record<Caller, number> =>
  Object.fromEntries(callers.map((caller) => [caller, status])) as Record<Caller, number>;
const byLink = (allowed: { confirm: number; move: number; cancel: number }) => ({
  ...everybody(401),
  forged: 403,
  other: 403,
  ...allowed,
});
/** Whoever is signed in. */
const bySession = (status: number) => ({
  ...everybody(401),
  ...Object.fromEntries(sessions.map((name) => [name, status])),
});
/** What belongs to `person`; for everybody else who is signed in it does not exist. */
const byPerson = (status: number) => ({ ...bySession(404), person: status });

/** What a role allows; everybody else who is signed in is told so. */
const byRole = (role: SessionName, status: number) => ({ ...bySession(403), [role]: status });

const of = (world: World, name: SessionName) => world.people.get(name)!;
const wanted = { start: '2026-03-26T09:00:00Z' };
const client = { name: 'P', email: 'p@example.org' };

/** Who may do what. A route that is not here fails the first test below. */
const matrix: Readonly<Record<string, Row>> = {
  'GET /api/health': { expected: everybody(200) },
  'GET /api/ready': { expected: everybody(200) },
  'GET /api/v1/problems/{code}': {
    expected: everybody(200),
    ask: () => ({ path: '/api/v1/problems/just-taken' }),
  },
  'GET /api/v1/clinic': { expected: everybody(200) },
  'GET /api/v1/treatments': { expected: everybody(200) },
  'GET /api/v1/practitioners': { expected: everybody(200) },
  'GET /api/v1/treatments/{treatment}/slots': {
    expected: everybody(200),
    ask: () => ({ path: '/api/v1/treatments/visit/slots?from=2026-03-25' }),
  },
  'POST /api/v1/appointments': {
    expected: everybody(201),
    ask: () => ({ body: { treatment: 'visit', ...wanted, client } }),
  },
  // The link that confirmed it is used up.
  'GET /api/v1/appointments/{id}': { expected: byLink({ confirm: 410, move: 200, cancel: 200 }) },
  'POST /api/v1/appointments/{id}/confirm': {
    expected: byLink({ confirm: 200, move: 403, cancel: 403 }),
  },
  'POST /api/v1/appointments/{id}/move': {
    expected: byLink({ confirm: 403, move: 200, cancel: 403 }),
    ask: () => ({ body: wanted }),
  },
  'POST /api/v1/appointments/{id}/cancel': {
    expected: byLink({ confirm: 403, move: 403, cancel: 200 }),
  },

  'GET /api/v1/newsletter': { expected: everybody(200) },
  'POST /api/v1/newsletter/subscriptions': {
    expected: everybody(202),
    usesNothingUp: true,
    ask: () => ({ body: subscription }),
  },
  'POST /api/v1/newsletter/issues': {
    expected: { ...bySession(403), 'clinic-admin': 202 },
    usesNothingUp: true,
    ask: () => ({ body: issue }),
  },
  ...Object.fromEntries(
    ['GET', 'POST'].flatMap((method) =>
      ['confirm', 'leave'].map((step): [string, Row] => [
        `${method} /api/v1/newsletter/${step}/{id}/{token}`,
        // Whoever has the link of the mail; nobody here has.
        {
          expected: everybody(403),
          ask: () => ({ path: `/api/v1/newsletter/${step}/${madeUp}` }),
        },
      ]),
    ),
  ),
  // There are free starts, so nobody needs to wait.
  'POST /api/v1/waiting': { expected: everybody(409), ask: () => ({ body: waiting }) },
  'POST /api/v1/waiting/{id}/leave': {
    expected: byLink({ confirm: 403, move: 403, cancel: 403 }),
  },

  'PUT /api/v1/appointments/{id}/report': {
    expected: byLink({ confirm: 403, move: 204, cancel: 204 }),
    usesNothingUp: true,
    ask: () => ({ body: report }),
  },
  'DELETE /api/v1/appointments/{id}/report': {
    expected: byLink({ confirm: 403, move: 204, cancel: 204 }),
    usesNothingUp: true,
  },
  'GET /api/v1/appointments/{id}/report/readings': {
    expected: byLink({ confirm: 403, move: 200, cancel: 200 }),
    ask: ({ own }) => ({ path: `/api/v1/appointments/${own.id}/report/readings` }),
  },
  // Nothing is attached here.
  'GET /api/v1/appointments/{id}/report': { expected: byRole('clinician', 404) },
  'PUT /api/v1/clinic/appointments/{id}/deposit': {
    expected: byRole('clinic-admin', 204),
    usesNothingUp: true,
    ask: () => ({ body: { received: 100 } }),
  },
  'GET /api/v1/clinic/keys': { expected: { ...bySession(403), 'clinic-admin': 200 } },
  'POST /api/v1/clinic/keys': {
    expected: { ...bySession(403), 'clinic-admin': 201 },
    usesNothingUp: true,
    ask: () => ({ body: { use: 'fhir', label: 'A' } }),
  },
  'POST /api/v1/clinic/keys/{id}/renew': { expected: byRole('clinic-admin', 404) },
  'DELETE /api/v1/clinic/keys/{id}': { expected: { ...bySession(403), 'clinic-admin': 404 } },
  // A key is its own way in: links and sessions open nothing.
  'GET /api/v1/calendars/{file}': {
    expected: everybody(403),
    ask: () => ({ path: `/api/v1/calendars/${'A'.repeat(43)}.ics` }),
  },
  'GET /api/v1/docs': { expected: everybody(200) },
  // By a key of the server or from its own computer, which `routes/docs.test.ts` tries.
  'GET /api/metrics': { expected: everybody(404) },
  'GET /api/fhir/r4/metadata': { expected: everybody(200) },
  ...Object.fromEntries(
    ['Schedule', 'Slot', 'Appointment'].flatMap((type) =>
      [`GET /api/fhir/r4/${type}`, `GET /api/fhir/r4/${type}/{id}`].map((name): [string, Row] => [
        name,
        { expected: byLink({ confirm: 403, move: 403, cancel: 403 }) },
      ]),
    ),
  ),

  'POST /api/v1/session/options': { expected: everybody(200), usesNothingUp: true },
  // Whoever has a passkey or a code for it signs in; nobody here has.
  'POST /api/v1/session': {
    expected: everybody(410),
    ask: () => ({ body: { ceremony: randomUUID(), response: assertion } }),
  },
  'POST /api/v1/session/recovery': {
    expected: everybody(403),
    ask: () => ({ body: { code: '0000-0000-0000-0000-0000' } }),
  },
  'GET /api/v1/session': { expected: bySession(200) },
  'DELETE /api/v1/session': { expected: bySession(204) },
  'POST /api/v1/account/passkeys/options': { expected: everybody(200), usesNothingUp: true },
  'POST /api/v1/account/passkeys': {
    expected: everybody(410),
    ask: () => ({ body: { ceremony: randomUUID(), name: 'Phone', response: attestation } }),
  },
  'GET /api/v1/account/passkeys': { expected: bySession(200) },
  'DELETE /api/v1/account/passkeys/{id}': {
    expected: byPerson(204),
    ask: (world) => ({ path: `/api/v1/account/passkeys/${of(world, 'person').passkeys[0]}` }),
  },
  'POST /api/v1/account/recovery-codes': { expected: bySession(201), usesNothingUp: true },
  'GET /api/v1/account/sessions': { expected: bySession(200) },
  'DELETE /api/v1/account/sessions/{id}': {
    expected: byPerson(204),
    ask: (world) => ({ path: `/api/v1/account/sessions/${of(world, 'person').session}` }),
  },
  'GET /api/v1/account/accesses': { expected: bySession(200) },
  'GET /api/v1/account/keeping': { expected: bySession(200) },
  'PUT /api/v1/account/keeping': {
    expected: bySession(200),
    usesNothingUp: true,
    ask: () => ({ body: { months: 12 } }),
  },

  'POST /api/v1/account/export': { expected: bySession(200), usesNothingUp: true },
  // Whoever has a role is told that it has to end first.
  'DELETE /api/v1/account': { expected: { ...bySession(409), person: 200 } },

  'GET /api/v1/clinicians': { expected: bySession(200) },
  'GET /api/v1/shares': { expected: bySession(200) },
  'PUT /api/v1/shares/{id}': {
    expected: bySession(204),
    ask: ({ share: { clinician, key } }) => ({
      path: `/api/v1/shares/${randomUUID()}`,
      body: { clinician, key, ...sealedNow },
    }),
    usesNothingUp: true,
  },
  'PUT /api/v1/shares/{id}/versions/{version}': {
    expected: byPerson(204),
    ask: ({ share: { id } }) => ({
      path: `/api/v1/shares/${id}/versions/2`,
      body: { sealed: 'AAAA' },
    }),
  },
  'DELETE /api/v1/shares/{id}': {
    expected: byPerson(204),
    ask: ({ share: { id } }) => ({ path: `/api/v1/shares/${id}` }),
  },
  'PUT /api/v1/clinician/key': {
    expected: byRole('clinician', 200),
    ask: () => ({ body: { publicKey: point } }),
  },
  'GET /api/v1/clinician/shares': { expected: byRole('clinician', 200) },
  'GET /api/v1/clinician/shares/{id}': {
    expected: byRole('clinician', 200),
    ask: ({ share: { id } }) => ({ path: `/api/v1/clinician/shares/${id}` }),
  },
  'GET /api/v1/clinic/catalogue': { expected: byRole('clinic-admin', 200) },
  'PUT /api/v1/clinic/catalogue': {
    expected: byRole('clinic-admin', 200),
    ask: () => ({ body: catalogue, headers: { 'if-match': '"1"' } }),
  },
  'POST /api/v1/clinic/catalogue/preview': {
    expected: byRole('clinic-admin', 200),
    usesNothingUp: true,
    ask: () => ({ body: catalogue }),
  },
  'GET /api/v1/clinic/catalogue/versions': { expected: byRole('clinic-admin', 200) },
  'GET /api/v1/clinic/catalogue/versions/{version}': {
    expected: byRole('clinic-admin', 200),
    ask: () => ({ path: '/api/v1/clinic/catalogue/versions/1' }),
  },
  // There is nothing before the first version.
  'POST /api/v1/clinic/catalogue/versions/{version}/take-back': {
    expected: byRole('clinic-admin', 404),
    ask: () => ({
      path: '/api/v1/clinic/catalogue/versions/1/take-back',
      headers: { 'if-match': '"1"' },
    }),
  },
  // Of clinicians it shows their own; `clinic/desk.test.ts` tries that.
  'GET /api/v1/clinic/appointments': {
    expected: { ...byRole('clinic-admin', 200), clinician: 200 },
    ask: () => ({ path: '/api/v1/clinic/appointments?from=2026-03-20&to=2026-03-20' }),
  },
  'POST /api/v1/clinic/appointments': {
    expected: byRole('clinic-admin', 201),
    ask: () => ({ body: { treatment: 'visit', ...wanted, client } }),
  },
  'GET /api/v1/clinic/treatments/{treatment}/slots': {
    expected: byRole('clinic-admin', 200),
    ask: () => ({
      path: '/api/v1/clinic/treatments/visit/slots?from=2026-03-26&to=2026-03-26',
    }),
  },
  'GET /api/v1/clinic/appointments/unfit': { expected: byRole('clinic-admin', 200) },
  'GET /api/v1/clinic/appointments/{id}/slots': {
    expected: byRole('clinic-admin', 200),
    ask: ({ own }) => ({
      path: `/api/v1/clinic/appointments/${own.id}/slots?from=2026-03-26&to=2026-03-26`,
    }),
  },
  'POST /api/v1/clinic/appointments/{id}/move': {
    expected: byRole('clinic-admin', 200),
    ask: () => ({ body: wanted, headers: { 'if-match': '"0"' } }),
  },
  'POST /api/v1/clinic/appointments/{id}/cancel': {
    expected: byRole('clinic-admin', 200),
    ask: () => ({ body: { by: 'clinic' }, headers: { 'if-match': '"0"' } }),
  },
  // It has not begun.
  'PUT /api/v1/clinic/appointments/{id}/attendance': {
    expected: byRole('clinic-admin', 409),
    ask: () => ({ body: { missed: true } }),
  },
  'GET /api/v1/clinic/waiting': { expected: byRole('clinic-admin', 200) },
  'GET /api/v1/clinic/log': { expected: byRole('clinic-admin', 200) },

  // Links and accounts open nothing here: only keys do, which `relay/authorisation.test.ts` tries.
  ...Object.fromEntries(
    relayRoutes.map(([name, { path, body }]) => [
      name,
      { expected: everybody(401), ask: () => ({ path, body }) },
    ]),
  ),
};

const issue = { subject: { en: 'A', de: 'B' }, text: { en: 'A', de: 'B' } };
const report = {
  mediaType: 'application/pdf',
  content: Buffer.from('%PDF-1.7').toString('base64'),
};
const madeUp = `${randomUUID()}/${'A'.repeat(43)}`;
const subscription = { email: 'p@example.org', wording: newsletterWording, agreed: true };
const waiting = {
  treatment: 'visit',
  from: '2026-04-01',
  until: '2026-04-02',
  client,
  consent: 'waiting-list-1',
  agreed: true,
};

const point = Buffer.concat([Buffer.of(4), Buffer.alloc(64, 7)]).toString('base64url');
const sealedNow = {
  kind: 'report',
  senderKey: point,
  expiresAt: '2026-03-21T12:00:00Z',
  sealed: 'AAAA',
};
const credential = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} };
const assertion = {
  ...credential,
  response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
};
const attestation = {
  ...credential,
  response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' },
};

describe.each(kinds)('who may do what on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  let world: World;
  /** Which answers of each route are described. */
  let described: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly responses: Readonly<Record<string, unknown>> }>>
    >
  >;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database, { mail: { publicUrl: origin } });
    world = await createWorld(clinic, opened.database);
    described = (await clinic.ask('GET', '/api/v1/openapi.json')).body.paths;
  }, 60_000);
  afterAll(() => opened.close());

  test('every route is in the matrix', async () => {
    const { body } = await clinic.ask('GET', '/api/v1/openapi.json');
    const routes = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes.sort()).toEqual(Object.keys(matrix).sort());
    // Nor is there one that is not described.
    const asked = clinic.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path !== '/api/v1/openapi.json')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/gu, '{$1}')}`);
    expect([...new Set(asked)].sort()).toEqual(routes);
  });

  test('whoever asks an address in another way is told how it can be asked', async () => {
    const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
    const known = new Map<string, string[]>([['/api/v1/openapi.json', ['GET']]]);
    for (const name of Object.keys(matrix)) {
      const [method, path] = name.split(' ') as [string, string];
      known.set(path, [...(known.get(path) ?? []), method]);
    }
    // `passkeys/options` is also the address of a passkey of that name.
    const fits = (path: string, address: string): boolean =>
      new RegExp(`^${path.replace(/\{\w+\}/gu, '[^/]+')}$`, 'u').test(address);
    for (const path of known.keys()) {
      const address = path.replace(/\{\w+\}/gu, 'some-thing');
      const own = [...known].filter(([one]) => fits(one, address)).flatMap(([, each]) => each);
      const allowed = [...new Set([...own, ...(own.includes('GET') ? ['HEAD'] : [])])].sort();
      for (const method of methods.filter((one) => !allowed.includes(one))) {
        const { status, headers } = await clinic.app.request(address, { method });
        const allow = headers.get('allow');
        expect({ path, method, status, allow }).toEqual({
          ...{ path, method, status: 405, allow: allowed.join(', ') },
        });
      }
    }
    for (const path of ['/api', '/api/v1/nothing', '/api/v1/clinic/', '/api/v1/shares/a/b/c/d'])
      expect((await clinic.ask('POST', path)).status).toBe(404);
  });

  test.each(Object.entries(matrix))('%s', async (name, { expected, usesNothingUp, ask }) => {
    const [method, route] = name.split(' ') as [string, string];
    for (const caller of callers) {
      const { own, other, people } = world;
      const token = {
        forged: `${own.tokens.cancel.slice(0, -4)}AAAA`,
        // The same kind of link, of somebody else's appointment.
        other: other.tokens[route.split('/').at(-1)!] ?? other.tokens.cancel,
        ...own.tokens,
      }[caller];
      const cookie = people.get(caller as SessionName)?.cookie;
      const { path = route.replace('{id}', own.id), body, headers = {} } = ask?.(world) ?? {};
      const answer = await clinic.ask(method, path, {
        headers,
        key: `key-of-the-matrix-${caller}`,
        ...(token === undefined ? {} : { token }),
        ...(cookie === undefined ? {} : { cookie }),
        ...(body === undefined ? {} : { body }),
      });
      expect({ caller, status: answer.status }).toEqual({ caller, status: expected[caller] });
      const known = described[route]![method.toLowerCase()]!.responses;
      expect(Object.keys(known), answer.body?.code).toContain(`${answer.status}`);
      // Nobody is told of an appointment that is not theirs.
      if (answer.status >= 400) expect(JSON.stringify(answer.body)).not.toContain('2026-03-25');
      // Whoever succeeds in changing something leaves nothing for the next to try.
      if (method !== 'GET' && answer.status < 300 && !usesNothingUp)
        world = await createWorld(clinic, opened.database);
    }
  });
});
