import {
  type Credential,
  createHttpRelay,
  exchange,
  invite,
  joinByWords,
  makeCode,
  revokeDevices,
  startSync,
} from '@zonula/journal/sync';
import {
  createDevice,
  credentialOfCode,
  credentialOfWords,
  newCredential,
  nodeEffects,
  signRequest,
} from '@zonula/journal/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestClinic } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { relayRoutes } from '../../e2e/relay-world.ts';
import { problemKinds } from '../http/problem.ts';

/** Which key signs the request. */
const callers = [
  'nobody',
  'forged',
  'unknown',
  'stranger',
  'removed',
  'late',
  'invited',
  'words',
  'device',
] as const;
type Caller = (typeof callers)[number];

/** No signature, a signature of something else, a new key, a device of another log, a code that has run out. */
const outside = { nobody: 401, forged: 401, unknown: 404, stranger: 404, late: 404 } as const;
const readers = { ...outside, removed: 403, invited: 200, words: 200, device: 200 };
/** What they send is no row of theirs. */
const writers = {
  ...outside,
  unknown: 422,
  stranger: 422,
  late: 422,
  removed: 422,
  invited: 422,
  words: 422,
  device: 422,
};
const devices = { ...outside, removed: 403, invited: 404, words: 404 };
const matrix: Readonly<Record<string, Readonly<Record<Caller, number>>>> = {
  'POST /api/v1/relay/logs': writers,
  'GET /api/v1/relay/keys/{key}': { ...readers, stranger: 404, removed: 404, device: 404 },
  'GET /api/v1/relay/logs/{owner}/rows': readers,
  'POST /api/v1/relay/logs/{owner}/rows': writers,
  'GET /api/v1/relay/logs/{owner}/devices': readers,
  'POST /api/v1/relay/logs/{owner}/devices': writers,
  'PUT /api/v1/relay/logs/{owner}/snapshots/{base}/parts/{part}': { ...devices, device: 204 },
  'PUT /api/v1/relay/logs/{owner}/snapshots/{base}': { ...devices, device: 204 },
  // There is a snapshot once the row above has been asked.
  'GET /api/v1/relay/logs/{owner}/snapshot': readers,
  'GET /api/v1/relay/logs/{owner}/snapshots/{base}/parts/{part}': readers,
  'DELETE /api/v1/relay/logs/{owner}': {
    ...outside,
    removed: 403,
    invited: 404,
    words: 204,
    device: 404,
  },
};

