import { describe, expect, test } from 'vitest';
import fromScipy from './fixtures/test-set.json' with { type: 'json' };
import { relativeError, robertson, testSet } from './fixtures/test-set.ts';
import { createStiffSolver } from './solver.ts';

const absoluteOf = (name: string, relative: number): number =>
  name === robertson.name ? relative * 1e-10 : relative * 1e-4;

describe.each(testSet)('$name of the Test Set for IVP Solvers', (problem) => {
  const solver = createStiffSolver(problem.system);
  test.each([1e-5, 1e-7, 1e-9])('is solved as asked at a tolerance of %s', (relative) => {
    const { status, state, time } = solver.solve({
      start: 0,
      end: problem.end,
      initial: problem.initial,
      relativeTolerance: relative,
      absoluteTolerance: absoluteOf(problem.name, relative),
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
      absoluteTolerance: absoluteOf(problem.name, 1e-11),
    });
    expect(relativeError(state, problem)).toBeLessThan(2e-11);
    const other = fromScipy.ends[problem.name as keyof typeof fromScipy.ends];
    other.forEach((value, i) => {
      expect(Math.abs(value / problem.reference[i]! - 1)).toBeLessThan(1e-7);
    });
  });
});
