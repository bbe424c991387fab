import { normalLikelihood } from '@zonula/cohort';
import { openCohort, type Task, work } from '../src/cohort/index.ts';

// One worker process for tests: COHORT-WORKER.ts DATABASE-URL MS. Each person takes so many ms of thought; stops when its input ends.
const [databaseUrl, ms] = process.argv.slice(2);
if (databaseUrl === undefined) throw new Error('the address of a database is needed');
const store = await openCohort({
  data: { databaseUrl },
  now: Date.now,
  onError: (error) => process.stderr.write(`${error.message}\n`),
});
const stopping = new AbortController();
process.stdin.resume().on('end', () => stopping.abort());
process.stdout.write('ready\n');

const analyse = async ({ person, question }: Task) => {
  await new Promise((settled) => setTimeout(settled, Number(ms)));
  const exposures = Array.from({ length: 30 }, (_, i) => `food/dish ${i}`);
  return {
    ...{ person, version: question.version, seed: question.seed, outcome: 'skin/itch' },
    ...{ days: 90, reasons: [] },
    summaries: exposures.map((exposure) => ({
      ...{ person, exposure, outcome: 'skin/itch', measure: 'peak' as const },
      ...{ daysWith: 30, daysWithout: 60, delay: null },
      likelihood: normalLikelihood(0.1, 0.05),
    })),
    contrasts: [],
  };
};

const stored = await work(store.database, store.boss, {
  ...{ analyse, concurrency: 2, untilDone: false, signal: stopping.signal, pauseMs: 100 },
  clock: () => performance.now(),
});
await store.close();
const { user, system } = process.cpuUsage();
process.stdout.write(`${JSON.stringify({ stored, cpuSeconds: (user + system) / 1e6 })}\n`);
