import { describe, expect, test } from 'vitest';
import { createRodas3 } from './rodas3.ts';
import { createStiffSolver } from './solver.ts';
import { stiffTestProblems } from './test-problems.ts';

/** y' = -y^2 + cos t: not linear, and it looks at the clock. */
const system = {
  size: 1,
  derivative: (t: number, y: Float64Array, _: Float64Array, out: Float64Array) => {
    out[0] = Math.cos(t) - y[0]! * y[0]!;
  },
};

const solve = (step: number, theta: number) => {
  const stepper = createRodas3(system);
  const y = Float64Array.of(1);
  const between = new Float64Array(1);
  const none = new Float64Array(0);
  let largest = 0;
  const exact = createStiffSolver(system);
  for (let k = 0; k * step < 1 - 1e-9; k++) {
    stepper.begin(k * step, y, none);
    stepper.attempt(step, none);
    stepper.interpolate(theta, between);
    const { state } = exact.solve({
      start: 0,
      end: (k + theta) * step,
      initial: [1],
      relativeTolerance: 1e-12,
      absoluteTolerance: 1e-14,
    });
    largest = Math.max(largest, Math.abs(between[0]! - state[0]!));
    y.set(stepper.to);
  }
  return largest;
};

test.each([1, 0.3, 0.5])('is of third order, also between the steps (%d of a step)', (theta) => {
  const errors = [0.1, 0.05, 0.025].map((step) => solve(step, theta));
  expect(Math.log2(errors[0]! / errors[1]!)).toBeGreaterThan(2.7);
  expect(Math.log2(errors[1]! / errors[2]!)).toBeGreaterThan(2.7);
  expect(errors[2]).toBeLessThan(1e-6);
});

describe.each(stiffTestProblems)(
  '$name',
  ({ system: stiff, initial, end, reference, absolute }) => {
    test('is solved to about the tolerance', () => {
      const { state, status } = createStiffSolver(stiff, 'rodas3').solve({
        start: 0,
        end,
        initial,
        relativeTolerance: 1e-5,
        absoluteTolerance: 1e-5 * absolute,
      });
      expect(status).toBe('done');
      state.forEach((value, i) => {
        expect(Math.abs(value / reference[i]! - 1)).toBeLessThan(2e-3);
      });
    });
  },
);
