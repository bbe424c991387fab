import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { problemKinds } from './problem.ts';

interface Route {
  readonly method: string;
  readonly path: string;
}

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
        fc.constantFrom('from', 'to', 'limit', 'after', 'before', 'practitioner'),
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
