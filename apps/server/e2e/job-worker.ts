import { randomUUID } from 'node:crypto';
import { openPostgres } from '../src/db/postgres.ts';
import { startJobs } from '../src/jobs/run-jobs.ts';
import { serverJobs } from '../src/jobs/server-jobs.ts';

// Does one job of the server again and again until it is killed: JOB-WORKER.ts DATABASE-URL JOB NOW, an instant that stands still.
const [databaseUrl, name, now] = process.argv.slice(2);
if (databaseUrl === undefined || now === undefined) throw new Error('three arguments are needed');
const database = openPostgres(databaseUrl, { onIdleError: () => {} });
const jobs = serverJobs(
  {
    database,
    now: () => Date.parse(now),
    newId: randomUUID,
    linkSecret: new Uint8Array(32).fill(7),
  },
  { post: null, onMailFailed: () => {}, onUnwritable: () => {} },
);
const own = jobs.filter((job) => job.name === name).map((job) => ({ ...job, everySeconds: 1 }));
if (own.length !== 1) throw new Error(`no job ${name}`);
await startJobs(database, own, {
  onError: (error) => process.stderr.write(`${error}\n`),
  pollSeconds: 0.5,
});
