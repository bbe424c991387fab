import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestClinic } from '../../e2e/clinic.ts';
import { openMigrated, type TestDatabase } from '../../e2e/databases.ts';

let opened: TestDatabase;
let clinic: ReturnType<typeof createTestClinic>;
beforeAll(async () => {
  opened = await openMigrated('PGlite');
  clinic = createTestClinic(opened.database, { mail: { publicUrl: 'https://clinic.example' } });
  await clinic.reset();
}, 60_000);
afterAll(() => opened.close());

test('the page about the API names every route and loads nothing from anywhere', async () => {
  const { body } = await clinic.ask('GET', '/api/v1/openapi.json');
  const response = await clinic.app.request('/api/v1/docs');
  const page = await response.text();
  for (const path of Object.keys(body.paths)) expect(page).toContain(path);
  expect(page).not.toMatch(
    /<script|<link|<img|@import|src=|https?:\/\/(?!json-schema|datatracker)/iu,
  );
  expect(response.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+';/u,
  );
});

const here = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
const url = 'http://127.0.0.1:4100/api/metrics';

test('figures count requests and waiting mails, and name nobody', async () => {
  const own = createTestClinic(opened.database, {
    mail: { publicUrl: 'https://clinic.example' },
    origin: null,
    behindProxy: false,
  });
  const booked = await own.book('2026-03-25T09:00:00Z', { email: 'one@example.org' });
  const figures = await (await own.app.request(url, {}, here)).text();
  expect(figures).toMatch(
    /zonula_request_seconds_count\{method="POST",route="\/api\/v1\/appointments",status="201"\} 1/u,
  );
  expect(figures).toContain('zonula_mails_waiting 1');
  expect(figures).not.toMatch(/example\.org|2026-03-25/u);
  expect(figures).not.toContain(booked.body.appointment.id);
});

const own = { origin: null, behindProxy: false };
const key = 'k'.repeat(32);
const metricsKey = new TextEncoder().encode(key);
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
type Server = Parameters<typeof createTestClinic>[1];

test.each<[string, Server, string, object, Record<string, string>, number]>([
  ['this computer', own, url, here, {}, 200],
  ['this computer, by IPv6', own, 'http://[::1]:4100/api/metrics', from('::1'), {}, 200],
  ['another computer', own, url, from('192.0.2.1'), {}, 404],
  ['a page that calls itself this computer', own, 'http://evil.example/api/metrics', here, {}, 404],
  ['a proxy that says for whom', own, url, here, { 'x-forwarded-for': '192.0.2.1' }, 404],
  ['a proxy that says itself', own, url, here, { via: '1.1 proxy' }, 404],
  ['a proxy that says nothing', { ...own, behindProxy: true }, url, here, {}, 404],
  ['a proxy nobody told of', { ...own, origin: 'https://clinic.example' }, url, here, {}, 404],
  [
    'an app of this computer alone',
    { ...own, origin: 'http://localhost:4100' },
    url,
    here,
    {},
    200,
  ],
  ['this computer without the key', { ...own, metricsKey }, url, here, {}, 404],
  ['a wrong key', { metricsKey }, url, here, { authorization: `Bearer ${key}k` }, 404],
  [
    'the key, from anywhere',
    { metricsKey },
    url,
    from('192.0.2.1'),
    { authorization: `Bearer ${key}` },
    200,
  ],
])('who reads the figures: %s', async (_, server, address, env, headers, status) => {
  const { app } = createTestClinic(opened.database, server);
  const response = await app.request(address, { headers }, env);
  expect(response.status).toBe(status);
  if (status !== 200) expect(await response.text()).not.toContain('zonula_');
});
