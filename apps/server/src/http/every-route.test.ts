import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { problemKinds } from './problem.ts';

interface Route {
  readonly method: string;
  readonly path: string;
}

/** What a caller may hold; each row of the matrix below says what each of them gets. */
const callers = ['nobody', 'forged', 'other', 'confirm', 'move', 'cancel'] as const;
type Caller = (typeof callers)[number];

const open = { nobody: 200, forged: 200, other: 200, confirm: 200, move: 200, cancel: 200 };
const byLink = { nobody: 401, forged: 403, other: 403 };
/** Who may do what: the status for each caller, on an appointment that is confirmed. */
const matrix: Readonly<Record<string, Readonly<Record<Caller, number>>>> = {
  'GET /api/health': open,
  'GET /api/ready': open,
  'GET /api/v1/problems/{code}': open,
  'GET /api/v1/clinic': open,
  'GET /api/v1/treatments': open,
  'GET /api/v1/practitioners': open,
  'GET /api/v1/treatments/{treatment}/slots': open,
  'POST /api/v1/appointments': {
    nobody: 201,
    forged: 201,
    other: 201,
    confirm: 201,
    move: 201,
    cancel: 201,
  },
  'GET /api/v1/appointments/{id}': { ...byLink, confirm: 200, move: 200, cancel: 200 },
  'POST /api/v1/appointments/{id}/confirm': { ...byLink, confirm: 200, move: 403, cancel: 403 },
  'POST /api/v1/appointments/{id}/move': { ...byLink, confirm: 403, move: 200, cancel: 403 },
  'POST /api/v1/appointments/{id}/cancel': { ...byLink, confirm: 403, move: 403, cancel: 200 },
};