describe.each(kinds)('who may ask the relay on %s', (kind) => {
  let opened: TestDatabase;
  let clinic: ReturnType<typeof createTestClinic>;
  let owner: string;
  const keys = new Map<Caller, Credential>();
  const relay = createHttpRelay(
    async (path, request) => clinic.app.request(path, request),
    () => clinic.clock.now,
  );
  const stranger = (): Credential => newCredential(nodeEffects());

  beforeAll(async () => {
    opened = await openMigrated(kind);
    clinic = createTestClinic(opened.database);
    const [phone, tablet, other] = [createDevice(relay), createDevice(relay), createDevice(relay)];
    const words = await startSync(phone.context, 'Phone');
    await startSync(other.context, 'Other');
    await joinByWords(tablet.context, words.join(' '), 'Tablet');
    const lost = (await tablet.store.load())!.self;
    await revokeDevices(phone.context, [lost.id]);
    const late = credentialOfCode(await invite(phone.context, makeCode));
    clinic.clock.now += 16 * 60_000;
    const invited = credentialOfCode(await invite(phone.context, makeCode));
    await exchange(phone.context);
    const state = (await phone.store.load())!;
    owner = state.log.owner;
    for (const [name, key] of [
      ['forged', state.self],
      ['unknown', stranger()],
      ['stranger', (await other.store.load())!.self],
      ['removed', lost],
      ['late', late],
      ['invited', invited],
      ['words', credentialOfWords(words.join(' '))],
      ['device', state.self],
    ] as const)
      keys.set(name, key);
  }, 60_000);
  afterAll(() => opened.close());

  const askAs = async (caller: Caller, method: string, path: string, body?: unknown) => {
    const key = keys.get(caller) ?? stranger();
    const asked = path.replaceAll('0'.repeat(32), path.includes('/keys/') ? key.id : owner);
    const content = body === undefined ? undefined : JSON.stringify(body);
    const { authorization = '', ...headers } = signRequest(
      key,
      method,
      asked,
      clinic.clock.now,
      content,
    );
    const later = authorization.replace(/\.(\d+)\./u, (_, time) => `.${Number(time) + 1}.`);
    const response = await clinic.app.request(asked, {
      method,
      headers: {
        ...headers,
        ...(caller === 'nobody'
          ? {}
          : { authorization: caller === 'forged' ? later : authorization }),
      },
      ...(content === undefined ? {} : { body: content }),
    });
    return { status: response.status, text: await response.text() };
  };

  test('every route of the relay is here', async () => {
    expect(Object.keys(matrix)).toEqual(relayRoutes.map(([name]) => name));
    const { body } = await clinic.ask('GET', '/api/v1/openapi.json');
    const routes = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes.filter((route) => route.includes('/relay/')).sort()).toEqual(
      Object.keys(matrix).sort(),
    );
  });

  test.each(relayRoutes)('%s', async (name, { path, body }) => {
    for (const caller of callers) {
      const answer = await askAs(caller, name.split(' ')[0]!, path, body);
      expect({ caller, status: answer.status }).toEqual({ caller, status: matrix[name]![caller] });
      if (answer.status >= 400) expect(answer.text).not.toContain(owner);
    }
  });

  test('whatever a device sends, nothing breaks, and every failure is a problem that is known', async () => {
    const device = createDevice(relay);
    await startSync(device.context, 'Phone');
    const { self, log } = (await device.store.load())!;
    const real = (await relay.pull(log.owner, 0, self)).rows.map(({ bytes }) =>
      Buffer.from(bytes).toString('base64'),
    );
    const text = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('base64')),
      fc.constantFrom(...real, '', '=', 'AAAA', '\u0000', `${'A'.repeat(400)}`),
      fc
        .record({ version: fc.constantFrom(1, 2, 3, 4), rest: fc.uint8Array({ maxLength: 300 }) })
        .map(({ version, rest }) => Buffer.from([version, ...rest]).toString('base64')),
      fc.string({ maxLength: 20 }),
    );
    const number = fc.oneof(
      fc.nat({ max: 3 }),
      fc.constantFrom(-1, 0.5, 1e300, 2 ** 53, null, '1'),
    );
    const body = fc.oneof(
      fc.record({ bytes: text, parts: number }, { requiredKeys: [] }),
      fc.record({ since: number, rows: fc.array(text, { maxLength: 3 }) }),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const request = fc.record({
      route: fc.constantFrom(...relayRoutes.filter(([name]) => !name.startsWith('DELETE'))),
      body,
      query: fc.constantFrom(
        '',
        '?since=',
        '?since=-1',
        '?since=9e9',
        '?since=x',
        '?since=1&since=2',
        '?since=9007199254740993',
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        request,
        async ({ route: [name, { path, body: usual }], body: sent, query }) => {
          const method = name.split(' ')[0]!;
          const place = path.replace('0'.repeat(32), log.owner).replace(/\?.*$/u, '') + query;
          const content = usual === undefined ? undefined : JSON.stringify(sent);
          const response = await clinic.app.request(place, {
            method,
            headers: signRequest(self, method, place, clinic.clock.now, content),
            ...(content === undefined ? {} : { body: content }),
          });
          expect(response.status).toBeLessThan(500);
          if (response.status < 400) return;
          expect(Object.keys(problemKinds)).toContain(JSON.parse(await response.text()).code);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
    expect(clinic.logs.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a code that lets somebody into one log lets nobody into another', async () => {
    const [one, other] = [createDevice(relay), createDevice(relay)];
    await startSync(one.context, 'Phone');
    await startSync(other.context, 'Phone');
    const code = await invite(one.context, makeCode);
    await expect(invite(other.context, () => code)).rejects.toThrow();
    const refused = clinic.logs.filter(({ status = 0 }) => status >= 400).at(-1);
    expect(refused).toMatchObject({ level: 'info', status: problemKinds['row-refused'].status });
  });

  test('changes of devices, which are handed out all at once, come to an end', async () => {
    const device = createDevice(relay);
    await startSync(device.context, 'Phone');
    const { owner: whose } = (await device.store.load())!.log;
    await opened.database
      .updateTable('relay.row')
      .set({ size: 8 * 2 ** 20 })
      .where('owner', '=', whose)
      .where('device', 'is', null)
      .execute();
    await expect(invite(device.context, makeCode)).rejects.toMatchObject({ code: 'full' });
  });

  test('no log and no table tells what a row holds or when it came', async () => {
    const device = createDevice(relay);
    await startSync(device.context, 'My secret phone');
    device.replica.write(null, {
      day: '2026-03-01',
      category: 'skin',
      name: 'rare itch',
      value: 3,
    });
    await exchange(device.context);
    const { owner: whose, membership } = (await device.store.load())!.log;
    const tables = await Promise.all(
      (['relay.log', 'relay.key', 'relay.row', 'relay.part'] as const).map((table) =>
        opened.database.selectFrom(table).selectAll().execute(),
      ),
    );
    const kept = tables.flat().map((row) =>
      Object.values(row)
        .map((field) =>
          field instanceof Uint8Array
            ? Buffer.from(field).toString('latin1')
            : JSON.stringify(field),
        )
        .join(' '),
    );
    expect(kept.length).toBeGreaterThan(5);
    for (const secret of ['rare itch', 'secret phone', '2026-03-01'])
      expect(kept.filter((text) => text.includes(secret))).toEqual([]);
    const logged = JSON.stringify(clinic.logs);
    for (const secret of [whose, membership.devices[0]!.id, 'Zonula '])
      expect(logged).not.toContain(secret);
  });
});
