import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conditions } from '@zonula/axis';
import { writeTidy } from '@zonula/diary';
import { build } from 'esbuild';
import { cohortSuites } from './cohort/suite.ts';
import { foodQueries } from './food-queries.ts';
import { type Finished, root, runNode, tsx } from './measure.ts';
import { bookings, kills, sync } from './server-suites.ts';
import type { Suite } from './suite.ts';
import { type Figure, figureOf, spreadOf } from './summary.ts';
import { diaryOf } from './workload.ts';

const cli = join(root, 'zonula.mjs');

/** One after the other: two at once would measure each other. */
const inTurn = async <T>(runs: number, run: () => Promise<T>): Promise<T[]> => {
  const results: T[] = [];
  for (let i = 0; i < runs; i++) results.push(await run());
  return results;
};

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'zonula-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** A program of this room as one file, compiled as the command is. */
const bundled = async (name: string, folder: string): Promise<string> => {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [join(root, 'benchmarks', 'src', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    logLevel: 'error',
  });
  return outfile;
};

interface FitRun {
  readonly seconds: readonly number[];
  readonly calibration: number;
  readonly progress: number;
}

const fitSuite = (days: number, exposures: number, limit: number, repeats: number): Suite => {
  const name = `${days} days x ${exposures} exposures`;
  return {
    name,
    long: false,
    run: (runs) =>
      inFolder(async (folder) => {
        const program = await bundled('fit-once', folder);
        let seed = 1;
        const results = await inTurn(runs, async () => {
          const sizes = [days, exposures, repeats, seed].map(String);
          seed += repeats;
          const finished = await runNode([program, ...sizes]);
          const result = JSON.parse(finished.stdout) as FitRun;
          if (result.progress === 0) throw new Error('no progress was told');
          return { ...result, peakMegabytes: finished.peakMegabytes };
        });
        const first = results.map(({ seconds }) => seconds[0]!);
        const warm = results.map(({ seconds }) =>
          repeats > 1 ? spreadOf(seconds.slice(1)).median : seconds[0]!,
        );
        return [
          figureOf(`analysis, ${name}, first in its process`, 'seconds', first, limit),
          ...(repeats > 1 ? [figureOf(`analysis, ${name}, warm`, 'seconds', warm, limit)] : []),
          figureOf(
            `analysis, ${name}`,
            'calibrations',
            results.map(({ calibration }, i) => warm[i]! / calibration),
          ),
          figureOf(
            `memory, ${name}`,
            'megabytes',
            results.map(({ peakMegabytes }) => peakMegabytes),
          ),
        ];
      }),
  };
};

const wall = (runs: readonly Finished[]): number[] => runs.map(({ wallSeconds }) => wallSeconds);
const memory = (runs: readonly Finished[]): number[] =>
  runs.map(({ peakMegabytes }) => peakMegabytes);

const wholeCommand: Suite = {
  name: 'whole command',
  long: false,
  run: (runs) =>
    inFolder(async (folder) => {
      const file = join(folder, 'year.csv');
      writeFileSync(file, writeTidy(diaryOf({ days: 365, exposures: 75, seed: 2 })));
      const report = join(folder, 'report.html');
      const args = [cli, 'discover', file, '--json', '--report', report];
      await runNode([cli, '--version']);
      const results = await inTurn(runs, () => runNode(args));
      for (const { stdout } of results) JSON.parse(stdout);
      return [
        figureOf('discover --report, one year x 75 exposures', 'seconds', wall(results), 3),
        figureOf('discover --report, memory', 'megabytes', memory(results), 300),
      ];
    }),
};

const startUp: Suite = {
  name: 'start-up',
  long: false,
  run: async (runs) => {
    await runNode([cli, '--version']);
    const results = await inTurn(runs, () => runNode([cli, '--version']));
    return [figureOf('start-up of the command', 'seconds', wall(results), 0.4)];
  },
};

