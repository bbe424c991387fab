import { studentTCdf } from '@zonula/numerics';
import type { Accuser } from './comparators.ts';
import { factorsOf, outcomeValues, pairsAt } from './pairs.ts';

/** Fewest days with and without before a factor is compared (the "3 + 3" of diary apps). */
const MIN_DAYS = 3;

/** Two-sided p of Welch's t-test; 1 when a side has fewer than two values or nothing varies. */
export function welchP(a: readonly number[], b: readonly number[]): number {
  if (a.length < 2 || b.length < 2) return 1;
  const [first, second] = [moments(a), moments(b)];
  const squaredError = first.error + second.error;
  if (squaredError <= 0) return 1;
  const t = (first.mean - second.mean) / Math.sqrt(squaredError);
  const df =
    squaredError ** 2 / (first.error ** 2 / (a.length - 1) + second.error ** 2 / (b.length - 1));
  return 2 * studentTCdf(-Math.abs(t), df);
}

function moments(values: readonly number[]): { mean: number; error: number } {
  const n = values.length;
  const mean = values.reduce((x, y) => x + y, 0) / n;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
  return { mean, error: variance / n };
}

/**
 * Days with a factor against days without it, the outcome of the same and of the next day, each at
 * p < .05 with no correction, for the `factors` most logged ones. A stand-in for what diary apps
 * show as insights; their exact rules are unpublished.
 */
export const welchRule =
  (factors: number): Accuser =>
  (timeline, outcomeId) => {
    const outcome = outcomeValues(timeline, outcomeId);
    return [...factorsOf(timeline)]
      .sort((a, b) => b.daysWith - a.daysWith)
      .slice(0, factors)
      .filter(({ dose }) =>
        [0, 1].some((lag) => {
          const { doses, outcomes } = pairsAt(dose, outcome, lag);
          const present = outcomes.filter((_, i) => doses[i]! > 0);
          const absent = outcomes.filter((_, i) => doses[i]! === 0);
          if (present.length < MIN_DAYS || absent.length < MIN_DAYS) return false;
          return welchP(present, absent) < 0.05;
        }),
      )
      .map(({ id }) => id);
  };
