import { afterAll, beforeAll, expect, test } from 'vitest';
import { analyseThroughCrashes } from './cohort-crashes.ts';
import { seeded } from './contention.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, 120_000);
afterAll(() => postgres.stop(), 120_000);

test('workers are killed in the middle of their people: nobody is lost, nobody counts twice', async () => {
  const random = seeded(3);
  const outcome = await analyseThroughCrashes({
    databaseUrl: await postgres.createDatabase(),
    ...{ people: 120, workers: 2, kills: 3, ms: 50, random },
  });
  expect(outcome).toMatchObject({ lost: 0, results: 120, wrongRows: 0, failed: 0 });
  expect(outcome.killed).toBeGreaterThan(0);
  // They did die at work.
  expect(outcome.repeated).toBeGreaterThan(0);
}, 600_000);
