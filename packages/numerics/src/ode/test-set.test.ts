import { describe, expect, test } from 'vitest';
import fromScipy from './fixtures/test-set.json' with { type: 'json' };
import { createStiffSolver } from './solver.ts';
import { type StiffTestProblem, stiffTestProblems } from './test-problems.ts';

/** The largest relative error of the end state. */
const relativeError = (state: Float64Array, { reference }: StiffTestProblem): number =>
  Math.max(...reference.map((value, i) => Math.abs(state[i]! / value - 1)));

describe.each(stiffTestProblems)('$name of the Test Set for IVP Solvers', (problem) => {
  const solver = createStiffSolver(problem.system);
  test.each([1e-5, 1e-7, 1e-9])('is solved as asked at a tolerance of %s', (relative) => {
    const { status, state, time } = solver.solve({
      start: 0,
      end: problem.end,
      initial: problem.initial,
      relativeTolerance: relative,
      absoluteTolerance: relative * problem.absolute,
    });
    expect(status).toBe('done');
    expect(time).toBe(problem.end);
    expect(relativeError(state, problem)).toBeLessThan(3 * relative);
  });

  test('agrees with scipy and with the published state at the tightest tolerance', () => {
    const { state } = solver.solve({
      start: 0,
      end: problem.end,
      initial: problem.initial,
      relativeTolerance: 1e-11,
      absoluteTolerance: 1e-11 * problem.absolute,
    });
    expect(relativeError(state, problem)).toBeLessThan(2e-11);
    const other = fromScipy.ends[problem.name as keyof typeof fromScipy.ends];
    other.forEach((value, i) => {
      expect(Math.abs(value / problem.reference[i]! - 1)).toBeLessThan(1e-7);
    });
  });
});
