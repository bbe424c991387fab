import { setTimeout as sleep } from 'node:timers/promises';
import type { PersonResult } from '@zonula/cohort';
import { sql } from 'kysely';
import type PgBoss from 'pg-boss';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { kinds, openMigrated, type TestDatabase } from '../../e2e/databases.ts';
import { migrate } from '../db/migrate.ts';
import { startBoss } from '../jobs/boss.ts';
import { saveConsents, savePeople } from './people.ts';
import { progressOf, type Question, startRun } from './run.ts';
import { cohortMigrations } from './schema.ts';
import { type ServedCohort, serveCohort } from './serve.ts';
import type { Task } from './work.ts';

const now = (): number => Date.UTC(2026, 0, 1);
const questionOf = (version: string, seed = 1): Question => ({
  ...{ purpose: 'skin and food', version, seed, outcome: null, discovery: true },
  grains: ['dish'],
});
const answerTo = ({ person, question: { version, seed } }: Task): PersonResult => ({
  ...{ person, version, seed, outcome: 'skin/itch', days: 90, reasons: [] },
  ...{ summaries: [], contrasts: [] },
});

describe.each(kinds)('a server that answers what a cohort asks on %s', (kind) => {
  let opened: TestDatabase;
  let boss: PgBoss;
  const errors: unknown[] = [];
  const serving: ServedCohort[] = [];
  beforeAll(async () => {
    opened = await openMigrated(kind);
  }, 120_000);
  afterEach(async () => {
    await Promise.all(serving.splice(0).map((one) => one.stop(1000)));
    errors.length = 0;
  });
  afterAll(async () => {
    await boss?.stop({ graceful: false });
    await opened.close();
  });

  const crew = { hired: 0, dismissed: 0 };
  const serve = (
    analyse: (task: Task) => Promise<PersonResult> = async (task) => answerTo(task),
  ): ServedCohort => {
    const served = serveCohort(
      opened.database,
      {
        workers: 2,
        hire: async () => {
          crew.hired++;
          return { analyse, dismiss: async () => void crew.dismissed++ };
        },
      },
      { now, version: '1', onError: (error) => errors.push(error), lookMs: 50 },
    );
    serving.push(served);
    return served;
  };
  const ask = (question: Question) =>
    startRun(opened.database, boss, question, { now, leaseSeconds: 30 });
  const done = async (run: string) => (await progressOf(opened.database, run)).done;

  test('without a cohort it makes nothing and hires nobody', async () => {
    serve();
    await sleep(300);
    const { rows } =
      await sql`select from information_schema.schemata where schema_name = 'cohort'`.execute(
        opened.database,
      );
    expect({ rows, errors, crew }).toEqual({
      rows: [],
      errors: [],
      crew: { hired: 0, dismissed: 0 },
    });
  });

  test('two servers answer a question once for each person, as soon as it is asked', async () => {
    serve();
    serve();
    await migrate(opened.database, now, cohortMigrations, 'cohort');
    boss = await startBoss(opened.database, { onError: (error) => errors.push(error) });
    const people = Array.from({ length: 8 }, (_, i) => `p${i}`);
    await saveConsents(
      opened.database,
      people.map((person) => ({
        ...{ person, purpose: 'skin and food', wording: 'v1', given: null, withdrawn: null },
      })),
    );
    await savePeople(
      opened.database,
      people.map((person) => ({ person, diary: `of ${person}` })),
    );
    const run = await ask(questionOf('1'));
    await expect.poll(() => done(run), { timeout: 20_000 }).toBe(8);
    await expect.poll(() => crew.dismissed, { timeout: 10_000 }).toBe(crew.hired);
    expect(errors).toEqual([]);
  }, 60_000);

  test('a question of another version of the program is left to that one', async () => {
    const run = await ask(questionOf('2'));
    serve();
    await sleep(400);
    expect(await done(run)).toBe(0);
    expect(errors).toEqual([]);
    await sql`delete from pgboss.job where name = ${`cohort-${run}`}`.execute(opened.database);
  }, 30_000);

  test('a server that stops leaves whom it had under way to the others, and tells nothing of anybody', async () => {
    const run = await ask(questionOf('1', 2));
    let begun = 0;
    const slow = serve(() => {
      begun++;
      return new Promise(() => {});
    });
    await expect.poll(() => begun, { timeout: 10_000 }).toBe(2);
    await slow.stop(100);
    expect(errors.map((error) => (error as Error).message)).toEqual(
      Array(2).fill('a person of a cohort could not be analysed'),
    );
    expect(await done(run)).toBe(0);
    serve();
    await expect.poll(() => done(run), { timeout: 20_000 }).toBe(8);
  }, 60_000);
});
