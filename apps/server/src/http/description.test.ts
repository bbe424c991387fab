import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestClinic } from '../../e2e/clinic.ts';
import { openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { createWorld } from '../../e2e/matrix-world.ts';

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
  readonly type?: string;
}
interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

let opened: TestDatabase;
let clinic: ReturnType<typeof createTestClinic>;
let described: Description;
let operations: (readonly [name: string, operation: Operation])[];
beforeAll(async () => {
  opened = await openMigrated('PGlite');
  clinic = createTestClinic(opened.database);
  described = (await clinic.ask('GET', '/api/v1/openapi.json')).body;
  operations = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, one]) => [`${method.toUpperCase()} ${path}`, one] as const,
    ),
  );
}, 120_000);
afterAll(() => opened.close());

const resolved = (schema: Schema = {}): Schema =>
  schema.$ref === undefined
    ? schema
    : resolved(described.components.schemas[schema.$ref.split('/').at(-1)!]);
const answerOf = ({ responses }: Operation): Readonly<Record<string, Schema>> =>
  resolved(responses['200']?.content?.['application/json']?.schema).properties ?? {};
const named = (all: readonly (readonly [string, unknown])[]): string[] =>
  all.map(([name]) => name).sort();

test('the server answers what is described and nothing else', () => {
  const answered = clinic.app.routes
    .filter(({ method }) => ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'].includes(method))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(?:\{[^}]*\})?/gu, '{$1}')}`);
  const known = new Set([...named(operations), 'GET /api/v1/openapi.json']);
  expect([...new Set(answered)].filter((route) => !known.has(route))).toEqual([]);
  expect([...known].filter((route) => !answered.includes(route))).toEqual([]);
});

test('every address says its version, but for those of who runs the server', () => {
  const others = named(operations).filter((name) => !/ \/api\/(?:v1|fhir\/r4)\//u.test(name));
  expect(others).toEqual(['GET /api/health', 'GET /api/metrics', 'GET /api/ready']);
});

test('every operation is told in words, and its failures are problems', () => {
  expect(described.openapi).toBe('3.1.0');
  const alwaysThere = ['GET /api/health', 'GET /api/v1/docs', 'GET /api/fhir/r4/metadata'];
  for (const [name, { summary, responses }] of operations) {
    expect(summary, name).toMatch(/^\S.+/u);
    const failures = Object.entries(responses).filter(([status]) => Number(status) >= 400);
    if (!alwaysThere.includes(name)) expect(failures.length, name).toBeGreaterThan(0);
    for (const [status, { content }] of failures)
      expect(Object.keys(content ?? {}), `${name} ${status}`).toEqual(['application/problem+json']);
  }
});

describe('lists', () => {
  /** Lists that come as a whole, and why that is not much. */
  const whole: Readonly<Record<string, string>> = {
    'GET /api/v1/treatments/{treatment}/slots': 'its pages are days: at most 31',
    'GET /api/v1/clinic/appointments/{id}/slots': 'its pages are days',
    'GET /api/v1/clinic/treatments/{treatment}/slots': 'its pages are days',
    'GET /api/v1/relay/logs/{owner}/devices':
      'checked as a chain from its beginning; 8 MiB are refused',
  };
  const lists = () =>
    operations.filter(
      ([name, one]) =>
        name.startsWith('GET ') &&
        Object.entries(answerOf(one)).some(
          ([property, schema]) =>
            ['items', 'rows'].includes(property) && resolved(schema).type === 'array',
        ),
    );

  test('of any length are read a page at a time', () => {
    const paged = (one: Operation): boolean => {
      const asks = new Set(one.parameters?.map(({ name }) => name));
      // Of the relay every page says how far the log goes, and rows are as many as fit.
      const says = 'next' in answerOf(one) || 'head' in answerOf(one);
      return (
        says &&
        (asks.has('since') || (asks.has('limit') && (asks.has('after') || asks.has('before'))))
      );
    };
    expect(lists().length).toBeGreaterThan(14);
    const unpaged = lists().filter(([, one]) => !paged(one));
    expect(named(unpaged)).toEqual(Object.keys(whole).sort());
  });

  test('are the same, walked one by one, and a page after something unknown is refused or empty', async () => {
    const { people } = await createWorld(clinic, opened.database);
    const cookies = [...people.values()].map(({ cookie }) => cookie);
    const admin = people.get('clinic-admin')!;
    for (const label of ['one', 'two', 'three'])
      await clinic.ask('POST', '/api/v1/clinic/keys', { ...admin, body: { use: 'fhir', label } });
    let walked = 0;
    for (const [name, { parameters = [] }] of lists()) {
      const asks = parameters.map((one) => one.name);
      const path = name.slice('GET '.length);
      if (!asks.includes('limit') || path.includes('{')) continue;
      const days = asks.includes('from') ? '&from=2026-03-20&to=2026-03-27' : '';
      const by = asks.includes('after') ? 'after' : 'before';
      const read = async (cookie: string, query: string) =>
        clinic.ask('GET', `${path}?${query}${days}`, { cookie });
      const answers = await Promise.all(cookies.map((one) => read(one, 'limit=100')));
      const allowed = answers.findIndex(({ status }) => status === 200);
      expect(allowed, name).toBeGreaterThanOrEqual(0);
      const { items, next } = answers[allowed]!.body;
      expect(next, name).toBeNull();
      const found: unknown[] = [];
      let from = '';
      for (let pages = 0; pages <= items.length; pages++) {
        const { body } = await read(cookies[allowed]!, `limit=1${from}`);
        found.push(...body.items);
        if (body.next === null) break;
        from = `&${by}=${encodeURIComponent(body.next)}`;
      }
      expect(found, name).toEqual(items);
      const wrong = await read(cookies[allowed]!, `${by}=0`);
      expect(wrong.status, name).toBe(422);
      if (items.length > 1) walked++;
    }
    expect(walked).toBeGreaterThan(5);
  });
});

describe('what makes something', () => {
  /** Requests without a key: what they make is made once by other means. */
  const once: Readonly<Record<string, string>> = {
    'POST /api/v1/account/export': 'makes nothing but a line in the log of accesses',
    'POST /api/v1/account/passkeys': 'a ceremony is answered once',
    'POST /api/v1/account/passkeys/options': 'a challenge; it ends by itself after five minutes',
    'POST /api/v1/account/recovery-codes': 'new codes in the place of the old ones; told once',
    'POST /api/v1/appointments/{id}/cancel': 'a link that is used up',
    'POST /api/v1/appointments/{id}/confirm': 'the same answer again',
    'POST /api/v1/appointments/{id}/move': 'a link that is used up; a key on wish',
    'POST /api/v1/clinic/appointments/{id}/cancel': 'If-Match',
    'POST /api/v1/clinic/appointments/{id}/move': 'If-Match',
    'POST /api/v1/clinic/catalogue/preview': 'makes nothing',
    'POST /api/v1/clinic/catalogue/versions/{version}/take-back': 'If-Match',
    'POST /api/v1/clinic/keys':
      'its token is told once and not kept, so no answer could be repeated',
    'POST /api/v1/clinic/keys/{id}/renew': 'the same; the key before ends',
    'POST /api/v1/newsletter/confirm/{id}/{token}': 'again, it changes nothing',
    'POST /api/v1/newsletter/leave/{id}/{token}': 'again, it changes nothing',
    'POST /api/v1/newsletter/subscriptions': 'an address is asked once a day',
    'POST /api/v1/relay/logs': 'the same row again changes nothing',
    'POST /api/v1/relay/logs/{owner}/devices': 'the same row again changes nothing',
    'POST /api/v1/relay/logs/{owner}/rows': 'each device numbers its rows',
    'POST /api/v1/session': 'a ceremony is answered once',
    'POST /api/v1/session/options': 'a challenge; it ends by itself after five minutes',
    'POST /api/v1/session/recovery': 'a code that is used up',
    'POST /api/v1/waiting': 'an address waits once for the same',
    'POST /api/v1/waiting/{id}/leave': 'again, it changes nothing',
  };

  test('is made once, however often it is asked for: by a key or by what it is', () => {
    const posts = operations.filter(([name]) => name.startsWith('POST '));
    const needsKey = ({ parameters = [] }: Operation): boolean =>
      parameters.some((one) => one.name === 'idempotency-key' && one.required === true);
    const [withKey, without] = [true, false].map((needs) =>
      named(posts.filter(([, one]) => needsKey(one) === needs)),
    ) as [string[], string[]];
    expect(withKey).toEqual([
      'POST /api/v1/appointments',
      'POST /api/v1/clinic/appointments',
      'POST /api/v1/newsletter/issues',
    ]);
    expect(without).toEqual(Object.keys(once).sort());
  });
});
