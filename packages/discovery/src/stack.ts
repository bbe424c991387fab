import { normalCdf } from '@zonula/numerics';
import { createHabit } from './habit.ts';
import type { Dynamics } from './model.ts';

/**
 * Stacking of forecasts (Yao, Vehtari, Simpson & Gelman 2018): the model's own, a level that wanders at random
 * (the edge of the model that its prior all but excludes) and a habit, in the shares that would have forecast the
 * diary's own past best.
 */
export interface Past {
  /** Level index by day, -1 where nothing was recorded. */
  readonly index: Int32Array;
  /** Equally spaced, ascending, in points. */
  readonly levels: readonly number[];
  /** Fitted score by day, in points: stands for the score where the scale ends. */
  readonly fitted: Float64Array;
  /** What covariates and exposures add to the score by day, in points. */
  readonly offset: Float64Array;
  readonly dynamics: Dynamics;
  readonly shockDegrees: number;
}

export interface Stack {
  /** Shares of model, wandering level and habit; they sum to 1. */
  readonly shares: readonly [number, number, number];
  /** What wandering level and habit say of the days after the diary; sums of 1. */
  readonly wandering: readonly Float64Array[];
  readonly habit: readonly Float64Array[];
}

/** The nearest level of each value; -1 for NaN. */
export const levelIndices = (values: Float64Array, levels: readonly number[]): Int32Array => {
  const step = levels[1] - levels[0];
  const nearest = (value: number): number => Math.round((value - levels[0]) / step);
  return Int32Array.from(values, (value) =>
    Number.isNaN(value) ? -1 : Math.min(levels.length - 1, Math.max(0, nearest(value))),
  );
};

/** Recorded days from which on past forecasts count. */
const warmUp = 14;
/** What model, wandering level and habit are given before anything was seen, in days. */
const priorDays = [2, 2, 1] as const;

/** @param horizon days ahead */
export const stack = (past: Past, horizon: number): Stack => {
  const { index, levels, fitted, offset, dynamics, shockDegrees } = past;
  const days = index.length;
  const end = levels.length - 1;
  const values = Float64Array.from(index, (k, t) =>
    k < 0 ? Number.NaN : k === 0 || k === end ? fitted[t] : levels[k],
  );
  const model = createFilter(dynamics, shockDegrees / (shockDegrees - 2));
  const wander = createWanderers(values);
  const habit = createHabit(levels.length, horizon + 7);
  const likelihoods: (readonly [number, number, number])[] = [];
  let last = -1;
  let seen = 0;
  for (let t = 0; t < days; t++) {
    model.step(values[t] - offset[t]);
    wander.step(values[t]);
    if (index[t] < 0) continue;
    habit.learn(index, t);
    last = t;
    if (++seen < warmUp) continue;
    for (let h = 1; h <= horizon && t + h < days; h++) {
      const level = index[t + h];
      if (level < 0) continue;
      const a = model.ahead(h);
      likelihoods.push([
        Math.max(intervalProbability(a.mean + offset[t + h], a.sd, levels, level), 1e-9),
        Math.max(wander.probability(levels, level, h), 1e-9),
        habit.probability(level, index[t], h),
      ]);
    }
  }
  const future = (of: (level: number, h: number) => number): Float64Array[] =>
    Array.from({ length: horizon }, (_, h) => Float64Array.from(levels, (_, k) => of(k, h + 1)));
  const gap = days - 1 - last;
  return {
    shares: sharesOf(likelihoods, 1 / horizon),
    wandering: future((level, h) => wander.probability(levels, level, h)),
    habit: future((level, h) => habit.probability(level, index[last], gap + h)),
  };
};

/** Probability that a normal score is recorded as a level; the ends of the scale take the tails. */
export const intervalProbability = (
  mean: number,
  sd: number,
  levels: readonly number[],
  level: number,
): number => {
  const half = (levels[1] - levels[0]) / 2;
  const upper = level === levels.length - 1 ? 1 : normalCdf((levels[level] + half - mean) / sd);
  const lower = level === 0 ? 0 : normalCdf((levels[level] - half - mean) / sd);
  return Math.max(upper - lower, 0);
};

/**
 * Shares of a mixture by expectation-maximisation.
 * @param weight of one past forecast in days: those of one day from several days overlap
 */
const sharesOf = (
  likelihoods: readonly (readonly [number, number, number])[],
  weight: number,
): readonly [number, number, number] => {
  const all = priorDays[0] + priorDays[1] + priorDays[2] + weight * likelihoods.length;
  let [a, b, c] = priorDays.map((p) => p / (priorDays[0] + priorDays[1] + priorDays[2])) as [
    number,
    number,
    number,
  ];
  for (let iteration = 0; iteration < 60; iteration++) {
    let inA = priorDays[0];
    let inB = priorDays[1];
    for (const [la, lb, lc] of likelihoods) {
      const scale = weight / (a * la + b * lb + c * lc);
      inA += scale * a * la;
      inB += scale * b * lb;
    }
    a = inA / all;
    b = inB / all;
    c = 1 - a - b;
  }
  return [a, b, c];
};

