import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStiffSolver } from './solver.ts';
import type { OdeSystem } from './system.ts';

/** y' = -k (y - cos t), stiff for large k and dependent on time. */
const cosine: OdeSystem = {
  size: 1,
  derivative: (t, y, p, out) => {
    out[0] = -p[0]! * (y[0]! - Math.cos(t));
  },
};
const cosineAt = (t: number, k: number): number =>
  (k * k * Math.cos(t) + k * Math.sin(t)) / (1 + k * k) - (k * k * Math.exp(-k * t)) / (1 + k * k);

const decay: OdeSystem = {
  size: 1,
  autonomous: true,
  derivative: (_t, y, p, out) => {
    out[0] = -p[0]! * y[0]!;
  },
};

/** A ball: height and speed. */
const fall: OdeSystem = {
  size: 2,
  autonomous: true,
  derivative: (_t, y, _p, out) => {
    out[0] = y[1]!;
    out[1] = -9.81;
  },
};

describe('a system that depends on time', () => {
  test.each([1, 100, 1e6])('is followed densely at a rate of %s', (k) => {
    const outputTimes = Array.from({ length: 101 }, (_, i) => i / 10);
    const { output, rows } = createStiffSolver(cosine).solve({
      start: 0,
      end: 10,
      initial: [0],
      parameters: [k],
      relativeTolerance: 1e-8,
      absoluteTolerance: 1e-10,
      outputTimes,
    });
    expect(rows).toBe(101);
    for (const [i, t] of outputTimes.entries())
      expect(Math.abs(output[i]! - cosineAt(t, k))).toBeLessThan(5e-7);
  });
});

describe('jumps', () => {
  test('change state and parameters at their time, in order, and outputs are taken after them', () => {
    const { state, output, status } = createStiffSolver(decay).solve({
      start: 0,
      end: 3,
      initial: [1],
      parameters: [1],
      relativeTolerance: 1e-10,
      outputTimes: [0, 1, 2, 3],
      jumps: [
        {
          time: 2,
          change: (_t, _y, parameters) => {
            parameters[0] = 0;
          },
        },
        {
          time: 1,
          change: (_t, y) => {
            y[0] = y[0]! + 1;
          },
        },
        {
          time: 1,
          change: (_t, y) => {
            y[0] = y[0]! * 2;
          },
        },
      ],
    });
    const after1 = (Math.exp(-1) + 1) * 2;
    const at2 = after1 * Math.exp(-1);
    expect(status).toBe('done');
    expect([...output]).toEqual([
      1,
      expect.closeTo(after1, 8),
      expect.closeTo(at2, 8),
      expect.closeTo(at2, 8),
    ]);
    expect(state[0]).toBeCloseTo(at2, 8);
  });

  test('leave the arguments of the caller alone', () => {
    const initial = Float64Array.of(1);
    const parameters = Float64Array.of(1);
    createStiffSolver(decay).solve({
      start: 0,
      end: 1,
      initial,
      parameters,
      jumps: [
        {
          time: 0.5,
          change: (_t, y, p) => {
            y[0] = p[0] = 9;
          },
        },
      ],
    });
    expect([initial[0], parameters[0]]).toEqual([1, 1]);
  });

  test('many small ones need fewer steps when the step length is kept', () => {
    const solve = (keepStep: boolean) =>
      createStiffSolver(decay).solve({
        start: 0,
        end: 100,
        initial: [1],
        parameters: [10],
        relativeTolerance: 1e-3,
        keepStep,
        jumps: Array.from({ length: 400 }, (_, i) => ({
          time: i / 4,
          change: (_t: number, y: Float64Array) => {
            y[0] = y[0]! + 1;
          },
        })),
      });
    const [kept, careful] = [solve(true), solve(false)];
    const exact = Array.from({ length: 400 }, (_, i) => Math.exp(-10 * (100 - i / 4)));
    const expected = exact.reduce((sum, part) => sum + part) + Math.exp(-1000);
    expect(kept.state[0]! / expected).toBeCloseTo(1, 2);
    expect(careful.state[0]! / expected).toBeCloseTo(1, 2);
    expect(kept.statistics.steps).toBeLessThan(careful.statistics.steps);
  });

  test('a moment after the start are made', () => {
    const { state, status } = createStiffSolver(decay).solve({
      start: 0,
      end: 1,
      initial: [0],
      parameters: [0],
      jumps: [5e-324, 1e-200, 1e-20].map((time) => ({
        time,
        change: (_t: number, y: Float64Array) => {
          y[0] = y[0]! + 1;
        },
      })),
    });
    expect([status, state[0]]).toEqual(['done', 3]);
  });

  test('at the start and at the end are made', () => {
    const add = (_t: number, y: Float64Array) => {
      y[0] = y[0]! + 10;
    };
    const { state } = createStiffSolver(decay).solve({
      start: 0,
      end: 1,
      initial: [0],
      parameters: [0],
      jumps: [
        { time: 0, change: add },
        { time: 1, change: add },
        { time: 1.1, change: add },
      ],
    });
    expect(state[0]).toBe(20);
  });
});

