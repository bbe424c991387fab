/**
 * Initial value problems, stiff or not, with jumps at given times and at roots.
 *
 * Step: rodas5p.ts or rodas3.ts. Step length: Hairer & Wanner, Solving ODEs II, IV.8, with the predictive controller of
 * Gustafsson (1994). First step: Hairer, Nørsett & Wanner, Solving ODEs I, II.4. Error per step in the
 * root mean square of error / (absolute + relative * |y|), and the same in the middle of a step that is looked
 * into. Roots: the false position with
 * bisection on the dense output, to the last bits of t.
 *
 * A state that may not be negative: where it is 0 its slope is not taken below 0, a step that goes below
 * 0 by more than the tolerance is rejected, and what is left below 0 is set to 0 (after Shampine,
 * Thompson, Kierzenka & Byrne 2005).
 */

import { createBoundedSystem } from './bounded.ts';
import type { InitialValueProblem, Solution, SolutionStatus } from './problem.ts';
import { createRodas3 } from './rodas3.ts';
import { createRodas5p } from './rodas5p.ts';
import { createRootWatch } from './roots.ts';
import type { OdeSystem } from './system.ts';

const safety = 0.9;
const mostGrowth = 8;
const mostShrinking = 0.2;
/** Whoever asks for less is taken there at once: 1 / h has to be a number. */
const shortest = 1e-290;
const noParameters = new Float64Array(0);

export interface StiffSolver {
  /**
   * Solves one problem after the other with the same buffers; the step loop makes no array and no object.
   * Throws RangeError for a problem that cannot be posed.
   */
  readonly solve: (problem: InitialValueProblem) => Solution;
}

const fill = (target: Float64Array, value: number | ArrayLike<number>, what: string): void => {
  if (typeof value === 'number') target.fill(value);
  else if (value.length === target.length) target.set(value);
  else throw new RangeError(`${what} needs ${target.length} numbers, not ${value.length}`);
};

const checkTimes = ({ start, end, outputTimes }: InitialValueProblem): void => {
  if (!(Number.isFinite(start) && Number.isFinite(end) && start <= end))
    throw new RangeError('start and end need to be numbers, start first');
  if (!outputTimes) return;
  for (let i = 0; i < outputTimes.length; i++) {
    const time = outputTimes[i]!;
    if (!(time >= start && time <= end && (i === 0 || time >= outputTimes[i - 1]!)))
      throw new RangeError(`output times need to rise within start and end: ${time}`);
  }
};

/** Rodas5P by default; Rodas3 is faster at tolerances of 1e-2 with a jump every few hours. */
export type StiffMethod = 'rodas5p' | 'rodas3';