/** The stiff solver on 735 days of the psoriasis model, daily states and all. */
const psoriasis: Suite = {
  name: 'psoriasis, 735 days',
  long: false,
  run: (runs) =>
    inFolder(async (folder) => {
      const program = await bundled('ode-once', folder);
      const results = await inTurn(runs, async () => {
        const { stdout } = await runNode([program]);
        return JSON.parse(stdout) as { readonly seconds: number; readonly calibration: number };
      });
      const name = 'psoriasis model, 735 days, tolerance 1e-6';
      const seconds = results.map((result) => result.seconds);
      return [
        figureOf(name, 'seconds', seconds, 0.001),
        figureOf(
          name,
          'calibrations',
          results.map(({ calibration }, i) => seconds[i]! / calibration),
        ),
      ];
    }),
};

interface AxisRun {
  readonly seconds: number;
  readonly calibration: number;
  readonly error: number;
}

/** A year of the coupled axis with five meals a day, each condition in processes of its own. */
const axis: Suite = {
  name: 'axis, a year',
  long: false,
  run: (runs) =>
    inFolder(async (folder) => {
      const program = await bundled('axis-once', folder);
      const figures: Figure[] = [];
      for (const condition of conditions) {
        const results = await inTurn(
          runs,
          async () => JSON.parse((await runNode([program, condition])).stdout) as AxisRun,
        );
        const name = `axis with ${condition}, a year, five meals a day`;
        figures.push(
          figureOf(
            name,
            'seconds',
            results.map(({ seconds }) => seconds),
            0.006,
          ),
          figureOf(
            name,
            'calibrations',
            results.map(({ seconds, calibration }) => seconds / calibration),
          ),
          figureOf(
            `${name}, error of the severity`,
            'share',
            results.map(({ error }) => error),
            0.005,
          ),
        );
      }
      return figures;
    }),
};

interface TrialRun {
  readonly seconds: number;
  readonly calibration: number;
}

/** Power of a trial before its start: 10,000 simulated trials of a person with gaps and slips. */
const trialPower: Suite = {
  name: 'trial power',
  long: false,
  run: (runs) =>
    inFolder(async (folder) => {
      const program = await bundled('trial-once', folder);
      const figures: Figure[] = [];
      for (const [design, label] of [
        ['pairs', 'six pairs, 84 days'],
        ['periods', '16 periods, 112 days'],
      ] as const) {
        const results = await inTurn(
          runs,
          async () => JSON.parse((await runNode([program, design])).stdout) as TrialRun,
        );
        const name = `10,000 simulated trials, ${label}`;
        const seconds = results.map((result) => result.seconds);
        figures.push(
          figureOf(name, 'seconds', seconds, 5),
          figureOf(
            name,
            'calibrations',
            results.map(({ calibration }, i) => seconds[i]! / calibration),
          ),
        );
      }
      return figures;
    }),
};

const appleHealth: Suite = {
  name: 'Apple Health, 2 GB',
  long: true,
  run: () =>
    inFolder(async (folder) => {
      const file = join(folder, 'export.xml');
      const program = join(root, 'packages', 'diary', 'fixtures', 'make-apple-health.ts');
      await runNode([...tsx, program, '5500000'], { stdoutFile: file });
      const gigabytes = statSync(file).size / 1e9;
      if (gigabytes < 1.9) throw new Error(`the export has only ${gigabytes.toFixed(2)} GB`);
      const out = join(folder, 'diary.csv');
      const result = await runNode([cli, 'import', file, '--out', out]);
      return [
        figureOf('import of a 2 GB Apple Health export', 'seconds', [result.wallSeconds]),
        figureOf('import of a 2 GB export, memory', 'megabytes', [result.peakMegabytes], 300),
      ];
    }),
};

interface FoodsRun {
  readonly ready: Took;
  readonly first: Took;
  readonly phrases: readonly Took[];
  readonly right: number;
  readonly tenThousand: Took;
  readonly megabytes: number;
}
/** Of the processor, and by the clock beside other processes. */
interface Took {
  readonly cpuMs: number;
  readonly wallMs: number;
}
interface TrigramRun {
  readonly readyMs: number;
  readonly phraseMs: readonly number[];
  readonly distanceMs: readonly number[];
  readonly right: number;
  readonly megabytes: number;
}

