/**
 * The local level model, y_t = level_t + e_t, level_{t+1} = level_t + n_t (Durbin & Koopman 2012,
 * ch. 2), fitted by maximum likelihood. The start is N(0, 1e6) with its first likelihood term left
 * out, as statsmodels' UnobservedComponents does, so that log-likelihoods can be compared.
 */
import { kalmanLogLikelihood } from './kalman.ts';
import { minimise } from './optimise.ts';
import type { StateSpace } from './state-space.ts';
import { sampleMoments } from './welch.ts';

export interface LocalLevelFit {
  readonly model: StateSpace;
  /** Var(e_t). */
  readonly observationVariance: number;
  /** Var(n_t). */
  readonly levelVariance: number;
  readonly logLikelihood: number;
  /** Akaike's criterion with two parameters. */
  readonly aic: number;
}

const INITIAL_VARIANCE = 1e6;

export function localLevelModel(
  observationVariance: number,
  levelVariance: number,
  initialMean = 0,
  initialVariance = INITIAL_VARIANCE,
): StateSpace {
  return {
    size: 1,
    observation: Float64Array.of(1),
    observationVariance,
    transition: Float64Array.of(1),
    stateCovariance: Float64Array.of(levelVariance),
    initialMean: Float64Array.of(initialMean),
    initialCovariance: Float64Array.of(initialVariance),
  };
}

/**
 * Maximum likelihood over both variances; y has n values, NaN = missing. Undefined when fewer than
 * three values are known or they are all the same.
 */
export function fitLocalLevel(y: Float64Array): LocalLevelFit | undefined {
  const { count, variance } = sampleMoments(y);
  if (count < 3 || !(variance > 0)) return undefined;
  const modelAt = (logs: Float64Array) =>
    localLevelModel(variance * Math.exp(logs[0]!), variance * Math.exp(logs[1]!));
  const cost = (logs: Float64Array) => -kalmanLogLikelihood(modelAt(logs), y, 1);
  const best = [
    [-0.5, -3],
    [-3, -0.5],
  ]
    .map((start) => minimise(cost, start))
    .reduce((a, b) => (b.value < a.value ? b : a));
  const model = modelAt(best.point);
  return {
    model,
    observationVariance: variance * Math.exp(best.point[0]!),
    levelVariance: variance * Math.exp(best.point[1]!),
    logLikelihood: -best.value,
    aic: 2 * 2 + 2 * best.value,
  };
}
