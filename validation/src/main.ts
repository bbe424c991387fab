/**
 * Measures how often the engine is wrong and what it finds, and publishes the figures.
 *
 *     npm run validate -- [--quick] [--study NAME ...] [--seeds tuning|held-back] [--workers N]
 *                         [--rows FOLDER] [--seed N]
 *
 * Held-back seeds are for the published run only (see seeds.ts). `--rows` keeps finished rows in a
 * folder, so that an interrupted run goes on; the folder must belong to one version of the engine.
 * ZONULA_REFERENCE_DATA names the folder of the tables that are not ours to ship.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, platform, release } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type KeptRows, keptRows } from './kept-rows.ts';
import { openPool, type Pool } from './pool.ts';
import { readReference } from './read-reference.ts';
import { type Published, published, reportOf, type StudyResult } from './report.ts';
import { type SeedPool, seedPools } from './seeds.ts';
import { type AnyStudy, studies, studyNamed } from './studies/registry.ts';
import type { Plan } from './studies/study.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

interface Settings {
  readonly plan: Plan;
  readonly chosen: readonly AnyStudy[];
  readonly workers: number;
  readonly rows: string | null;
}

function readSettings(): Settings {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      study: { type: 'string', multiple: true, default: [] },
      seeds: { type: 'string', default: 'tuning' },
      workers: { type: 'string', default: String(availableParallelism()) },
      rows: { type: 'string' },
      /** Taken from the command line's common options; the studies have their own seeds. */
      seed: { type: 'string' },
    },
  });
  if (!(values.seeds in seedPools)) throw new RangeError('--seeds is tuning or held-back');
  const workers = Number(values.workers);
  if (!(Number.isInteger(workers) && workers > 0))
    throw new RangeError('--workers is a whole number');
  return {
    plan: { pool: values.seeds as SeedPool, quick: values.quick },
    chosen: values.study.length === 0 ? studies : values.study.map(studyNamed),
    workers,
    rows: values.rows ?? null,
  };
}

function versionOf(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const git = spawnSync('git', ['rev-parse', '--short=12', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  });
  return git.status === 0 ? `${version} (${git.stdout.trim()})` : version;
}

const machineOf = (): string =>
  `${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, ${platform()} ${release()}, Node ${process.version}`;

/** Says how far a study is, at most once in five seconds and at the end. */
function progressOf(name: string, total: number): (done: number) => void {
  const start = Date.now();
  let said = 0;
  return (done) => {
    const now = Date.now();
    if (done < total && now - said < 5000) return;
    said = now;
    const left = (((now - start) / Math.max(done, 1)) * (total - done)) / 1000;
    process.stderr.write(`${name}: ${done} of ${total}, about ${Math.ceil(left / 60)} min left\n`);
  };
}

async function conductIn(pool: Pool, study: AnyStudy, settings: Settings): Promise<StudyResult> {
  const { plan, rows: folder } = settings;
  const tasks = study.tasks(plan, readReference(process.env.ZONULA_REFERENCE_DATA));
  const label = `${study.name}-${plan.pool}${plan.quick ? '-quick' : ''}`;
  const kept: KeptRows | null = folder === null ? null : keptRows(folder, label);
  const rows = tasks.map((task) => kept?.find(task));
  const open = [...tasks.keys()].filter((i) => rows[i] === undefined);
  const say = progressOf(study.name, tasks.length);
  let done = tasks.length - open.length;
  await pool.run(
    study.name,
    'discover',
    open.map((i) => tasks[i]!),
    (k, row) => {
      const i = open[k]!;
      rows[i] = row;
      kept?.keep(tasks[i]!, row);
      say(++done);
    },
  );
  const seeds = tasks.map(({ seed }) => seed);
  return {
    result: study.summarise(rows, plan),
    run: {
      version: versionOf(),
      pool: plan.pool,
      quick: plan.quick,
      tasks: tasks.length,
      firstSeed: seeds.length === 0 ? null : Math.min(...seeds),
      lastSeed: seeds.length === 0 ? null : Math.max(...seeds),
      machine: machineOf(),
    },
  };
}

function publish(fresh: Readonly<Record<string, StudyResult>>): void {
  const docs = join(root, 'docs');
  const json = join(docs, 'validation.json');
  const before = existsSync(json) ? (JSON.parse(readFileSync(json, 'utf8')) as Published) : null;
  const { document, keptBetter } = published(before, fresh);
  mkdirSync(docs, { recursive: true });
  writeFileSync(json, `${JSON.stringify(document, null, 2)}\n`);
  writeFileSync(join(docs, 'validation.md'), reportOf(document));
  for (const name of keptBetter) {
    process.stderr.write(`docs/validation.md keeps its better figures for ${name}\n`);
  }
}

const settings = readSettings();
const pool = openPool(settings.workers);
try {
  for (const study of settings.chosen) {
    try {
      const fresh = await conductIn(pool, study, settings);
      process.stdout.write(`${study.chapter(fresh.result)}\n\n`);
      publish({ [study.name]: fresh });
    } catch (error) {
      // The other studies may take hours and do not depend on this one.
      process.stderr.write(`${study.name}: ${error instanceof Error ? error.stack : error}\n`);
      process.exitCode = 1;
    }
  }
} finally {
  pool.close();
}
