import { createPooling, normalLikelihood, type PersonResult } from '@zonula/cohort';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { kinds, openEmpty, type TestDatabase } from '../../e2e/databases.ts';
import { type CohortStore, openCohortOn } from './open.ts';
import { consentsOf, inputsOf, loadPerson, saveConsents, savePeople, withdraw } from './people.ts';
import { eachPersonal, type PersonalRow, poolRun } from './pool.ts';
import {
  failuresOf,
  finishRun,
  type PersonJob,
  progressOf,
  type Question,
  queueOf,
  startRun,
} from './run.ts';
import { storeResult } from './store-result.ts';
import { type Task, type WorkOptions, work } from './work.ts';

const now = (): number => Date.UTC(2026, 0, 1);
const question: Question = {
  purpose: 'skin and food',
  version: '1',
  seed: 1,
  outcome: null,
  discovery: true,
  grains: ['dish'],
};
const nameOf = (i: number): string => `p${String(i).padStart(3, '0')}`;
const consentOf = (person: string, more = {}) => ({
  person,
  purpose: question.purpose,
  wording: 'v1',
  given: '2025-01-01',
  withdrawn: null,
  ...more,
});

/** What a diary "says" is written in it: an effect of milk in thousandths. */
const analyse = async ({
  person,
  diary,
  question: { version, seed },
}: Task): Promise<PersonResult> => {
  if (diary === 'broken') throw new Error('this diary breaks the engine');
  return {
    person,
    version,
    seed,
    outcome: 'skin/itch',
    days: 90,
    reasons: [],
    summaries: [
      {
        person,
        exposure: 'food/milk',
        outcome: 'skin/itch',
        measure: 'peak',
        daysWith: 30,
        daysWithout: 60,
        likelihood: normalLikelihood(Number(diary) / 1000, 0.02),
        delay: { estimate: 1, error: 0.4 },
      },
      {
        person,
        exposure: 'food/rice',
        outcome: 'skin/itch',
        measure: 'peak',
        daysWith: 10,
        daysWithout: 80,
        likelihood: null,
        delay: null,
      },
    ],
    contrasts: [
      {
        exposure: 'food/milk',
        moments: {
          days: 90,
          daysWith: 30,
          meanExposure: 1 / 3,
          meanOutcome: 0.4,
          exposureSquares: 20,
          products: Number(diary) / 100,
          outcomeSquares: 5,
          outcomeWith: 12 + Number(diary) / 50,
        },
      },
    ],
  };
};

const working: Omit<WorkOptions, 'signal'> = {
  analyse,
  concurrency: 2,
  untilDone: true,
  clock: () => performance.now(),
  pauseMs: 50,
};

