import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openPostgres } from '../src/db/postgres.ts';
import { startJobs } from '../src/jobs/run-jobs.ts';
import { startPostgres } from './postgres.ts';

test('a database that goes away while a job runs ends nothing, and the job is done again', async () => {
  const postgres = await startPostgres({ durable: true });
  const database = openPostgres(await postgres.createDatabase(), { onIdleError: () => {} });
  const outcomes: string[] = [];
  let failures = 0;
  const jobs = await startJobs(
    database,
    ['one that ends well', 'one that fails'].map((name) => ({
      name: name.replaceAll(' ', '-'),
      everySeconds: 1,
      run: async () => {
        if (!outcomes.includes(name)) {
          if (outcomes.length === 0) await postgres.crash();
          else await sleep(100);
        }
        outcomes.push(name);
        if (name === 'one that fails') throw new Error('a failure of its own');
      },
    })),
    { onError: () => failures++, pollSeconds: 0.5 },
  );
  const times = (name: string): number => outcomes.filter((one) => one === name).length;
  await expect.poll(() => times('one that ends well'), { timeout: 90_000 }).toBeGreaterThan(2);
  await expect.poll(() => times('one that fails'), { timeout: 90_000 }).toBeGreaterThan(2);
  expect(failures).toBeGreaterThan(2);
  await jobs.stop(1000);
  const done = outcomes.length;
  await sleep(1500);
  expect(outcomes.length).toBe(done);
  await database.destroy();
  await postgres.stop();
}, 240_000);
