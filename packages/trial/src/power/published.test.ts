import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { TrialDesign } from '../design.ts';
import { powerOf } from './power.ts';

interface Cell {
  readonly n: number;
  readonly effect: number;
  /** The t test by R. */
  readonly power: number;
  /** The same, less what a trend and whole orders cost. */
  readonly expected: number;
}

const reference: Readonly<Record<string, readonly Cell[]>> = JSON.parse(
  readFileSync(new URL('./fixtures/t-test-power.json', import.meta.url), 'utf8'),
);

const timing = { baselineDays: 0, washoutDays: 0, periodDays: 1, looks: [] };
/** One day a period: pairs of days, or n days with and n without in any order. */
const designOf = (kind: string, n: number): TrialDesign =>
  kind === 'randomised-pairs'
    ? { ...timing, kind: 'randomised-pairs', pairs: n }
    : { ...timing, kind: 'randomised-periods', periods: 2 * n, longestRun: 2 * n };

const simulations = 2000;

/** The chance of a test that takes days for independent, as the t test does, on days that are. */
const simulated = (kind: string, n: number, effects: readonly number[]): number[] =>
  powerOf(
    designOf(kind, n),
    {
      draws: [{ phi: 0, noiseShare: 0, sd: 1 }],
      recorded: 1,
      kernels: [{ shares: [1], weight: 1 }],
    },
    effects,
    { seed: 4, simulations, dependences: [{ phi: 0, noiseShare: 0, weight: 1 }] },
  ).curve.map(({ probability }) => probability);

describe('power of independent days', () => {
  const groups = Object.entries(reference).flatMap(([kind, cells]) =>
    [...new Set(cells.map(({ n }) => n))].map(
      (n) => [kind, n, cells.filter((cell) => cell.n === n)] as const,
    ),
  );
  test.each(groups)('%s, n = %i, is that of the t test', (kind, n, cells) => {
    const found = simulated(
      kind,
      n,
      cells.map(({ effect }) => effect),
    );
    cells.forEach(({ power, expected }, i) => {
      const error = Math.sqrt((expected * (1 - expected)) / simulations);
      expect(Math.abs(found[i]! - expected)).toBeLessThan(3.3 * error);
      expect(Math.abs(expected - power)).toBeLessThan(0.035);
    });
  });

  // Cohen 1988, Statistical Power Analysis for the Behavioral Sciences, 2nd ed., tables 2.3: n of each group for 80 %, two-sided 5 %.
  test.each([
    [0.5, 64],
    [0.8, 26],
    [1, 17],
  ])('at d = %f reaches four fifths with the n of Cohen, %i', (effect, n) => {
    const [found] = simulated('randomised-periods', n, [effect]) as [number];
    expect(found).toBeGreaterThan(0.8 - 0.03);
    expect(found).toBeLessThan(0.8 + 0.03);
  });
});