describe.each(kinds)('a cohort on %s', (kind) => {
  let opened: TestDatabase;
  let store: CohortStore;
  beforeAll(async () => {
    opened = await openEmpty[kind]();
    store = await openCohortOn(opened.database, {
      now,
      onError: (error) => {
        throw error;
      },
    });
  }, 60_000);
  afterAll(() => store.close().then(opened.close));
  beforeEach(async () => {
    await sql`truncate cohort.run, cohort.consent, cohort.person cascade`.execute(store.database);
    await store.boss.clearStorage();
  });

  const fill = async (count: number): Promise<void> => {
    const people = Array.from({ length: count }, (_, i) => nameOf(i));
    await saveConsents(
      store.database,
      people.map((person) => consentOf(person)),
    );
    await savePeople(
      store.database,
      people.map((person, i) => ({ person, diary: String(i % 2 === 0 ? 150 + i : i % 7) })),
    );
  };
  const start = (asked = question): Promise<string> =>
    startRun(store.database, store.boss, asked, { now, leaseSeconds: 2 });
  const run = (options: Partial<WorkOptions> = {}): Promise<number> =>
    work(store.database, store.boss, {
      ...working,
      signal: new AbortController().signal,
      ...options,
    });

  test('each person is answered once, whoever asks how often', async () => {
    await fill(24);
    const ids = await Promise.all([start(), start()]);
    expect(ids[0]).toBe(ids[1]);
    let computed = 0;
    const counted = (task: Task) => {
      computed++;
      return analyse(task);
    };
    const stored = await Promise.all([run({ analyse: counted }), run({ analyse: counted })]);
    expect(stored[0]! + stored[1]!).toBe(24);
    expect(computed).toBe(24);
    await start();
    expect(await run({ analyse: counted })).toBe(0);
    expect(computed).toBe(24);
    expect(await progressOf(store.database, ids[0]!)).toEqual({
      people: 24,
      done: 24,
      open: 0,
      failed: 0,
    });
    const pools = await Promise.all([
      poolRun(store.database, ids[0]!),
      poolRun(store.database, ids[0]!),
    ]);
    expect(pools[1]).toEqual(pools[0]);
    const [pooled] = pools;
    expect(pooled).toMatchObject({ people: 24, judged: 24 });
    expect(pooled.exposures).toHaveLength(1);
    expect(pooled.exposures[0]).toMatchObject({ exposure: 'food/milk', people: 24, claimed: true });
    expect(pooled.contrasts[0]!.differences!.people).toBe(24);
    const direct = createPooling();
    direct.pool(
      (
        await Promise.all(
          Array.from({ length: 24 }, (_, i) =>
            analyse({
              person: nameOf(i),
              question,
              trials: [],
              diary: String(i % 2 === 0 ? 150 + i : i % 7),
            }),
          ),
        )
      ).map(({ summaries }) => summaries[0]!),
    );
    expect(pooled.exposures).toEqual(direct.decide().exposures);
  });

  test('a person is told what the others make of their own data', async () => {
    await fill(24);
    const id = await start();
    await run();
    const { personalThreshold } = await poolRun(store.database, id);
    const rows: (readonly PersonalRow[])[] = [];
    await eachPersonal(store.database, id, (_, own) => rows.push(own));
    expect(rows.map(([row]) => row!.person)).toEqual(
      Array.from({ length: 24 }, (_, i) => nameOf(i)),
    );
    const [responds] = rows[2]!;
    expect(responds!.probability).toBeGreaterThan(0.99);
    expect(responds!.worthwhile_probability).toBeGreaterThanOrEqual(personalThreshold!);
    // Drawn towards the others, who are stronger.
    expect(responds!.effect).toBeGreaterThan(responds!.estimate);
    expect(rows[1]![0]!.probability).toBeLessThan(0.2);
  });

  test('what is taken back ends all words agreed to until then, and none that were agreed to later', async () => {
    const person = nameOf(0);
    await saveConsents(store.database, [
      consentOf(person),
      consentOf(person, { wording: 'v2', given: null }),
      consentOf(person, { wording: 'v3', given: '2026-03-01' }),
    ]);
    expect(await withdraw(store.database, [person], { on: '2026-02-01' })).toBe(2);
    expect(await consentsOf(store.database, question.purpose)).toEqual([
      { wording: 'v1', agreed: 0, withdrawn: 1 },
      { wording: 'v2', agreed: 0, withdrawn: 1 },
      { wording: 'v3', agreed: 1, withdrawn: 0 },
    ]);
  });

  test('what was taken back is gone from all that is computed later', async () => {
    await fill(20);
    const id = await start();
    await run();
    const before = await inputsOf(store.database, question.purpose);
    expect((await poolRun(store.database, id)).people).toBe(20);
    expect(await withdraw(store.database, [nameOf(3)], { on: '2026-02-01' })).toBe(1);
    for (const table of ['person', 'diary', 'result', 'summary', 'contrast', 'personal']) {
      const { rows } =
        await sql`select from ${sql.table(`cohort.${table}`)} where person = ${nameOf(3)}`.execute(
          store.database,
        );
      expect({ table, rows: rows.length }).toEqual({ table, rows: 0 });
    }
    expect((await poolRun(store.database, id)).people).toBe(19);
    const after = await inputsOf(store.database, question.purpose);
    expect(after.people).toBe(19);
    expect(after.digest).not.toBe(before.digest);
    expect(await consentsOf(store.database, question.purpose)).toEqual([
      { wording: 'v1', agreed: 19, withdrawn: 1 },
    ]);
    // The same words given in again do not undo it; new words, agreed to anew, do.
    await saveConsents(store.database, [consentOf(nameOf(3))]);
    expect(await savePeople(store.database, [{ person: nameOf(3), diary: '1' }])).toBe(0);
    await saveConsents(store.database, [consentOf(nameOf(3), { wording: 'v2' })]);
    expect(await savePeople(store.database, [{ person: nameOf(3), diary: '1' }])).toBe(1);
    // For another purpose only: the data stay, this purpose sees nothing of them.
    await saveConsents(store.database, [consentOf(nameOf(4), { purpose: 'sleep' })]);
    await withdraw(store.database, [nameOf(4)], { purpose: question.purpose, on: '2026-02-01' });
    await start();
    await run();
    expect((await poolRun(store.database, id)).people).toBe(19);
    const other = await start({ ...question, purpose: 'sleep' });
    await run();
    expect((await poolRun(store.database, other)).people).toBe(1);
  });

  test('data that change or are taken back while somebody is at work on them', async () => {
    await fill(3);
    const id = await start();
    const stored = await run({
      concurrency: 1,
      analyse: async (task) => {
        if (task.person === nameOf(0))
          await withdraw(store.database, [nameOf(0)], { on: '2026-02-01' });
        if (task.person === nameOf(1) && task.diary !== '777')
          await savePeople(store.database, [{ person: nameOf(1), diary: '777' }]);
        return analyse(task);
      },
    });
    expect(stored).toBe(1);
    expect(await progressOf(store.database, id)).toMatchObject({ people: 2, done: 1, open: 0 });
    await start();
    expect(await run()).toBe(1);
    const { rows } = await sql<{ person: string; estimate: number }>`
      select person, estimate from cohort.summary where exposure = 'food/milk' order by person`.execute(
      store.database,
    );
    expect(rows).toEqual([
      { person: nameOf(1), estimate: 0.777 },
      { person: nameOf(2), estimate: 0.152 },
    ]);
  });

  test('a worker that falls silent is replaced, and what it says late counts once', async () => {
    await fill(4);
    const id = await start();
    // Takes a job, as a process that is killed then leaves it.
    const [job] = await store.boss.fetch<PersonJob>(queueOf(id));
    const { person } = job!.data;
    const taken = await loadPerson(store.database, person, question.purpose);
    expect(await run()).toBe(4);
    const { input, ...rest } = taken!;
    const result = await analyse({ person, question, ...rest });
    const late = { run: id, job: job!.id, input, seconds: 1, result };
    expect(await storeResult(store.database, store.boss, late)).toBe(false);
    expect(await progressOf(store.database, id)).toMatchObject({ done: 4, open: 0, failed: 0 });
    const { rows } = await sql`select from cohort.summary`.execute(store.database);
    expect(rows).toHaveLength(8);
  });

  test('a diary that breaks the engine is given up after some tries, and told', async () => {
    await fill(2);
    await savePeople(store.database, [{ person: nameOf(1), diary: 'broken' }]);
    const id = await start();
    expect(await run()).toBe(1);
    expect(await progressOf(store.database, id)).toEqual({
      people: 2,
      done: 1,
      open: 0,
      failed: 1,
    });
    expect(await failuresOf(store.database, id)).toEqual([
      { message: 'this diary breaks the engine', people: 1 },
    ]);
    await finishRun(store.database, id, now);
    expect(await run()).toBe(0);
  });

  test('every key and index of a table about people begins with the person', async () => {
    const { rows } = await sql<{ table: string; index: string; first: string; of_people: boolean }>`
      select c.relname as table, i.relname as index, a.attname as first, exists (
        select from pg_attribute p where p.attrelid = c.oid and p.attname = 'person') as of_people
      from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
        join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
      where c.relnamespace = 'cohort'::regnamespace order by 1, 2`.execute(store.database);
    const ofPeople = rows.filter(({ of_people }) => of_people);
    expect(ofPeople.map(({ table }) => table)).toEqual([
      'consent',
      'contrast',
      'diary',
      'person',
      'personal',
      'result',
      'summary',
      'trial',
    ]);
    expect(new Set(ofPeople.map(({ first }) => first))).toEqual(new Set(['person']));
    // The rest is small, and the same on every machine.
    expect(rows.filter(({ of_people }) => !of_people).map(({ table }) => table)).toEqual([
      'migration',
      'run',
    ]);
    const keys = await sql<{ definition: string }>`
      select pg_get_constraintdef(oid) as definition from pg_constraint
      where connamespace = 'cohort'::regnamespace and contype = 'f' and confrelid <> 'cohort.run'::regclass`.execute(
      store.database,
    );
    expect(keys.rows.length).toBeGreaterThan(5);
    for (const { definition } of keys.rows) expect(definition).toMatch(/^FOREIGN KEY \(person\b/u);
  });
});
