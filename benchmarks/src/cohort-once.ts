/**
 * A cohort whose people take no thought, so that what is left is the engine: filling, asking, jobs, results. Workers are killed (-9) meanwhile:
 * `cohort-once.ts PEOPLE WORKERS KILLS`. Prints one JSON document.
 */
import { analyseThroughCrashes, seeded, startPostgres } from '@zonula/server/testing/server';

const [people = 5000, workers = 2, kills = 20] = process.argv.slice(2).map(Number);
const postgres = await startPostgres({ durable: true });
try {
  const outcome = await analyseThroughCrashes({
    databaseUrl: await postgres.createDatabase(),
    ...{ people, workers, kills, ms: 0, random: seeded(1) },
  });
  const database = postgres.version.split(' on ')[0];
  process.stdout.write(`${JSON.stringify({ database, people, workers, ...outcome })}\n`);
} finally {
  await postgres.stop();
}
