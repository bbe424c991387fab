import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../src/db/migrate.ts';
import { openPostgres } from '../src/db/postgres.ts';
import type { Database } from '../src/db/tables.ts';
import { createTestClinic } from './clinic.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';
import { compiled } from './programs.ts';

let postgres: TestPostgres;
let databaseUrl: string;
let database: Database;
let clinic: ReturnType<typeof createTestClinic>;
const workers = new Set<ChildProcess>();
beforeAll(async () => {
  postgres = await startPostgres();
  databaseUrl = await postgres.createDatabase();
  database = openPostgres(databaseUrl, { onIdleError: () => {} });
  await migrate(database, () => 0);
  clinic = createTestClinic(database);
  await clinic.reset();
  // Changes take their time, so that workers can be killed in the middle of them.
  for (const statement of [
    `create function slowly() returns trigger language plpgsql as $$
      begin perform pg_sleep(0.02); return coalesce(new, old); end $$`,
    `create trigger slowly before update or delete on clinic.appointment
      for each row execute function slowly()`,
    `create trigger slowly before delete on clinic.appointment_event
      for each row execute function slowly()`,
  ])
    await sql.raw(statement).execute(database);
}, 120_000);
afterAll(async () => {
  await killAll();
  await database.destroy();
  await postgres.stop();
}, 120_000);

const startWorker = async (job: string, now: string): Promise<void> => {
  const args = [await compiled('job-worker'), databaseUrl, job, now];
  workers.add(spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] }));
};
const killAll = async (): Promise<void> => {
  for (const worker of workers) {
    // None ends by itself.
    expect([worker.exitCode, worker.signalCode]).toEqual([null, null]);
    const ended = once(worker, 'exit');
    worker.kill('SIGKILL');
    await ended;
  }
  workers.clear();
};

const numberOf = async (text: string): Promise<number> =>
  (await sql.raw<{ n: number }>(`select (${text})::int as n`).execute(database)).rows[0]!.n;
/** Statements under way that change appointments or what belongs to them. */
const changing = () =>
  numberOf(`select count(*) from pg_stat_activity where datname = current_database()
    and pid <> pg_backend_pid() and state = 'active'
    and query ~ '(update|delete from) clinic.appointment'`);

/** Two workers do a job; both are killed in the middle of it, so many times, and then two others are left to it. */
const killedInTheMiddle = async (job: string, now: string, kills: number): Promise<void> => {
  for (let kill = 0; kill <= kills; kill++) {
    // Whichever is there first begins: the other may still be starting when they are killed.
    for (let worker = 0; worker < 2; worker++) await startWorker(job, now);
    if (kill === kills) return;
    await expect.poll(changing, { timeout: 60_000, interval: 10 }).toBeGreaterThan(0);
    await killAll();
    // What a dead worker had begun comes to its end, one way or the other.
    await expect.poll(changing, { timeout: 60_000 }).toBe(0);
  }
};

const starts = Array.from({ length: 24 }, (_, k) =>
  new Date(
    Date.parse('2026-03-25T09:00:00Z') + Math.floor(k / 8) * 86_400_000 + (k % 8) * 30 * 60_000,
  ).toISOString(),
);

test('holds: workers are killed while they let go of them, and each hold runs out once', async () => {
  for (const start of starts) expect((await clinic.hold(start)).status).toBe(201);
  await killedInTheMiddle('holds', '2026-03-20T13:00:00Z', 1);
  const held = () => numberOf(`select count(*) from clinic.appointment where status = 'held'`);
  await expect.poll(held, { timeout: 60_000 }).toBe(0);
  const { rows } = await sql`select a.id, a.status, count(*)::int as events
    from clinic.appointment a join clinic.appointment_event e on e.appointment = a.id
    where e.kind = 'expired' group by 1, 2`.execute(database);
  expect(rows).toHaveLength(starts.length);
  for (const row of rows) expect(row).toMatchObject({ status: 'expired', events: 1 });
  await killAll();
}, 240_000);

test('retention: workers are killed while they forget; nothing is half forgotten, and nothing else is', async () => {
  const later = '2031-03-20T12:00:00Z';
  clinic.clock.now = Date.parse(later);
  const kept = await clinic.book('2031-03-25T09:00:00Z', { email: 'kept@example.org' });
  expect(kept.status).toBe(200);
  await killedInTheMiddle('retention', later, 2);
  const count = (table: string) => numberOf(`select count(*) from ${table}`);
  await expect.poll(() => count('clinic.appointment'), { timeout: 90_000 }).toBe(1);
  expect(await count('clinic.client')).toBe(1);
  expect(await count('zonula.idempotency')).toBe(1);
  expect(await numberOf(`select count(*) from clinic.appointment_event`)).toBe(2);
  expect(await count('clinic.link')).toBe(3);
  const { rows } = await sql`select a.status, c.email from clinic.appointment a
    join clinic.client c on c.id = a.client`.execute(database);
  expect(rows).toEqual([{ status: 'confirmed', email: 'kept@example.org' }]);
}, 300_000);
