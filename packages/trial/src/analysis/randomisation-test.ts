/**
 * Randomisation test (Fisher 1935; Edgington & Onghena 2007): the arms are dealt anew as the design
 * could have dealt them, and the share of deals that look at least as telling as the real one is the
 * p-value. It holds whatever the days do, because only the deal is random. The model decides power
 * alone: the statistic is the likelihood gained by an effect, averaged over possible dependences of
 * the days by their plausibility. A deal of more than 2^16 assignments is sampled (+1 rule, Phipson &
 * Smyth 2010).
 */
import { type ArmModel, dot, type Projection } from './arm-model.ts';
import type { Deals } from './deals.ts';

/** What the data make of each deal; row 0 is the deal that took place. */
export interface DealTable {
  readonly rows: number;
  readonly models: number;
  /** rows x models. */
  readonly information: Float64Array;
  readonly complete: boolean;
  readonly arms: Uint8Array;
  readonly units: number;
}

/** A series as the test sees it: inner products with every deal, rows x models. */
export interface DealtSeries {
  readonly products: Float64Array;
  readonly residuals: Projection['residuals'];
}

export function tableOf(model: ArmModel, actual: ArrayLike<number>, deals: Deals): DealTable {
  const { units } = model;
  const rows = deals.count + 1;
  const models = model.weights.length;
  const arms = new Uint8Array(rows * units);
  for (let u = 0; u < units; u++) arms[u] = actual[u]!;
  arms.set(deals.arms.subarray(0, deals.count * units), units);
  const information = new Float64Array(rows * models);
  const buffer = new Float64Array(models);
  for (let r = 0; r < rows; r++) {
    model.information(arms.subarray(r * units, (r + 1) * units), buffer);
    information.set(buffer, r * models);
  }
  return { rows, models, information, complete: deals.complete, arms, units };
}

export function dealSeries(model: ArmModel, table: DealTable, series: Float64Array): DealtSeries {
  const { rows, models, arms, units } = table;
  const { products: own, residuals } = model.project(series);
  const beside = new Float64Array((units + 1) * models);
  own.forEach((of, k) => {
    of.forEach((product, u) => {
      beside[u * models + k] = product;
    });
  });
  const products = new Float64Array(rows * models);
  for (let r = 0; r < rows; r++) {
    const to = r * models;
    for (let k = 0; k < models; k++) products[to + k] = beside[units * models + k]!;
    for (let u = 0; u < units; u++) {
      if (arms[r * units + u] !== 1) continue;
      for (let k = 0; k < models; k++)
        products[to + k] = products[to + k]! + beside[u * models + k]!;
    }
  }
  return { products, residuals };
}

/**
 * The statistic of every deal for outcome - effect x exposure (without `exposure`: for the outcome).
 * Larger is more telling; 0 is no gain. One value per row of the table, into `out`.
 */
export function statistics(
  model: ArmModel,
  table: DealTable,
  outcome: DealtSeries,
  exposure: DealtSeries | null,
  effect: number,
  out: Float64Array,
): void {
  const { rows, models, information } = table;
  const power = -model.degreesOfFreedom / 2;
  const squares = new Float64Array(models);
  const offsets = new Float64Array(models);
  for (let k = 0; k < models; k++) {
    const y = outcome.residuals[k]!;
    let square = dot(y, y);
    if (exposure !== null && effect !== 0) {
      const x = exposure.residuals[k]!;
      square += effect * (effect * dot(x, x) - 2 * dot(x, y));
    }
    squares[k] = square;
    offsets[k] = Math.log(model.weights[k]!) + model.logVolumes[k]! + power * Math.log(square);
  }
  const constant = logSum(offsets);
  // A series that level and trend explain wholly says nothing about any deal.
  if (!Number.isFinite(constant) || model.degreesOfFreedom < 2) {
    out.fill(0);
    return;
  }
  for (let k = 0; k < models; k++) offsets[k] = offsets[k]! - constant;
  for (let r = 0; r < rows; r++) {
    let sum = 0;
    for (let k = 0; k < models; k++) {
      const at = r * models + k;
      let product = outcome.products[at]!;
      if (exposure !== null) product -= effect * exposure.products[at]!;
      const rest = 1 - (product * product) / (information[at]! * squares[k]!);
      sum += Math.exp(offsets[k]! + power * Math.log(Math.max(rest, 1e-12) || 1));
    }
    out[r] = Math.log(sum);
  }
}

/** Share of deals at least as telling as the real one. Between 1 / count and 1. */
export function pValueOf(values: Float64Array, complete: boolean): number {
  const limit = values[0]! - 1e-9 * (1 + Math.abs(values[0]!));
  let reached = 0;
  for (let r = 1; r < values.length; r++) if (values[r]! >= limit) reached++;
  return complete ? Math.max(reached, 1) / (values.length - 1) : (reached + 1) / values.length;
}

function logSum(values: Float64Array): number {
  const top = values.reduce((a, b) => Math.max(a, b), -Infinity);
  return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0));
}
