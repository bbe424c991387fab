import { sum } from '../statistics.ts';

export type Stated = readonly (readonly [probability: number, acts: boolean])[];

export interface Reliability {
  /** Logistic regression of the truth on the logit of the stated probability; 1 is calibrated. */
  readonly slope: number;
  readonly slopeError: number;
  readonly intercept: number;
  readonly bins: readonly {
    readonly from: number;
    readonly to: number;
    readonly n: number;
    readonly stated: number;
    readonly true: number;
  }[];
}

const edges = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.99, 1] as const;

/**
 * Reliability of stated probabilities. Probabilities are cut at 1e-4 and 1 - 1e-4 so that draws
 * that never or always included something keep a finite logit. NaN slope when all truths agree.
 */
export function reliabilityOf(stated: Stated): Reliability {
  const logits = stated.map(([p]) => {
    const q = Math.min(Math.max(p, 1e-4), 1 - 1e-4);
    return Math.log(q / (1 - q));
  });
  const truths = stated.map(([, acts]) => (acts ? 1 : 0));
  const bins = edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1]!;
    const inside = stated.filter(([p]) => p >= from && (p < to || (to === 1 && p === 1)));
    const n = inside.length;
    return {
      from,
      to,
      n,
      stated: n === 0 ? Number.NaN : sum(inside.map(([p]) => p)) / n,
      true: n === 0 ? Number.NaN : inside.filter(([, acts]) => acts).length / n,
    };
  });
  return { ...logisticRegression(logits, truths), bins };
}

/** Newton's method for intercept and slope; errors from the inverse information. */
export function logisticRegression(
  x: readonly number[],
  y: readonly number[],
): { intercept: number; slope: number; slopeError: number } {
  const positives = sum(y);
  if (positives === 0 || positives === y.length) {
    return { intercept: Number.NaN, slope: Number.NaN, slopeError: Number.NaN };
  }
  let intercept = 0;
  let slope = 1;
  let slopeError = Number.NaN;
  for (let iteration = 0; iteration < 100; iteration++) {
    const g = [0, 0];
    const h = [0, 0, 0];
    for (let i = 0; i < x.length; i++) {
      const p = 1 / (1 + Math.exp(-(intercept + slope * x[i]!)));
      const w = Math.max(p * (1 - p), 1e-12);
      g[0]! += y[i]! - p;
      g[1]! += (y[i]! - p) * x[i]!;
      h[0]! += w;
      h[1]! += w * x[i]!;
      h[2]! += w * x[i]! * x[i]!;
    }
    const determinant = h[0]! * h[2]! - h[1]! ** 2;
    const moveIntercept = (h[2]! * g[0]! - h[1]! * g[1]!) / determinant;
    const moveSlope = (h[0]! * g[1]! - h[1]! * g[0]!) / determinant;
    const damp = Math.min(1, 2 / Math.max(Math.abs(moveIntercept), Math.abs(moveSlope)));
    intercept += damp * moveIntercept;
    slope += damp * moveSlope;
    slopeError = Math.sqrt(h[0]! / determinant);
    if (Math.abs(moveIntercept) + Math.abs(moveSlope) < 1e-10) break;
  }
  return { intercept, slope, slopeError };
}