/** Medians over the queries, then over the runs; "right" counts the queries understood as meant. */
const foods: Suite = {
  name: 'foods',
  long: false,
  run: (runs) =>
    inFolder(async (folder) => {
      const program = await bundled('foods-once', folder);
      const ours = await inTurn(
        runs,
        async () => JSON.parse((await runNode(['--expose-gc', program, root])).stdout) as FoodsRun,
      );
      const trigrams = JSON.parse(
        (await runNode([...tsx, join(root, 'benchmarks', 'src', 'foods-trgm.ts'), root])).stdout,
      ) as TrigramRun;
      const all = foodQueries.length;
      const middle = (values: readonly number[]): number => spreadOf(values).median;
      const both = (
        name: string,
        read: (run: FoodsRun, of: keyof Took) => number,
        limit?: number,
      ) =>
        (['cpuMs', 'wallMs'] as const).map((of) =>
          figureOf(
            of === 'cpuMs' ? name : `${name}, by the clock`,
            'seconds',
            ours.map((run) => read(run, of) / 1000),
            of === 'cpuMs' ? limit : undefined,
          ),
        );
      return [
        ...both('foods, tables and index ready', ({ ready }, of) => ready[of], 0.3),
        ...both('foods, first misspelt phrase', ({ first }, of) => first[of]),
        ...both(
          'foods, a phrase',
          ({ phrases }, of) => middle(phrases.map((took) => took[of])),
          0.003,
        ),
        ...both('foods, 10,000 rows', ({ tenThousand }, of) => tenThousand[of], 5),
        figureOf(
          'foods, memory',
          'megabytes',
          ours.map((run) => run.megabytes),
          80,
        ),
        figureOf(
          `foods, right of ${all} queries`,
          'right',
          ours.map((run) => run.right),
        ),
        figureOf('pg_trgm, table and index ready', 'seconds', [trigrams.readyMs / 1000]),
        figureOf('pg_trgm, a phrase by %', 'seconds', [middle(trigrams.phraseMs) / 1000]),
        figureOf('pg_trgm, a phrase by <->>', 'seconds', [middle(trigrams.distanceMs) / 1000]),
        figureOf('pg_trgm, memory of the process', 'megabytes', [trigrams.megabytes]),
        figureOf(`pg_trgm, right of ${all} queries`, 'right', [trigrams.right]),
      ];
    }),
};

/**
 * Virtual people on all cores; memory must grow neither with their number nor over time. Fewer than some thousand are done before
 * the young generation of the threads is full for the first time.
 */
const population: Suite = {
  name: 'population',
  long: false,
  run: () =>
    inFolder(async (folder) => {
      const people = async (count: number) => {
        const out = join(folder, String(count));
        const size = ['--people', String(count), '--days', '730'];
        return runNode([cli, 'simulate', ...size, '--summary', '--out', out]);
      };
      await people(8);
      const [few, many] = [await people(3000), await people(10_000)];
      const name = '10,000 virtual people, two years';
      const { megabytesOverTime: course } = many;
      const quarter = (k: number): readonly number[] =>
        course.slice(Math.floor((k * course.length) / 4), Math.ceil(((k + 1) * course.length) / 4));
      const middle = (k: number): number => spreadOf(quarter(k)).median;
      return [
        figureOf(name, 'seconds', [many.wallSeconds], 60),
        figureOf(`${name}, processor time of all threads`, 'seconds', [many.cpuSeconds], 120),
        figureOf('3,000 virtual people, memory', 'megabytes', [few.peakMegabytes]),
        figureOf('10,000 virtual people, memory', 'megabytes', [many.peakMegabytes]),
        figureOf(
          'virtual people, memory for 10,000 over that for 3,000',
          'share',
          [many.peakMegabytes / few.peakMegabytes],
          1.2,
        ),
        ...[0, 1, 2, 3].map((k) =>
          figureOf(`${name}, memory in quarter ${k + 1} of the run`, 'megabytes', quarter(k)),
        ),
        figureOf(
          `${name}, memory in the last quarter over that in the second`,
          'share',
          [middle(3) / middle(1)],
          1.2,
        ),
      ];
    }),
};

export const suites: readonly Suite[] = [
  fitSuite(180, 150, 0.5, 4),
  fitSuite(365, 300, 2, 3),
  wholeCommand,
  startUp,
  foods,
  psoriasis,
  axis,
  trialPower,
  population,
  fitSuite(3650, 500, 60, 1),
  appleHealth,
  bookings,
  kills,
  sync,
  ...cohortSuites,
];
