import type { Random } from '@zonula/numerics';
import type { Recorder } from './recording.ts';
import type { Scenario } from './scenario.ts';

/** The parameters of one person's severity in latent units (outcome points, or log lesions). */
export interface Dynamics {
  readonly phi: number;
  /** Stationary sd of the AR(1) part. */
  readonly sd: number;
  /** Variance a day of the level's random walk. */
  readonly driftVariance: number;
  /** Mean level at the first day of the diary, effects of exposures included. */
  readonly mean: number;
  readonly weekend: number;
  readonly stress: number;
  readonly sleep: number;
}

/** Persistence of the latent stress and sleep series. */
export const STRESS_PHI = 0.6;
export const SLEEP_PHI = 0.3;

/** What moves severity besides exposures, for every day of the horizon. */
export interface Background {
  readonly level: Float64Array;
  readonly innovations: Float64Array;
  readonly weekend: Uint8Array;
  /** Standardised. */
  readonly stress: Float64Array;
  readonly sleep: Float64Array;
}

const between = (random: Random, low: number, high: number): number =>
  low + (high - low) * random.uniform();

export function drawDynamics(random: Random, scenario: Scenario, recorder: Recorder): Dynamics {
  const range = recorder.latentRange;
  const sd = between(random, 0.07, 0.18) * range;
  const u = random.uniform();
  const sign = random.uniform() < 0.7 ? 1 : -1;
  const coefficients = [random.uniform(), random.uniform(), random.uniform()] as const;
  return {
    phi: scenario.phi,
    sd,
    driftVariance: (scenario.drift * range) ** 2 / 365,
    mean: meanLevel(scenario, recorder, sd, u),
    weekend: scenario.weekdayEffect ? sign * (0.3 + 0.7 * coefficients[0]) * sd : 0,
    stress: scenario.stress === 'none' ? 0 : (0.1 + 0.4 * coefficients[1]) * sd,
    sleep: scenario.sleep === 'none' ? 0 : -(0.1 + 0.3 * coefficients[2]) * sd,
  };
}

/** At the floor and the ceiling about 35-75 % of days carry the extreme value. */
function meanLevel(scenario: Scenario, recorder: Recorder, sd: number, u: number): number {
  if (recorder.latentRange !== recorder.max) return Math.log(levelOfLesions(scenario, u));
  const beyond = (0.7 * u - 0.385) * sd * 1.4;
  if (scenario.fill === 'floor') return recorder.step / 2 + beyond;
  if (scenario.fill === 'ceiling') return recorder.max - recorder.step / 2 - beyond;
  return (0.3 + 0.35 * u) * recorder.max;
}

const levelOfLesions = (scenario: Scenario, u: number): number =>
  scenario.fill === 'floor' ? 0.4 + u : scenario.fill === 'ceiling' ? 20 + 15 * u : 3 + 9 * u;

/** Unit-variance, zero-mean shock. */
function shock(random: Random, kind: Scenario['shocks']): number {
  if (kind === 'normal') return random.normal();
  if (kind === 'heavy') {
    const t3 = random.normal() / Math.sqrt(random.gamma(1.5) / 1.5);
    return t3 / Math.sqrt(3);
  }
  // Flares: one day in twelve an exponential jump of mean 2.5 on half-sized ordinary shocks.
  const rate = 1 / 12;
  const mean = 2.5;
  const jump = random.uniform() < rate ? mean * random.exponential() : 0;
  const variance = 0.25 + 2 * rate * mean * mean - (rate * mean) ** 2;
  return (0.5 * random.normal() + jump - rate * mean) / Math.sqrt(variance);
}

function ar1(random: Random, phi: number, length: number): Float64Array {
  const series = new Float64Array(length);
  series[0] = random.normal();
  const scale = Math.sqrt(1 - phi * phi);
  for (let t = 1; t < length; t++) series[t] = phi * series[t - 1]! + scale * random.normal();
  return series;
}

/** `burnIn` days lie before the diary's first day; the level's walk starts at that day. */
export function drawBackground(
  random: Random,
  scenario: Scenario,
  dynamics: Dynamics,
  horizon: number,
  burnIn: number,
  firstWeekday: number,
): Background {
  const level = new Float64Array(horizon);
  const innovations = new Float64Array(horizon);
  const scale = dynamics.sd * Math.sqrt(1 - dynamics.phi ** 2);
  const step = Math.sqrt(dynamics.driftVariance);
  const forShocks = random.fork(1);
  const forDrift = random.fork(2);
  for (let t = 0; t < horizon; t++) {
    innovations[t] = scale * shock(forShocks, scenario.shocks);
    const before = t > burnIn ? level[t - 1]! + step * forDrift.normal() : 0;
    level[t] = before;
  }
  return {
    level,
    innovations,
    weekend: Uint8Array.from({ length: horizon }, (_, t) => {
      const weekday = (((t - burnIn + firstWeekday) % 7) + 7) % 7;
      return weekday >= 5 ? 1 : 0;
    }),
    stress: ar1(random.fork(3), STRESS_PHI, horizon),
    sleep: ar1(random.fork(4), SLEEP_PHI, horizon),
  };
}
