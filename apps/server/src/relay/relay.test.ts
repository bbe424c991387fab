import { createHttpRelay, type Fetch, startSync } from '@zonula/journal/sync';
import { createDevice, plans, runPlan, testRelay } from '@zonula/journal/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClinic } from '../../e2e/clinic.ts';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { emptyTables } from '../../e2e/empty-tables.ts';

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
  beforeEach(() => emptyTables(opened.database, 'relay.log'));
  afterAll(() => opened.close());

  testRelay(() => createHttpRelay(fetch, now));

  test('devices agree after any order of writings, losses, repeats, delays, set-backs and rotations', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const { devices, written } = await runPlan(createHttpRelay(fetch, now), plan);
        for (const one of devices) expect(one).toEqual(devices[0]);
        expect(devices[0]!.clocks).toBe(written.size);
      }),
      { seed: 1, numRuns: 4 },
    );
  });

  test('a device whose clock is a year ahead is told the time and goes on', async () => {
    const relay = createHttpRelay(fetch, () => now() + 365 * 86_400_000);
    const device = createDevice(relay);
    expect(await startSync(device.context, 'Phone')).toHaveLength(12);
  });
});
