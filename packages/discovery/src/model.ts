import type { Kernel } from './kernels.ts';

/**
 * The model of one outcome of one person, in outcome points. Days t = 0..T-1.
 *
 *   recorded_t = k  when  cut_k <= y_t < cut_k+1            (equally spaced cuts, open ends)
 *   y_t = m_t + z_t' c + x_t + e_t,                          e_t ~ N(0, r s^2)
 *   x_t = p x_{t-1} + sum_j b_j (w_j * d_j)_t + n_t,         n_t ~ N(0, s^2 / l_t), l_t ~ Gamma(v/2, v/2)
 *   m_t = m_{t-1} + u_t,                                     u_t ~ N(0, q s^2)
 *
 * with p `persistence`, s `shock`, r `noise`, q `drift`. Exposure j has no effect or exactly one of the
 * kernels w; its slab is N(0, (s g / sd_j)^2 / (1 - p^2)), where sd_j is the standard deviation over the recorded days
 * of its filtered column and g the `slab` width; so a rare food and a daily one are given the same prior
 * share of the outcome's movement. Covariate columns have unit variance and prior N(0, (s covariateSlab)^2).
 */
export interface Priors {
  /** Beta(a, b) on persistence. */
  readonly persistence: readonly [number, number];
  /** Log-normal (median, log sd) of the shock's sd, as a share of the range. */
  readonly shock: readonly [number, number];
  /** Log-normal (median, log sd) of the size of the negative binomial. */
  readonly size: readonly [number, number];
  /** Log-normal (median, log sd) of noise variance over shock variance. */
  readonly noise: readonly [number, number];
  /** Log-normal (median, log sd) of drift variance over shock variance. */
  readonly drift: readonly [number, number];
  /** Degrees of freedom of the shocks. */
  readonly shockDegrees: number;
  /** Equally likely slab widths. */
  readonly slabs: readonly number[];
  readonly covariateSlab: number;
  /** Beta(a, b + number of exposures) on the share of exposures that act: three of many, few of a few. */
  readonly acting: readonly [number, number];
  /** Sd of the level on the first day, in units of the shock. */
  readonly levelStart: number;
}

export const defaultPriors: Priors = {
  persistence: [3, 2],
  shock: [0.1, 0.8],
  noise: [0.3, 1],
  drift: [0.001, 1.5],
  size: [5, 1],
  shockDegrees: 5,
  slabs: [0.3, 0.6],
  covariateSlab: 0.7,
  acting: [3, 11],
  levelStart: 10,
};

/**
 * Counts (lesions): recorded_t ~ negative binomial with mean exp(y_t) and size a; y_t as above on the log
 * scale without e_t. Pólya-Gamma weights turn each count into a Gaussian observation with its own variance
 * (Polson, Scott & Windle 2013).
 */
export interface Counts {
  /** Per recorded day. */
  readonly values: Float64Array;
}

/** Everything the sampler needs, on regular days; columns are complete (no NaN). */
export interface Problem {
  readonly days: number;
  /** Indices of the days with a recorded outcome, ascending. */
  readonly recorded: Int32Array;
  /** Per recorded day: y lies in [lower, upper]; equal bounds mean it is known exactly. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The recorded counts; null for scores. */
  readonly counts: Counts | null;
  /** Middle of the scale, subtracted by the sampler. */
  readonly centre: number;
  /** Range of the scale in points; for counts 3, in log counts. */
  readonly range: number;
  readonly exposures: number;
  readonly kernels: readonly Kernel[];
  /** Candidate (exposure j, kernel h) is row j * kernels.length + h of `pushes`, T values each. */
  readonly pushes: Float64Array;
  readonly covariates: number;
  /** Covariate k is row k, T values each, unit variance over recorded days. */
  readonly covariateColumns: Float64Array;
  /** Prior odds multiplier per exposure (1 = flat). */
  readonly priorOdds: Float64Array;
}

/** Dynamics: persistence in (0, 1), shock sd in points, noise and drift variances over shock variance. */
export interface Dynamics {
  readonly persistence: number;
  readonly shock: number;
  readonly noise: number;
  readonly drift: number;
}
