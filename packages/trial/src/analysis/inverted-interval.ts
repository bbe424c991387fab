/**
 * Interval by inverting the randomisation test (Rosenbaum 2002, Observational Studies, 2.4): all
 * constant effects that the test does not reject. With the exposure as it really was in place of the
 * one that was dealt, the deal is an instrument and the interval holds however badly the plan was
 * kept (Imbens & Rosenbaum 2005, JRSS A 168:109); a deal that hardly moved the exposure gives a wide
 * or endless interval instead of a wrong one.
 */
import { type ArmModel, dot } from './arm-model.ts';
import { type DealTable, type DealtSeries, pValueOf, statistics } from './randomisation-test.ts';

export interface LinearEstimate {
  /** Per unit of the exposure. */
  readonly mean: number;
  /** From the model, averaged over the dependences; for planning, not for judging. */
  readonly standardError: number;
}

/** Two-stage least squares under each dependence, averaged by plausibility. NaN without variation. */
export function linearEstimate(
  model: ArmModel,
  table: DealTable,
  outcome: DealtSeries,
  exposure: DealtSeries,
): LinearEstimate {
  const { models, information } = table;
  const freedom = Math.max(1, model.degreesOfFreedom - 1);
  const parts = Array.from({ length: models }, (_, k) => {
    const [y, x] = [outcome.residuals[k]!, exposure.residuals[k]!];
    const mean = outcome.products[k]! / exposure.products[k]!;
    const square = dot(y, y) - 2 * mean * dot(x, y) + mean * mean * dot(x, x);
    const slope = exposure.products[k]! / information[k]!;
    return {
      mean,
      variance: square / freedom / (slope * slope * information[k]!),
      log: Math.log(model.weights[k]!) + model.logVolumes[k]! - (freedom / 2) * Math.log(square),
    };
  });
  const top = Math.max(...parts.map(({ log }) => log));
  const weights = parts.map(({ log }) => Math.exp(log - top));
  const total = weights.reduce((a, b) => a + b, 0);
  const average = (value: (part: (typeof parts)[number]) => number): number =>
    parts.reduce((sum, part, k) => sum + weights[k]! * value(part), 0) / total;
  const mean = average((part) => part.mean);
  const variance = average((part) => part.variance + (part.mean - mean) ** 2);
  return { mean, standardError: Math.sqrt(variance) };
}

export interface InvertedInterval extends LinearEstimate {
  /** -Infinity or Infinity where no effect, however large, is rejected. */
  readonly interval: readonly [number, number];
}

const DOUBLINGS = 12;
const HALVINGS = 10;

/** The effects per unit of `exposure` with a p-value above 1 - level. */
export function invertTest(
  model: ArmModel,
  table: DealTable,
  outcome: DealtSeries,
  exposure: DealtSeries,
  level: number,
): InvertedInterval {
  const estimate = linearEstimate(model, table, outcome, exposure);
  const values = new Float64Array(table.rows);
  const rejected = (effect: number): boolean => {
    statistics(model, table, outcome, exposure, effect, values);
    return pValueOf(values, table.complete) <= 1 - level + 1e-12;
  };
  const end = (direction: -1 | 1): number => {
    let inside = 0;
    let outside = estimate.standardError;
    if (!(outside > 0 && Number.isFinite(estimate.mean))) return direction * Infinity;
    for (let i = 0; !rejected(estimate.mean + direction * outside); i++) {
      if (i === DOUBLINGS) return direction * Infinity;
      inside = outside;
      outside *= 2;
    }
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (inside + outside) / 2;
      if (rejected(estimate.mean + direction * middle)) outside = middle;
      else inside = middle;
    }
    return estimate.mean + direction * outside;
  };
  return { ...estimate, interval: [end(-1), end(1)] };
}
