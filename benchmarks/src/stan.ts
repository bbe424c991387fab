/**
 * Ours and Stan on one diary in one run, and writes benchmarks/results/stan.json. Needs R with rstan; takes Stan minutes.
 *
 *     node scripts/run.mjs benchmarks/src/stan.ts [--converge]
 *
 * Both are timed in processor seconds of one core, Stan without compiling. Ours is the whole of `discover`, checks
 * and all. Stan is asked three times: with Gaussian scores and shocks whether only the day before counts, the same with every
 * delay of the dictionary for every exposure, and our own model, its slabs but for a regularised horseshoe: scores as
 * intervals, heavy-tailed shocks, a level that drifts, covariates. Each has one chain of 1,000 iterations. With `--converge`
 * only our own model is asked, with two chains of 2,000 side by side (about an hour of two cores; stan-converged.json).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  dailyKernels,
  defaultPriors,
  discover,
  groupTwins,
  type Kernel,
  toProblem,
} from '@zonula/discovery';
import { toTimeline } from '@zonula/timeline';
import { cpuSeconds } from './calibrate.ts';
import { root } from './measure.ts';
import { diaryOf } from './workload.ts';

const { converge } = parseArgs({ options: { converge: { type: 'boolean' } } }).values;
const timeline = toTimeline(diaryOf({ days: 245, exposures: 72, seed: 1 }));

const seconds: number[] = [];
let answer = discover(timeline, { version: 'benchmark', seed: 1 });
for (let run = 0; run < 7; run++) {
  const start = cpuSeconds();
  answer = discover(timeline, { version: 'benchmark', seed: 1 });
  seconds.push(cpuSeconds() - start);
}
const ours = [...seconds].sort((a, b) => a - b)[3]!;

const { values } = timeline.outcomes[0]!;
const recorded = [...values.keys()].filter((t) => !Number.isNaN(values[t]));
const doses = timeline.exposures.map(({ dose }) => dose.map((d) => (Number.isNaN(d) ? 0 : d)));

/** One column a dose, convolved and with variance 1. */
const columnsOf = (kernels: readonly Pick<Kernel, 'start' | 'weights'>[]): Float64Array[] =>
  doses.flatMap((dose) =>
    kernels.map(({ start, weights }) => {
      const average = dose.reduce((sum, d) => sum + d, 0) / dose.length;
      const column = dose.map((_, t) =>
        weights.reduce((sum, w, i) => sum + w * ((dose[t - start - i] ?? average) - average), 0),
      );
      const mean = column.reduce((sum, v) => sum + v, 0) / column.length;
      const squares = column.reduce((sum, v) => sum + (v - mean) ** 2, 0);
      return column.map((v) => v / Math.sqrt(squares / column.length || 1));
    }),
  );
const rowsOf = (columns: readonly Float64Array[]): number[][] =>
  Array.from({ length: timeline.days }, (_, t) => columns.map((column) => column[t]!));
const dataOf = (pushes: readonly Float64Array[], direct: readonly Float64Array[]) => ({
  T: timeline.days,
  N: recorded.length,
  recorded: recorded.map((t) => t + 1),
  y: recorded.map((t) => values[t]),
  P: pushes.length,
  Q: direct.length,
  pushes: rowsOf(pushes),
  direct: rowsOf(direct),
  expected: 3,
});

/** What our own engine is given, its columns with variance 1 as those above. */
const wholeModelData = () => {
  const problem = toProblem({
    outcome: timeline.outcomes[0]!,
    twins: groupTwins(timeline.exposures.filter(({ candidate }) => candidate)),
    covariates: timeline.covariates,
    kernels: dailyKernels,
  });
  const { days: length, kernels, lower, upper, covariateColumns } = problem;
  const end = Array.from(lower, (low, i) =>
    low === Number.NEGATIVE_INFINITY ? -1 : upper[i] === Number.POSITIVE_INFINITY ? 1 : 0,
  );
  const columnsBy = (route: Kernel['route']): Float64Array[] =>
    Array.from({ length: problem.exposures * kernels.length }, (_, i) => i)
      .filter((i) => kernels[i % kernels.length]!.route === route)
      .map((i) => {
        const column = problem.pushes.slice(i * length, (i + 1) * length);
        const squares = column.reduce((sum, v) => sum + v * v, 0);
        return column.map((v) => v / Math.sqrt(squares / length || 1));
      });
  const pushes = columnsBy('state');
  const direct = columnsBy('direct');
  const covariates = Array.from({ length: problem.covariates }, (_, k) =>
    covariateColumns.slice(k * length, (k + 1) * length),
  );
  return {
    T: length,
    N: problem.recorded.length,
    recorded: Array.from(problem.recorded, (t) => t + 1),
    low: Array.from(lower, (low, i) => (end[i] === -1 ? upper[i] : low)),
    high: Array.from(upper, (high, i) => (end[i] === 1 ? lower[i] : high)),
    end,
    range: problem.range,
    centre: problem.centre,
    P: pushes.length,
    Q: direct.length,
    K: covariates.length,
    pushes: rowsOf(pushes),
    direct: rowsOf(direct),
    covariates: rowsOf(covariates),
    expected: 3,
    shock_degrees: defaultPriors.shockDegrees,
  };
};

interface StanRun {
  readonly processorSeconds: number;
}

const folder = mkdtempSync(join(tmpdir(), 'zonula-stan-'));
try {
  const byRoute = (route: Kernel['route']) =>
    dailyKernels.filter((kernel) => kernel.route === route);
  const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
  const wholeModel = { model: './whole-model.stan', data: wholeModelData() };
  const gaussianScores = [
    { model: './gaussian-scores.stan', data: dataOf(columnsOf([{ start: 1, weights: [1] }]), []) },
    {
      model: './gaussian-scores.stan',
      data: dataOf(columnsOf(byRoute('state')), columnsOf(byRoute('direct'))),
    },
  ];
  const questions = converge ? [wholeModel] : [...gaussianScores, wholeModel];
  const files = questions.flatMap(({ model, data }, i) => {
    const file = join(folder, `question-${i}.json`);
    writeFileSync(file, JSON.stringify(data));
    return [here(model), file];
  });
  const chains = converge ? ['2', '2000'] : ['1', '1000'];
  const args = [here('./stan.R'), ...chains, ...files];
  const { status, stdout, stderr, error } = spawnSync('Rscript', args, {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr);
  const stan = JSON.parse(stdout.slice(stdout.indexOf('{'))) as {
    readonly models: readonly StanRun[];
  };
  const { convergence } = answer.checks;
  const result = {
    machine: {
      cores: cpus().length,
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      memoryGigabytes: Math.round(totalmem() / 1e9),
      system: `${platform()} ${release()}`,
      node: process.version,
    },
    diary: { days: timeline.days, recorded: recorded.length, exposures: doses.length },
    ours: {
      processorSeconds: ours,
      runs: seconds,
      rHat: convergence.rHat,
      converged: convergence.passed,
      draws: convergence.draws,
      chains: convergence.chains,
      effectiveSampleSize: convergence.effectiveSampleSize,
      suspects: answer.suspects.map(({ members, probability }) => ({ members, probability })),
    },
    stan,
    ratios: stan.models.map(({ processorSeconds }) => processorSeconds / ours),
  };
  const results = join(root, 'benchmarks', 'results');
  mkdirSync(results, { recursive: true });
  const text = `${JSON.stringify(result, null, 2)}\n`;
  writeFileSync(join(results, converge ? 'stan-converged.json' : 'stan.json'), text);
  process.stdout.write(text);
} finally {
  rmSync(folder, { recursive: true });
}
