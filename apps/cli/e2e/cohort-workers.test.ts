import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createRandom } from '@zonula/numerics';
import { startPostgres } from '@zonula/server/testing/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFolder, smallDiary, zonula } from './zonula.ts';

const folder = createFolder();
const people = folder.file('people');
let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
  const made = await zonula(['simulate', '--people', '12', '--days', '45', '--out', people]);
  expect(made.status).toBe(0);
}, 600_000);
afterAll(async () => {
  await postgres.stop();
  folder.remove();
}, 60_000);

const cohort = (...args: string[]) => zonula(['cohort', ...args]);

const published = (name: string): string[] =>
  readdirSync(folder.file(name))
    .sort()
    .map((file) => readFileSync(join(folder.file(name), file), 'utf8'));

/** A worker of its own process, as another machine would run it; at work when it says so. */
const startWorker = async (url: string): Promise<ChildProcess> => {
  const worker = spawn(
    process.execPath,
    [resolve('zonula.mjs'), 'cohort', 'work', '--database-url', url, '--workers', '1'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await once(worker.stderr!, 'data');
  return worker;
};

const mostKills = 4;
/** Some seconds on a machine that has nothing else to do. */
const slow = 600_000;

test(
  'workers are killed at random: nobody is lost, nobody counts twice, not a byte differs',
  async () => {
    const random = createRandom(6);
    const [calm, wild] = [await postgres.createDatabase(), await postgres.createDatabase()];
    const undisturbed = await cohort(
      ...[
        'analyse',
        people,
        '--database-url',
        calm,
        '--out',
        folder.file('calm'),
        '--workers',
        '2',
      ],
    );
    expect(undisturbed.status).toBe(0);

    let over = false;
    let kills = 0;
    const workers = [await startWorker(wild), await startWorker(wild)];
    const analysed = cohort(
      ...['analyse', people, '--database-url', wild, '--out', folder.file('wild')],
      ...['--workers', '0', '--lease', '2'],
    ).finally(() => {
      over = true;
    });
    while (!over) {
      await new Promise((settled) => setTimeout(settled, 300 + 2000 * random.uniform()));
      // On a busy machine nobody would ever finish a person otherwise.
      if (kills === mostKills) continue;
      const index = random.uniform() < 0.5 ? 0 : 1;
      const ended = once(workers[index]!, 'exit');
      workers[index]!.kill('SIGKILL');
      await ended;
      if (!over) kills++;
      workers[index] = await startWorker(wild);
    }
    const done = await analysed;
    expect({ status: done.status, said: done.stderr }).toMatchObject({ status: 0 });
    expect(kills).toBeGreaterThan(0);
    expect(published('wild')).toEqual(published('calm'));
    for (const worker of workers) {
      const ended = once(worker, 'exit');
      worker.kill('SIGTERM');
      expect((await ended)[0]).toBe(0);
    }
  },
  slow,
);

test(
  'a consent that is taken back changes every later report, and nothing can be read of it',
  async () => {
    const url = await postgres.createDatabase();
    const place = ['--database-url', url];
    const given = folder.file('given');
    mkdirSync(given);
    const ids = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(4, '0'));
    for (const id of ids) writeFileSync(join(given, `${id}.csv`), smallDiary);
    // The last one has taken it back before anything was computed.
    const listConsents = (...takenBack: string[]): void => {
      const consents = ids.map(
        (id) => `${id},skin,v3,2026-01-02,${takenBack.includes(id) ? '2026-02-01' : ''}`,
      );
      writeFileSync(
        join(given, 'consents.csv'),
        ['person,purpose,wording,given,withdrawn', ...consents, ''].join('\n'),
      );
    };
    listConsents('0012');
    const out = (name: string) => ['--out', folder.file(name)];
    const analyse = () =>
      cohort(
        'analyse',
        given,
        ...place,
        ...out('all'),
        '--purpose',
        'skin',
        '--counts-only',
        '--json',
      );
    const all = await analyse();
    expect(all.stderr).toContain('one person has no consent that stands and is left out');
    expect(all.stderr).toContain('11 people\n');
    expect(readFileSync(folder.file('all/methods.txt'), 'utf8')).toContain(
      'v3 (10 people or more)',
    );

    const withdrawn = await cohort('withdraw', '0001', ...place, '--json');
    expect(JSON.parse(withdrawn.stdout).withdrawn).toBe(1);
    const later = await cohort(
      'report',
      ...place,
      ...out('later'),
      '--persons',
      folder.file('each'),
      '--json',
    );
    expect(later.status).toBe(0);
    expect(JSON.parse(later.stdout).inputs).not.toBe(JSON.parse(all.stdout).inputs);
    // Given in again with the same words it stays withdrawn; one more and the cohort is too small.
    expect((await analyse()).stderr).toContain('10 people');
    // What the list takes back is taken back whatever else cannot be read.
    listConsents('0002', '0012');
    writeFileSync(join(given, '0001.csv'), 'no diary');
    expect(await analyse()).toMatchObject({ status: 2, stdout: '' });
    const few = await cohort('report', ...place, ...out('few'));
    expect(few).toMatchObject({ status: 2, stdout: '' });
    expect(few.stderr).toContain('fewer than 10 people');
  },
  slow,
);

test.each([
  [['work'], '--database-url is needed'],
  [['report', '--out', 'x'], 'say where the cohort is'],
  [['analyse', '--out', 'x'], 'name a folder of tidy diaries'],
  [['analyse', '.', '--out', 'x', '--workers', 'many'], '--workers'],
  [['analyse', '.', '--out', 'x', '--grain', 'atom'], '--grain'],
  [['withdraw', 'p1', '--data', 'a', '--database-url', 'postgres://x/y'], 'not both'],
  [['work', '--database-url', 'postgres://127.0.0.1:1/none'], 'the database cannot be used'],
])('%j ends with 2 and one line', async (args, hint) => {
  const { status, stdout, stderr } = await zonula(['cohort', ...args], {
    cwd: folder.path,
    launcher: resolve('zonula.mjs'),
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^zonula: [^\n]+\n$/u);
  expect(stderr).toContain(hint);
});