interface Filter {
  /** Carries the states to the next day and takes its value in; NaN for none. */
  readonly step: (value: number) => void;
  /** Mean and sd of the score some days after the last step. */
  readonly ahead: (days: number) => { readonly mean: number; readonly sd: number };
}

/**
 * Kalman filter of x and m with constant variances, as in filter.ts; a vague level on the first day.
 * @param push variance of a shock, in units of shock^2
 */
const createFilter = (
  { persistence, shock, noise, drift }: Dynamics,
  push: number,
): Filter & { logLikelihood: () => number } => {
  let x = 0;
  let m = 0;
  let xx = push / (1 - persistence * persistence);
  let xm = 0;
  let mm = 1e6;
  let started = false;
  let seen = 0;
  let logLikelihood = 0;
  return {
    step: (value) => {
      if (started) {
        x *= persistence;
        xx = persistence * persistence * xx + push;
        xm *= persistence;
        mm += drift;
      }
      started = true;
      if (Number.isNaN(value)) return;
      const sx = xx + xm;
      const sm = xm + mm;
      const f = sx + sm + noise;
      const v = value / shock - x - m;
      if (++seen > 1) logLikelihood -= 0.5 * (Math.log(f * shock * shock) + (v * v) / f);
      x += (sx / f) * v;
      m += (sm / f) * v;
      xx -= (sx / f) * sx;
      xm -= (sx / f) * sm;
      mm -= (sm / f) * sm;
    },
    ahead: (days) => {
      const decay = persistence ** days;
      const fresh = (push * (1 - decay * decay)) / (1 - persistence * persistence);
      const variance = decay * decay * xx + 2 * decay * xm + mm + days * drift + fresh + noise;
      return { mean: (decay * x + m) * shock, sd: shock * Math.sqrt(variance) };
    },
    logLikelihood: () => logLikelihood,
  };
};

interface Wanderers {
  /** Carries every walk to the next day and takes its value in; NaN for none. */
  readonly step: (value: number) => void;
  /** Probability of a level some days after the last step. */
  readonly probability: (levels: readonly number[], level: number, days: number) => number;
}

/** Walks that explain the diary this much worse than the best one (natural logarithm) say nothing. */
const negligible = 7;

/**
 * A level that moves at random and is seen with error, its two variances on a grid: every walk counts as much as it
 * explains the diary, so that a short one does not pretend to know them.
 */
const createWanderers = (values: Float64Array): Wanderers => {
  const candidates = walksOf(stepSd(values)).map((dynamics) => {
    const walk = createFilter(dynamics, 1);
    for (const value of values) walk.step(value);
    return { dynamics, logLikelihood: walk.logLikelihood() };
  });
  const top = Math.max(...candidates.map(({ logLikelihood }) => logLikelihood));
  const counting = candidates.filter(({ logLikelihood }) => logLikelihood >= top - negligible);
  const total = counting.reduce((sum, c) => sum + Math.exp(c.logLikelihood - top), 0);
  const walks = counting.map(({ dynamics, logLikelihood }) => ({
    walk: createFilter(dynamics, 1),
    weight: Math.exp(logLikelihood - top) / total,
  }));
  return {
    step: (value) => {
      for (const { walk } of walks) walk.step(value);
    },
    probability: (levels, level, days) =>
      walks.reduce((sum, { walk, weight }) => {
        const { mean, sd } = walk.ahead(days);
        return sum + weight * intervalProbability(mean, sd, levels, level);
      }, 0),
  };
};

/** @param steps root mean square of the steps of the diary, in points */
const walksOf = (steps: number): Dynamics[] =>
  Array.from({ length: 15 }, (_, ratio) =>
    Array.from({ length: 8 }, (_, size) => {
      const drift = 2 ** (ratio - 8);
      const shock = (steps * 2 ** ((size - 5) / 4)) / Math.sqrt(2 + drift);
      return { persistence: 0, shock, noise: 0, drift };
    }),
  ).flat();

/** Root mean square of the steps between recorded values. */
const stepSd = (values: Float64Array): number => {
  let squares = 0;
  let steps = 0;
  let last = Number.NaN;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (!Number.isNaN(last)) {
      squares += (value - last) ** 2;
      steps++;
    }
    last = value;
  }
  return Math.sqrt((squares + 1e-6) / (steps + 1));
};
