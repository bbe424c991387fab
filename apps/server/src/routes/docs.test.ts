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

test('figures count requests and waiting mails, name nobody, and are not told through a proxy', async () => {
  const booked = await clinic.book('2026-03-25T09:00:00Z', { email: 'one@example.org' });
  const figures = await (await clinic.app.request('/api/metrics')).text();
  expect(figures).toMatch(
    /zonula_request_seconds_count\{method="POST",route="\/api\/v1\/appointments",status="201"\} 1/u,
  );
  expect(figures).toContain('zonula_mails_waiting 1');
  expect(figures).not.toMatch(/example\.org|2026-03-25/u);
  expect(figures).not.toContain(booked.body.appointment.id);
  const headers = { 'x-forwarded-for': '192.0.2.1' };
  expect((await clinic.app.request('/api/metrics', { headers })).status).toBe(404);
});