describe.each(kinds)('every route on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  let routes: Route[];
  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database);
    const { body } = await clinic.ask('GET', '/api/v1/openapi.json');
    routes = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
    );
  }, 60_000);
  beforeEach(() => clinic.reset());
  afterAll(() => opened.close());

  const booked = async (start: string) => {
    const held = await clinic.hold(start);
    const { id } = held.body.appointment;
    const { body } = await clinic.act(id, 'confirm', { token: held.body.links.confirm });
    return { id: id as string, tokens: { ...body.links, ...held.body.links } };
  };

  test('is in the matrix of who may do what', () => {
    expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      Object.keys(matrix).sort(),
    );
  });

  test.each(Object.entries(matrix))('%s', async (name, expected) => {
    const [method, path] = name.split(' ') as [string, string];
    const book = async () => {
      await clinic.reset();
      const own = await booked('2026-03-25T09:00:00Z');
      return { own, other: await booked('2026-03-25T10:00:00Z') };
    };
    let { own, other } = await book();
    for (const caller of callers) {
      // Whoever succeeds in changing something leaves nothing for the next to try.
      if (method === 'POST' && caller !== 'nobody') ({ own, other } = await book());
      const token = {
        nobody: undefined,
        forged: `${own.tokens.cancel.slice(0, -4)}AAAA`,
        // The same kind of link, of somebody else's appointment.
        other: other.tokens[path.split('/').at(-1)!] ?? other.tokens.cancel,
        ...own.tokens,
      }[caller];
      const address = path
        .replace('{id}', own.id)
        .replace('{treatment}', 'visit')
        .replace('{code}', 'just-taken');
      const query = path.endsWith('slots') ? '?from=2026-03-25' : '';
      const start = '2026-03-26T09:00:00Z';
      const body = path.endsWith('appointments')
        ? { treatment: 'visit', start, client: { name: 'P', email: 'p@example.org' } }
        : { start };
      const answer = await clinic.ask(method, address + query, {
        ...(token === undefined ? {} : { token }),
        ...(method === 'POST' ? { body, key: `key-of-the-matrix-${caller}` } : {}),
      });
      expect({ caller, status: answer.status }).toEqual({ caller, status: expected[caller] });
      // Nobody is told of an appointment that is not theirs.
      if (answer.status >= 400) expect(JSON.stringify(answer.body)).not.toContain('2026-03-25');
    }
  });

  test('no answer names a client, and no log says what was asked', async () => {
    const own = await booked('2026-03-25T09:00:00Z');
    const read = await clinic.ask('GET', `/api/v1/appointments/${own.id}`, {
      token: own.tokens.move,
    });
    expect(JSON.stringify(read.body)).not.toMatch(/person|example\.org/iu);
    const logged = JSON.stringify(clinic.logs);
    expect(clinic.logs.length).toBeGreaterThan(2);
    for (const secret of [own.id, own.tokens.move, 'example.org', '2026-03-25T09'])
      expect(logged).not.toContain(secret);
    expect(clinic.logs.at(-1)).toMatchObject({
      route: '/api/v1/appointments/:id',
      requestId: read.headers.get('x-request-id'),
    });
  });

  test('every answer has the strict headers and is not kept', async () => {
    for (const path of [
      '/api/health',
      '/api/v1/nothing',
      '/api/v1/appointments/x',
      '/api/v1/openapi.json',
    ]) {
      const { headers } = await clinic.ask('GET', path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/u);
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  const strange = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '',
      'visit',
      'room-1\u0000',
      '\ud800',
      "';drop schema clinic cascade;--",
      '../../etc/passwd',
      '%00',
      '__proto__',
      'constructor',
      '2026-03-25',
      '2026-02-30',
      '9999-12-31',
      '2026-03-25T09:00:00Z',
      '2199-12-31T23:59:59.999999999+23:59',
      '00000000-0000-0000-0000-000000000000',
      'x'.repeat(5000),
    ),
  );
  const value = fc.oneof(
    strange,
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(null, -1, 0, 1e308, 2 ** 53, true, [], {}),
  );
  const good: Readonly<Record<string, unknown>> = {
    treatment: 'visit',
    start: '2026-03-25T09:00:00Z',
    practitioner: 'ana',
    client: { name: 'P', email: 'p@example.org' },
    answers: [],
  };
  const body = fc.oneof(
    value,
    fc
      .dictionary(fc.constantFrom(...Object.keys(good), '__proto__', 'id'), value)
      .map((bad) => ({ ...good, ...bad })),
    fc.record({ name: value, email: value, phone: value }).map((client) => ({ ...good, client })),
  );
  const encoded = fc.oneof(
    { weight: 4, arbitrary: body.map((content) => JSON.stringify(content) ?? '') },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
    { weight: 1, arbitrary: fc.constantFrom('{', '[[[[', '{"a":1,}', `"${'x'.repeat(70_000)}"`) },
  );

  test('whatever is sent, nothing breaks, and every failure is a problem that is known', async () => {
    const own = await booked('2026-03-25T12:00:00Z');
    const types = [
      'application/json',
      'application/json; charset=utf-8',
      'text/plain',
      'application/json; charset=utf-16',
      '',
    ];
    const request = fc.record({
      route: fc.constantFrom(...routes),
      inPath: fc.oneof(strange, fc.constantFrom(own.id, 'visit', 'just-taken')),
      query: fc.dictionary(
        fc.constantFrom('from', 'to', 'limit', 'after', 'practitioner'),
        strange,
      ),
      content: encoded,
      type: fc.constantFrom(...types),
      token: fc.oneof(strange, fc.constantFrom(...(Object.values(own.tokens) as string[]))),
      key: fc.oneof(strange, fc.constant('a-key-that-is-long-enough')),
    });
    const printable = (text: string): string => text.replace(/[^\x20-\x7e]/gu, '').trim();
    await fc.assert(
      fc.asyncProperty(request, async ({ route, inPath, query, content, type, token, key }) => {
        const address = route.path.replace(
          /\{\w+\}/u,
          encodeURIComponent(inPath.replace(/\p{Cs}/gu, '')),
        );
        const search = new URLSearchParams(query).toString();
        const response = await clinic.app.request(`${address}?${search}`, {
          method: route.method,
          headers: {
            'content-type': type,
            authorization: `Bearer ${printable(token)}`,
            'idempotency-key': printable(key),
          },
          ...(route.method === 'GET' ? {} : { body: content }),
        });
        expect(response.status).toBeLessThan(500);
        const text = await response.text();
        if (response.status < 400) return;
        expect(response.headers.get('content-type')).toBe('application/problem+json');
        const problem = JSON.parse(text);
        expect(Object.keys(problemKinds)).toContain(problem.code);
        expect(problem.status).toBe(response.status);
      }),
      { seed: 1, numRuns: 250 },
    );
    expect(clinic.logs.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
