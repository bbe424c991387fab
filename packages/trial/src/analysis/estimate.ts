import { quantile } from '@zonula/numerics';

export interface Estimate {
  readonly mean: number;
  readonly interval: readonly [number, number];
  readonly level: number;
}

/** Mean and central interval of posterior draws. */
export function estimateOf(draws: Float64Array, level: number): Estimate {
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  return {
    mean,
    interval: [quantile(draws, (1 - level) / 2), quantile(draws, (1 + level) / 2)],
    level,
  };
}
