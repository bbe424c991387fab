/**
 * Our stiff solver, native CVODE and scipy's LSODA on the same problems in one run; writes benchmarks/results/ode.json
 * and prints tables. Needs a C compiler with SUNDIALS (Debian: libsundials-dev) and python3 with scipy.
 *
 *     node scripts/run.mjs benchmarks/src/ode/side-by-side.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createStiffSolver, type StiffTestProblem, stiffTestProblems } from '@zonula/numerics';
import { root } from '../measure.ts';
import { solvePsoriasis } from './psoriasis.ts';
import { atAccuracy, type Point, shownPoints } from './work-precision.ts';

const here = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'zonula-ode-'));
const cvode = join(folder, 'cvode');
const tolerances = [1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10];
const accuracies = [1e-4, 1e-5, 1e-6, 1e-7, 1e-8];

interface Timed {
  readonly least: number;
  readonly median: number;
}

const timed = (repeats: number, run: () => void): Timed => {
  for (let i = 0; i < repeats; i++) run();
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { least: times[0]!, median: times[repeats >> 1]! };
};

const worst = (values: ArrayLike<number>, reference: ArrayLike<number>): number => {
  let error = 0;
  for (let i = 0; i < reference.length; i++)
    if (reference[i] !== 0) error = Math.max(error, Math.abs(values[i]! / reference[i]! - 1));
  return error;
};

interface FromCvode extends Timed {
  readonly steps: number;
  readonly derivatives: number;
  readonly state: readonly number[];
  readonly rows: readonly number[];
}

const runCvode = (
  problem: string,
  relative: number,
  absolute: number,
  { analytic = false, rows = false, repeats = 200 },
): FromCvode => {
  const args = [problem, relative, absolute, Number(analytic), repeats, Number(rows)].map(String);
  const output = execFileSync(cvode, args, {
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(output) as FromCvode;
};

const psoriasis = () => {
  const { output: reference } = solvePsoriasis(1e-13, 1e-13, true);
  const curves = new Map<string, Point[]>();
  const add = (name: string, point: Point) => {
    const curve = curves.get(name) ?? [];
    curve.push(point);
    curves.set(name, curve);
  };
  let scipy = '';
  for (const relative of tolerances) {
    const absolute = relative * 1e-2;
    for (const rows of [true, false]) {
      const suffix = rows ? ', daily states' : ', end only';
      const { output, statistics } = solvePsoriasis(relative, absolute, true);
      const { steps, derivatives } = solvePsoriasis(relative, absolute, rows).statistics;
      add(`ours${suffix}`, {
        relative,
        ...timed(300, () => solvePsoriasis(relative, absolute, rows)),
        error: worst(output, reference),
        steps: rows ? statistics.steps : steps,
        derivatives,
      });
      for (const analytic of [false, true]) {
        const withRows = runCvode('psoriasis', relative, absolute, { analytic, rows: true });
        const { least, median, ...counts } = rows
          ? withRows
          : runCvode('psoriasis', relative, absolute, { analytic });
        add(`CVODE${analytic ? ', own Jacobian' : ''}${suffix}`, {
          relative,
          least,
          median,
          error: worst(withRows.rows, reference),
          steps: counts.steps,
          derivatives: counts.derivatives,
        });
      }
    }
    const python = JSON.parse(
      execFileSync('python3', [here('lsoda.py'), relative, absolute, 21].map(String), {
        encoding: 'utf8',
        maxBuffer: 1e8,
      }),
    );
    scipy = python.scipy;
    for (const name of ['odeint', 'solve_ivp'])
      add(`scipy LSODA (${name}), daily states`, {
        relative,
        least: python[name].least,
        median: python[name].median,
        error: worst(python[name].rows, reference),
      });
  }
  return { scipy, curves };
};

/** CVODE gives up on the Oregonator at loose tolerances; that is shown as a run without figures. */
const nativePoint = (problem: StiffTestProblem, relative: number, absolute: number): Point => {
  try {
    const native = runCvode(problem.name, relative, absolute, { repeats: 20 });
    const { least, median, steps, derivatives, state } = native;
    return { relative, least, median, error: worst(state, problem.reference), steps, derivatives };
  } catch (error) {
    if ((error as { readonly status?: number }).status !== 1) throw error;
    return { relative, least: null, median: null, error: null };
  }
};

const testProblem = (problem: StiffTestProblem) => {
  const solver = createStiffSolver(problem.system);
  const ours: Point[] = [];
  const theirs: Point[] = [];
  for (const relative of tolerances) {
    const absolute = relative * problem.absolute;
    const solve = () =>
      solver.solve({
        start: 0,
        end: problem.end,
        initial: problem.initial,
        relativeTolerance: relative,
        absoluteTolerance: absolute,
      });
    const { state, statistics } = solve();
    ours.push({
      relative,
      ...timed(20, solve),
      error: worst(state, problem.reference),
      steps: statistics.steps,
      derivatives: statistics.derivatives,
    });
    theirs.push(nativePoint(problem, relative, absolute));
  }
  return { ours, CVODE: theirs };
};

try {
  const libraries = ['cvode', 'nvecserial', 'sunmatrixdense', 'sunlinsoldense'];
  const linked = [...libraries.map((name) => `-lsundials_${name}`), '-lm'];
  execFileSync('cc', ['-O3', here('cvode.c'), '-o', cvode, ...linked], { stdio: 'inherit' });
  const { scipy, curves } = psoriasis();
  const equal = Object.fromEntries(
    [...curves].map(([name, points]) => [
      name,
      Object.fromEntries(accuracies.map((error) => [error, atAccuracy(points, error)])),
    ]),
  );
  const others = Object.fromEntries(
    stiffTestProblems.map((problem) => [problem.name, testProblem(problem)]),
  );
  const result = {
    machine: {
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      cores: cpus().length,
      system: `${platform()} ${release()}`,
      node: process.version,
      scipy,
    },
    psoriasis: { curves: Object.fromEntries(curves), millisecondsAtEqualError: equal },
    testSet: others,
  };
  const results = join(root, 'benchmarks', 'results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'ode.json'), `${JSON.stringify(result, null, 1)}\n`);
  process.stdout.write(
    [
      'Psoriasis, 735 days, milliseconds at equal largest relative error of any state on any day:',
      `| | ${accuracies.join(' | ')} |`,
      `|---|${accuracies.map(() => '---:').join('|')}|`,
      ...Object.entries(equal).map(
        ([name, row]) =>
          `| ${name} | ${Object.values(row)
            .map((ms) => (ms === null ? '' : ms.toPrecision(3)))
            .join(' | ')} |`,
      ),
      '',
      ...Object.entries(others).flatMap(([name, { ours, CVODE }]) => [
        name,
        ...shownPoints([
          ['ours', ours],
          ['CVODE', CVODE],
        ]),
        '',
      ]),
    ].join('\n'),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