export const createStiffSolver = (
  system: OdeSystem,
  method: StiffMethod = 'rodas5p',
): StiffSolver => {
  const n = system.size;
  const held = createBoundedSystem(system);
  const { marks: bounded } = held;
  const stepper = method === 'rodas3' ? createRodas3(held) : createRodas5p(held);
  const { errorOrder, from, slope, to, error, counts } = stepper;
  const y = new Float64Array(n);
  const between = new Float64Array(n);
  const absolute = new Float64Array(n);
  const trial = new Float64Array(n);

  /** Root mean square of the error in units of the tolerance; NaN where anything is not finite. */
  const normOf = (error: Float64Array, relative: number): number => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const size = Math.max(Math.abs(from[i]!), Math.abs(to[i]!));
      const ratio = error[i]! / (absolute[i]! + relative * size);
      sum += ratio * ratio;
    }
    return Math.sqrt(sum / n);
  };

  /** A state below this is 0, or will be before the clock can tell. */
  const zeroAt = (i: number, t: number): number =>
    Math.max(absolute[i]!, 1e-12 * Math.abs(t * slope[i]!));

  /**
   * The share of the step to try next because a bounded state would fall below 0 by more than the tolerance:
   * 1 where none does, 0 where those states were as good as 0 already and are now set to 0.
   */
  const shareAboveZero = (relative: number, t: number): number => {
    let share = 1;
    let asGoodAsZero = false;
    for (let i = 0; i < n; i++) {
      const before = from[i]!;
      const after = to[i]!;
      if (bounded[i] === 0 || after >= -absolute[i]! - relative * before) continue;
      if (before > zeroAt(i, t)) share = Math.min(share, before / (before - after));
      else if (before > 0 && slope[i]! < 0) asGoodAsZero = true;
      else share = Math.min(share, 0.25);
    }
    if (share < 1) return Math.max(0.05, Math.min(0.95, share));
    if (!asGoodAsZero) return 1;
    for (let i = 0; i < n; i++)
      if (bounded[i] !== 0 && from[i]! <= zeroAt(i, t) && slope[i]! < 0) y[i] = 0;
    return 0;
  };

  const setBelowZeroToZero = (state: Float64Array): void => {
    for (let i = 0; i < n; i++) if (state[i]! < 0 && bounded[i] !== 0) state[i] = 0;
  };

  const firstStepAt = (t: number, parameters: Float64Array, relative: number): number => {
    let ofState = 0;
    let ofSlope = 0;
    for (let i = 0; i < n; i++) {
      const scale = absolute[i]! + relative * Math.abs(from[i]!);
      ofState += (from[i]! / scale) ** 2;
      ofSlope += (slope[i]! / scale) ** 2;
    }
    const small = ofState < 1e-10 * n || ofSlope < 1e-10 * n;
    const h0 = small ? 1e-6 : 0.01 * Math.sqrt(ofState / ofSlope);
    for (let i = 0; i < n; i++) between[i] = from[i]! + h0 * slope[i]!;
    held.derivative(t + h0, between, parameters, trial);
    counts.derivatives++;
    let ofBend = 0;
    for (let i = 0; i < n; i++) {
      const scale = absolute[i]! + relative * Math.abs(from[i]!);
      ofBend += ((trial[i]! - slope[i]!) / scale) ** 2;
    }
    const rate = Math.max(Math.sqrt(ofSlope / n), Math.sqrt(ofBend / n) / h0);
    const h1 = rate <= 1e-15 ? Math.max(1e-6, h0 * 1e-3) : (0.01 / rate) ** (1 / errorOrder);
    return Number.isFinite(h1) ? Math.min(100 * h0, h1) : h0 * 1e-3;
  };

  const solve = (problem: InitialValueProblem): Solution => {
    checkTimes(problem);
    const { start, end, outputTimes, relativeTolerance: relative = 1e-6 } = problem;
    const { longestStep = Infinity, mostSteps = 100_000, nonNegative = false } = problem;
    fill(y, problem.initial, 'the initial state');
    fill(absolute, problem.absoluteTolerance ?? 1e-9, 'the absolute tolerance');
    fill(
      bounded,
      typeof nonNegative === 'boolean' ? Number(nonNegative) : nonNegative,
      'nonNegative',
    );
    if (!(relative >= 0 && absolute.every((a) => a >= 0 && a + relative > 0)))
      throw new RangeError('tolerances need to be positive');
    const isBounded = bounded.some((mark) => mark !== 0);
    const parameters = problem.parameters ? Float64Array.from(problem.parameters) : noParameters;
    const jumps = (problem.jumps ?? [])
      .filter(({ time }) => time >= start && time <= end)
      .sort((a, b) => a.time - b.time);
    const wanted = outputTimes?.length ?? 0;
    const output = problem.output ?? new Float64Array(wanted * n);
    if (output.length < wanted * n) throw new RangeError('the output has too little room');
    const { roots = [] } = problem;
    const watch = createRootWatch(n, roots);
    const watches = roots.length > 0;

    counts.derivatives = counts.jacobians = counts.factors = 0;
    let t = start;
    let steps = 0;
    let rejected = 0;
    let rows = 0;
    let nextJump = 0;
    let status: SolutionStatus = 'done';

    const keepRowsAt = (): void => {
      while (rows < wanted && outputTimes![rows]! <= t) {
        output.set(y, rows * n);
        rows++;
      }
    };
    const jump = (): boolean => {
      const first = nextJump;
      while (nextJump < jumps.length && jumps[nextJump]!.time <= t)
        jumps[nextJump++]!.change(t, y, parameters);
      return nextJump > first;
    };

    jump();
    keepRowsAt();
    watch.start(t, y, parameters);
    let h = problem.firstStep ?? 0;
    let lastLength = 0;
    let lastError = 0;
    let fresh = true;

    while (t < end) {
      const stop = nextJump < jumps.length ? jumps[nextJump]!.time : end;
      if (stop - t < shortest) {
        t = stop;
        fresh = jump() || fresh;
        keepRowsAt();
        watch.start(t, y, parameters);
        continue;
      }
      held.hold();
      if (!stepper.begin(t, y, parameters)) {
        status = 'not-finite';
        break;
      }
      if (h === 0 || fresh) {
        const careful = firstStepAt(t, parameters, relative);
        h = h === 0 ? careful : Math.min(h, careful);
        lastLength = 0;
        fresh = false;
      }
      let reduced = false;
      let length = 0;
      let accepted = false;
      let last = false;
      while (!accepted) {
        if (steps + rejected >= mostSteps) {
          status = 'too-many-steps';
          break;
        }
        h = Math.min(h, longestStep);
        last = t + 1.01 * h >= stop;
        length = last ? stop - t : h;
        if (!last && t + 0.1 * h <= t) {
          status = 'step-too-small';
          break;
        }
        let e = stepper.attempt(length, parameters) ? normOf(error, relative) : Number.NaN;
        const looksInside = watches || (rows < wanted && outputTimes![rows]! < t + length);
        if (e <= 1 && looksInside) {
          stepper.errorBetween(parameters, between);
          e = Math.max(e, normOf(between, relative));
        }
        const share = isBounded && e <= 1 ? shareAboveZero(relative, t) : 1;
        if (share < 1) {
          rejected++;
          reduced = true;
          if (share === 0) break;
          h = length * share;
        } else if (e <= 1) {
          accepted = true;
          let factor = e === 0 ? mostGrowth : safety * e ** (-1 / errorOrder);
          if (lastLength > 0 && e > 0) {
            const predicted =
              safety *
              (length / lastLength) *
              (lastError / e) ** (1 / errorOrder) *
              e ** (-1 / errorOrder);
            factor = Math.min(factor, predicted);
          }
          factor = Math.max(mostShrinking, Math.min(reduced ? 1 : mostGrowth, factor));
          lastLength = length;
          lastError = Math.max(1e-2, e);
          h = last ? Math.max(h, length * factor) : length * factor;
        } else {
          rejected++;
          reduced = true;
          h = length * (e > 1 ? Math.max(mostShrinking, safety * e ** (-1 / errorOrder)) : 0.1);
          if (length <= Number.EPSILON * 4 * Math.abs(t) || length < shortest) {
            status = 'not-finite';
            break;
          }
        }
      }
      if (status !== 'done') break;
      if (!accepted) continue;
      steps++;

      const target = last ? stop : t + length;
      const atRoot = watch.find(t, target, stepper.interpolate, parameters);
      const reached = atRoot ? watch.time : target;
      while (rows < wanted && outputTimes![rows]! < reached) {
        stepper.interpolate((outputTimes![rows]! - t) / length, between);
        if (isBounded) setBelowZeroToZero(between);
        output.set(between, rows * n);
        rows++;
      }
      if (atRoot) stepper.interpolate((reached - t) / length, y);
      else y.set(to);
      if (isBounded) setBelowZeroToZero(y);
      t = reached;
      if (atRoot) watch.pass(t, y, parameters);
      const jumped = jump();
      if (atRoot || jumped) {
        fresh = atRoot || problem.keepStep !== true;
        lastLength = 0;
        watch.start(t, y, parameters);
      }
      keepRowsAt();
      if (watch.ended) {
        status = 'stopped';
        break;
      }
    }
    const { derivatives, jacobians, factors } = counts;
    return {
      status,
      time: t,
      state: y.slice(),
      output,
      rows,
      passed: watch.passed,
      statistics: { steps, rejected, derivatives, jacobians, factors },
    };
  };
  return { solve };
};
