import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { createPerson } from '../../e2e/people.ts';
import { forgetEnded } from '../account/forget.ts';
import { usualRates } from './rates.ts';

const second = 1000;
const from = (address: string) => ({ headers: { 'x-forwarded-for': `8.8.8.8, ${address}` } });
const starts = Array.from({ length: 16 }, (_, half) =>
  new Date(Date.parse('2026-03-25T09:00:00Z') + half * 1800 * second).toISOString(),
);

describe.each(kinds)('limits on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  let other: ReturnType<typeof createTestClinic>;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    // Two servers on one database, each with a clock that shows the same.
    clinic = createTestClinic(opened.database, { rates: usualRates });
    other = createTestClinic(opened.database, { rates: usualRates });
  }, 60_000);
  beforeEach(async () => {
    await clinic.reset();
    other.clock.now = clinic.clock.now;
  });
  afterAll(() => opened.close());

  let keys = 0;
  const hold = (
    server: typeof clinic,
    start: string,
    caller: string,
    key = `key-of-some-hold-${++keys}`,
  ) => {
    const client = { name: 'P', email: `${key}@example.org` };
    const body = { treatment: 'visit', start, client };
    return server.ask('POST', '/api/v1/appointments', { key, body, ...from(caller) });
  };

  test('one caller is given five starts over all servers, then one more each three minutes', async () => {
    const answers = await Promise.all(
      starts.slice(0, 8).map((start, at) => hold(at % 2 ? other : clinic, start, '192.0.2.1')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array(5).fill(201),
      ...Array(3).fill(429),
    ]);
    const refused = answers.find(({ status }) => status === 429)!;
    expect(refused.body).toMatchObject({ code: 'too-many', status: 429 });
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(refused.headers.get('retry-after')).toBe('180');
    // Somebody else is not kept waiting.
    expect((await hold(clinic, starts[8]!, '192.0.2.2')).status).toBe(201);
    clinic.clock.now += 179 * second;
    const early = await hold(clinic, starts[9]!, '192.0.2.1');
    expect(early.headers.get('retry-after')).toBe('1');
    clinic.clock.now += second;
    expect((await hold(clinic, starts[9]!, '192.0.2.1')).status).toBe(201);
  });

  test('a start that was taken by others, and the same hold again, are not counted', async () => {
    await hold(clinic, starts[0]!, '192.0.2.7');
    await hold(clinic, starts[0]!, '192.0.2.8', 'the-other-practitioner');
    for (let tries = 0; tries < 6; tries++)
      expect((await hold(clinic, starts[0]!, '192.0.2.1')).status).toBe(409);
    for (let tries = 0; tries < 6; tries++)
      expect((await hold(clinic, starts[1]!, '192.0.2.1', 'the-very-same-key')).status).toBe(201);
    expect((await hold(clinic, starts[2]!, '192.0.2.1')).status).toBe(201);
  });

  test('trying addresses comes to an end', async () => {
    const statuses = [];
    for (let tries = 0; tries < usualRates['hold-attempt'].burst + 1; tries++)
      statuses.push((await hold(clinic, '2026-03-25T09:07:00Z', '192.0.2.1')).status);
    expect(statuses.slice(0, -1)).toEqual(Array(30).fill(422));
    expect(statuses.at(-1)).toBe(429);
  });

  test.each([
    ['/api/v1/session/recovery', { code: '0000-0000-0000-0000-0000' }, 'recovery-code', 403],
    ['/api/v1/session/options', undefined, 'sign-in', 200],
    ['/api/v1/account/passkeys/options', undefined, 'register', 200],
  ] as const)('%s', async (path, body, rate, status) => {
    const ask = () =>
      clinic.ask('POST', path, { ...(body === undefined ? {} : { body }), ...from('192.0.2.1') });
    for (let tries = 0; tries < usualRates[rate].burst; tries++)
      expect((await ask()).status).toBe(status);
    expect((await ask()).status).toBe(429);
    clinic.clock.now += usualRates[rate].everyMs;
    expect((await ask()).status).toBe(status);
    expect((await ask()).status).toBe(429);
  });

  test('an account is one, wherever it calls from', async () => {
    const few = { ...usualRates, account: { burst: 3, everyMs: 60 * second } };
    const strict = createTestClinic(opened.database, { rates: few });
    const person = await createPerson(strict);
    const ask = (caller: string) =>
      strict.ask('GET', '/api/v1/session', { cookie: person.cookie, ...from(caller) });
    for (const caller of ['192.0.2.1', '192.0.2.2', '192.0.2.3'])
      expect((await ask(caller)).status).toBe(200);
    expect((await ask('192.0.2.4')).status).toBe(429);
  });

  test('a host of IPv6 is one, whichever of its addresses it takes; only the proxy is believed', async () => {
    const few = { ...usualRates, caller: { burst: 2, everyMs: 60 * second } };
    const strict = createTestClinic(opened.database, { rates: few });
    const ask = (forwarded: string) =>
      strict.ask('GET', '/api/v1/problems/just-taken', {
        headers: { 'x-forwarded-for': forwarded },
      });
    expect((await ask('2001:db8:0:1::1')).status).toBe(200);
    expect((await ask('2001:db8:0:1:ffff::2')).status).toBe(200);
    expect((await ask('2001:db8::1:0:0:0:3')).status).toBe(429);
    expect((await ask('2001:db8:0:2::1')).status).toBe(200);
    for (const [invented, status] of [
      ['1.1.1.1', 200],
      ['2.2.2.2', 200],
      ['3.3.3.3', 429],
    ] as const)
      expect((await ask(`${invented}, 198.51.100.7`)).status).toBe(status);
  });

  test('what is kept says nobody’s address and is forgotten', async () => {
    await hold(clinic, starts[0]!, '192.0.2.1');
    const rows = await opened.database.selectFrom('zonula.rate').selectAll().execute();
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain('192');
    await forgetEnded(opened.database, clinic.clock.now + 180 * second);
    expect(await opened.database.selectFrom('zonula.rate').selectAll().execute()).toEqual([]);
  });
});
