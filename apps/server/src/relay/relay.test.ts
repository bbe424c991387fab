import { createHttpRelay, type Fetch, startSync } from '@zonula/journal/sync';
import { createDevice, testRelay } from '@zonula/journal/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';

describe.each(kinds)('the relay on %s', (kind) => {
  let opened: TestDatabase;
  let fetch: Fetch;
  let now: () => number;
  beforeAll(async () => {
    opened = await openMigrated(kind);
    const clinic = createTestClinic(opened.database);
    fetch = async (path, request) => clinic.app.request(path, request);
    now = () => clinic.clock.now;
  }, 60_000);
  beforeEach(() => sql`truncate relay.log cascade`.execute(opened.database));
  afterAll(() => opened.close());

  testRelay(() => createHttpRelay(fetch, now));

  test('a device whose clock is a year ahead is told the time and goes on', async () => {
    const relay = createHttpRelay(fetch, () => now() + 365 * 86_400_000);
    const device = createDevice(relay);
    expect(await startSync(device.context, 'Phone')).toHaveLength(12);
  });
});
