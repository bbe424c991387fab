import { randomUUID } from 'node:crypto';
import { newsletterWording } from '@zonula/clinic';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue, createTestClinic, origin } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { createWorld, sessions, type World } from '../../e2e/matrix-world.ts';
import { problemKinds } from './problem.ts';

const strange = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\u0000',
    '\ud800',
    "';drop schema account cascade;--",
    '../../etc/passwd',
    '%00',
    '__proto__',
    'constructor',
    '-1',
    '1e400',
    '9007199254740993',
    '2026-02-30T00:00:00Z',
    '2199-12-31T23:59:59.999Z',
    '00000000-0000-0000-0000-000000000000',
    'A'.repeat(70_000),
  ),
);
const value = fc.oneof(
  strange,
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, -1, 0, 1e308, 2 ** 53, true, [], {}),
);
const point = Buffer.concat([Buffer.of(4), Buffer.alloc(64, 7)]).toString('base64url');

/** A request that would do something, before it is spoiled. */
const goodBody = ({ share }: World): Readonly<Record<string, unknown>> => ({
  clinician: share.clinician,
  key: share.key,
  kind: 'live',
  senderKey: point,
  publicKey: point,
  expiresAt: '2026-03-21T12:00:00Z',
  sealed: 'AAAA',
  code: '0000-0000-0000-0000-0000',
  ceremony: randomUUID(),
  name: 'Phone',
  response: {
    id: 'AAAA',
    rawId: 'AAAA',
    type: 'public-key',
    response: {
      clientDataJSON: 'AAAA',
      authenticatorData: 'AAAA',
      signature: 'AAAA',
      attestationObject: 'AAAA',
    },
  },
  treatment: 'visit',
  start: '2026-03-25T09:00:00Z',
  client: { name: 'P', email: 'p@example.org' },
  answers: [],
  from: '2026-03-25',
  until: '2026-03-26',
  consent: 'waiting-list-1',
  agreed: true,
  email: 'p@example.org',
  wording: newsletterWording,
  subject: { en: 'A', de: 'B' },
  text: { en: 'A', de: 'B' },
  mediaType: 'application/pdf',
  content: 'JVBERi0xLjc=',
  received: 100,
  use: 'fhir',
  label: 'A',
  since: 0,
  rows: ['AAAA'],
  bytes: 'AAAA',
  parts: 1,
  ...catalogue,
});

describe.each(kinds)('strange requests of whoever is signed in, on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database, { mail: { publicUrl: origin } });
  }, 60_000);
  afterAll(() => opened.close());

  test('never break anything, and never tell of somebody else', async () => {
    const world = await createWorld(clinic, opened.database);
    const { body: description } = await clinic.ask('GET', '/api/v1/openapi.json');
    const routes = Object.entries<object>(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
    );
    expect(routes.length).toBeGreaterThan(70);
    const person = world.people.get('person')!;
    const hidden = [person.account, person.session, ...person.passkeys];
    const good = goodBody(world);
    const known = [person.session, person.passkeys[0]!, world.share.id, '1', '2'];
    const body = fc.oneof(
      { weight: 1, arbitrary: value },
      {
        weight: 3,
        arbitrary: fc
          .dictionary(fc.constantFrom(...Object.keys(good), '__proto__'), value, { maxKeys: 3 })
          .map((bad) => ({ ...good, ...bad })),
      },
    );
    const request = fc.record({
      route: fc.constantFrom(...routes),
      caller: fc.constantFrom(...sessions),
      inPath: fc.array(fc.oneof(strange, fc.constantFrom(...known)), {
        minLength: 3,
        maxLength: 3,
      }),
      query: fc.dictionary(fc.constantFrom('before', 'after', 'limit', 'from', 'since'), strange),
      content: fc.oneof(
        { weight: 6, arbitrary: body.map((content) => JSON.stringify(content) ?? '') },
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
        { weight: 1, arbitrary: fc.constantFrom('{', '[[[[', '{"a":1,}') },
      ),
      cookie: fc.oneof(
        { weight: 8, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: strange },
      ),
    });
    const counts = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(request, async ({ route, caller, inPath, query, content, cookie }) => {
        let parts = 0;
        const address = route.path.replace(/\{\w+\}/gu, () =>
          encodeURIComponent(inPath[parts++]!.replace(/\p{Cs}/gu, '').slice(0, 2000)),
        );
        const own = world.people.get(caller)!.cookie;
        const sent = cookie?.replace(/[^\x20-\x7e]/gu, '').slice(0, 4000);
        const response = await clinic.app.request(`${address}?${new URLSearchParams(query)}`, {
          method: route.method,
          headers: {
            'content-type': 'application/json',
            'sec-fetch-site': 'same-origin',
            cookie: sent === undefined ? own : `__Host-zonula-session=${sent}`,
          },
          ...(route.method === 'GET' ? {} : { body: content }),
        });
        expect(response.status).toBeLessThan(500);
        counts.set(response.status, (counts.get(response.status) ?? 0) + 1);
        const text = await response.text();
        if (caller !== 'person')
          for (const id of hidden) if (!inPath.includes(id)) expect(text.includes(id)).toBe(false);
        if (response.status < 400) return;
        expect(response.headers.get('content-type')).toBe('application/problem+json');
        const problem = JSON.parse(text);
        expect(Object.keys(problemKinds)).toContain(problem.code);
        expect(problem.status).toBe(response.status);
      }),
      { seed: 1, numRuns: 800 },
    );
    // Strange, and yet not all of them are stopped at the door.
    for (const status of [200, 204, 401, 403, 404, 422])
      expect(counts.get(status)).toBeGreaterThan(0);
    expect(clinic.logs.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