describe('roots', () => {
  test('a bouncing ball bounces when it should', () => {
    const { passed, status, time } = createStiffSolver(fall).solve({
      start: 0,
      end: 3,
      initial: [1, 0],
      relativeTolerance: 1e-10,
      roots: [
        {
          value: (_t, y) => y[0]!,
          direction: 'falling',
          change: (_t, y) => {
            y[0] = 0;
            y[1] = -0.8 * y[1]!;
          },
        },
      ],
    });
    expect([status, time]).toEqual(['done', 3]);
    const first = Math.sqrt(2 / 9.81);
    const times = [first];
    for (let flight = 2 * first * 0.8; times.at(-1)! + flight < 3; flight *= 0.8)
      times.push(times.at(-1)! + flight);
    expect(passed.map((root) => root.time)).toEqual(times.map((t) => expect.closeTo(t, 7)));
  });

  test('a terminal root ends the run; the other direction does not count', () => {
    const solve = (direction: 'rising' | 'falling') =>
      createStiffSolver(fall).solve({
        start: 0,
        end: 10,
        initial: [0, 9.81],
        roots: [{ value: (_t, y) => y[0]! - 1, direction, terminal: true }],
      });
    const root = Math.sqrt(1 - 2 / 9.81);
    expect(solve('rising')).toMatchObject({
      status: 'stopped',
      time: expect.closeTo(1 - root, 6),
    });
    expect(solve('falling').time).toBeCloseTo(1 + root, 6);
  });

  test('two at one moment are both passed', () => {
    const count = [0, 0];
    createStiffSolver(fall).solve({
      start: 0,
      end: 1,
      initial: [0, 0],
      roots: count.map((_, i) => ({
        value: (t: number) => t - 0.5,
        direction: 'either' as const,
        change: () => {
          count[i]!++;
        },
      })),
    });
    expect(count).toEqual([1, 1]);
  });
});

describe('states that cannot be negative', () => {
  test('a constant outflow empties the vessel and stops there', () => {
    const outflow: OdeSystem = {
      size: 2,
      autonomous: true,
      derivative: (_t, _y, _p, out) => {
        out[0] = -1;
        out[1] = 1;
      },
    };
    const { output, state, status } = createStiffSolver(outflow).solve({
      start: 0,
      end: 5,
      initial: [1, 0],
      nonNegative: [1, 0],
      outputTimes: [0.5, 2, 5],
    });
    expect(status).toBe('done');
    expect(output[0]).toBeCloseTo(0.5, 8);
    expect([output[2], output[4], state[0]]).toEqual([0, 0, 0]);
    expect(state[1]).toBeCloseTo(5, 8);
  });

  test('property: never negative, whatever the rates', () => {
    const system: OdeSystem = {
      size: 3,
      autonomous: true,
      derivative: (_t, y, p, out) => {
        out[0] = -p[0]! * y[0]! - p[1]!;
        out[1] = p[0]! * y[0]! - p[2]! * y[1]! * y[2]!;
        out[2] = p[1]! - (p[2]! * y[2]!) / (1e-3 + Math.abs(y[2]!));
      },
    };
    const solver = createStiffSolver(system);
    const rate = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(rate, rate, rate, (a, b, c) => {
        const { state, output, status } = solver.solve({
          start: 0,
          end: 10,
          initial: [1, 0, 0],
          parameters: [a, b, c],
          nonNegative: true,
          outputTimes: [0.1, 1, 10],
        });
        expect(status).toBe('done');
        expect(Math.min(...state, ...output)).toBeGreaterThanOrEqual(0);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('what cannot be solved is said', () => {
  const solver = createStiffSolver({
    size: 1,
    autonomous: true,
    derivative: (_t, y, _p, out) => {
      out[0] = y[0]! * y[0]!;
    },
  });

  test('a solution that runs away in finite time', () => {
    const { status, time } = solver.solve({ start: 0, end: 2, initial: [1] });
    expect(['step-too-small', 'not-finite']).toContain(status);
    expect(time).toBeCloseTo(1, 5);
  });

  test('too many steps, and a start that is not finite', () => {
    expect(solver.solve({ start: 0, end: 0.9, initial: [1], mostSteps: 3 }).status).toBe(
      'too-many-steps',
    );
    expect(solver.solve({ start: 0, end: 1, initial: [Number.NaN] }).status).toBe('not-finite');
  });

  test('problems that cannot be posed', () => {
    const base = { start: 0, end: 1, initial: [1] };
    expect(() => solver.solve({ ...base, end: -1 })).toThrow(RangeError);
    expect(() => solver.solve({ ...base, initial: [1, 2] })).toThrow(/initial state needs 1/u);
    expect(() => solver.solve({ ...base, outputTimes: [0.5, 0.2] })).toThrow(/output times/u);
    expect(() => solver.solve({ ...base, outputTimes: [2] })).toThrow(/output times/u);
    expect(() => solver.solve({ ...base, relativeTolerance: 0, absoluteTolerance: 0 })).toThrow(
      /tolerances/u,
    );
  });
});

test('a run of no length gives the initial state', () => {
  const { state, rows } = createStiffSolver(decay).solve({
    start: 1,
    end: 1,
    initial: [3],
    parameters: [1],
    outputTimes: [1],
  });
  expect([state[0], rows]).toEqual([3, 1]);
});

test('the same problem gives the same bytes, also after another one', () => {
  const solver = createStiffSolver(cosine);
  const problem = { start: 0, end: 10, initial: [0], parameters: [50] };
  const first = solver.solve(problem);
  solver.solve({ ...problem, parameters: [1e4] });
  expect(solver.solve(problem)).toEqual(first);
});
