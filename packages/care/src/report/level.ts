/** A slow level with its band, one value a day; NaN where no recorded day is near. */
export interface Level {
  readonly mean: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

const z80 = 1.2815515655446004;

/** Correlation of residuals one recorded day apart, at most 0.95; 0 where there are too few pairs. */
const persistence = (residuals: Float64Array): number => {
  let [pairs, cross, square] = [0, 0, 0];
  for (let t = 1; t < residuals.length; t++) {
    const [a, b] = [residuals[t - 1]!, residuals[t]!];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    pairs++;
    cross += a * b;
    square += (a * a + b * b) / 2;
  }
  return pairs < 10 || square === 0 ? 0 : Math.min(0.95, Math.max(0, cross / square));
};

/**
 * Describes where a series lies once single days are smoothed away: a Gaussian kernel mean
 * (Nadaraya-Watson, sd `bandwidth` days) with a pointwise 80 % band of that mean, its effective number of
 * days reduced for autocorrelation by (1 - r) / (1 + r). A picture only: no finding rests on it.
 *
 * `values`: one a day, NaN where unknown. Days farther than two bandwidths from any value stay NaN.
 */
export const slowLevel = (values: Float64Array, bandwidth = 10): Level => {
  const days = values.length;
  const reach = Math.ceil(3 * bandwidth);
  const [mean, weight, square, nearest] = [
    new Float64Array(days).fill(Number.NaN),
    new Float64Array(days),
    new Float64Array(days),
    new Float64Array(days).fill(Number.POSITIVE_INFINITY),
  ];
  const near = (t: number, visit: (u: number, w: number) => void): void => {
    for (let u = Math.max(0, t - reach); u <= Math.min(days - 1, t + reach); u++) {
      if (!Number.isNaN(values[u]!)) visit(u, Math.exp(-0.5 * ((u - t) / bandwidth) ** 2));
    }
  };
  for (let t = 0; t < days; t++) {
    let sum = 0;
    near(t, (u, w) => {
      weight[t]! += w;
      square[t]! += w * w;
      sum += w * values[u]!;
      nearest[t] = Math.min(nearest[t]!, Math.abs(u - t));
    });
    if (nearest[t]! <= 2 * bandwidth) mean[t] = sum / weight[t]!;
  }
  const residuals = values.map((value, t) => value - mean[t]!);
  const r = persistence(residuals);
  const [lower, upper] = [mean.slice(), mean.slice()];
  for (let t = 0; t < days; t++) {
    if (Number.isNaN(mean[t]!)) continue;
    let spread = 0;
    near(t, (u, w) => {
      spread += w * (Number.isNaN(residuals[u]!) ? 0 : residuals[u]! ** 2);
    });
    const variance = spread / weight[t]!;
    const effective = (weight[t]! ** 2 / square[t]!) * ((1 - r) / (1 + r));
    const half = z80 * Math.sqrt(variance / Math.max(1, effective));
    lower[t]! -= half;
    upper[t]! += half;
  }
  return { mean, lower, upper };
};
