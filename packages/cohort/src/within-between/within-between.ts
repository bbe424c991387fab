/**
 * What a person's own days say, kept apart from who they are (Mundlak 1978, Econometrica 46:69; the
 * "within-between" model of Bell, Fairbrother & Jones 2019, Quality & Quantity 53:1051):
 *
 *   outcome_it = level + within (x_it - mean_i x) + between mean_i x + u_i + v_i (x_it - mean_i x) + e_it
 *
 * with (u_i, v_i) ~ N(0, covariance of its own). `within` is what changes on a person's days with the
 * exposure; `between` is how people who have it often differ from people who have it seldom, which says
 * nothing about what it does. Fitted by REML, profiled to the three entries of the relative covariance
 * factor (Bates et al. 2015, JSS 67:1) from each person's moments alone. Agrees with lme4 to 1e-4 of a
 * standard error (../fixtures/within-between.R). Days are taken as independent given the person: with
 * days that resemble their neighbours the standard error of `within` rests on the spread between people.
 */
import { minimise, normalQuantile } from '@zonula/numerics';
import type { PersonMoments } from './moments.ts';

export interface Coefficient {
  /** Points for one more unit of exposure. */
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: readonly [number, number];
  readonly level: number;
}

export interface WithinBetween {
  readonly within: Coefficient;
  readonly between: Coefficient;
  /** Standard deviation between people of the level and of the within effect, their correlation. */
  readonly levelSd: number;
  readonly withinSd: number;
  readonly correlation: number;
  /** Standard deviation of a day around the person's own line. */
  readonly daySd: number;
  readonly people: number;
  readonly days: number;
  /** REML criterion (-2 log restricted likelihood). */
  readonly criterion: number;
}

export interface WithinBetweenOptions {
  /** Default 0.9. */
  readonly level?: number;
  /** Whether level and within effect may go along with each other; default true. */
  readonly correlated?: boolean;
}

interface Profile {
  readonly criterion: number;
  readonly coefficients: readonly [number, number, number];
  /** Lower triangle of the inverse of X' V^-1 X, relative to the day variance. */
  readonly covariance: readonly [number, number, number, number, number, number];
  readonly variance: number;
}

/**
 * Null where the people do not differ enough to tell: fewer than three, no more than two days each on average, nobody with days of
 * both kinds, the same share of exposure in all, or no variation left within people.
 */
export function withinBetween(
  people: readonly PersonMoments[],
  { level = 0.9, correlated = true }: WithinBetweenOptions = {},
): WithinBetween | null {
  const known = people.filter(({ days }) => days > 0);
  const days = known.reduce((sum, one) => sum + one.days, 0);
  if (known.length < 3 || days <= 2 * known.length) return null;
  const scale = pooledDay(known);
  if (scale === null) return null;
  const parts = divide(known);
  const factorOf = (point: ArrayLike<number>): Factor =>
    correlated ? [point[0]!, point[1]!, point[2]!] : [point[0]!, 0, point[1]!];
  const start = correlated ? [scale.level, 0, scale.slope] : [scale.level, scale.slope];
  if (profile(parts, days, factorOf(start)) === null) return null;
  const best = minimise(
    (point) => profile(parts, days, factorOf(point))?.criterion ?? Number.NaN,
    start,
    { step: 0.3, tolerance: 1e-12 },
  );
  const [a, b, c] = factorOf(best.point);
  const { coefficients, covariance, variance, criterion } = profile(parts, days, [a, b, c])!;
  const sd = Math.sqrt(variance);
  const z = normalQuantile((1 + level) / 2);
  const coefficient = (estimate: number, relative: number): Coefficient => {
    const standardError = sd * Math.sqrt(relative);
    const reach = z * standardError;
    return {
      estimate,
      standardError,
      interval: [estimate - reach, estimate + reach],
      level,
    };
  };
  const slopeSd = Math.hypot(b, c);
  return {
    within: coefficient(coefficients[1], covariance[2]),
    between: coefficient(coefficients[2], covariance[5]),
    levelSd: sd * Math.abs(a),
    withinSd: sd * slopeSd,
    correlation: slopeSd > 0 && a !== 0 ? (Math.sign(a) * b) / slopeSd : 0,
    daySd: sd,
    people: known.length,
    days,
    criterion,
  };
}

/** Lower triangle of the factor of the covariance of level and slope, relative to the day variance. */
type Factor = readonly [number, number, number];

/** Where to start: rough relative standard deviations of level and slope between people. */
function pooledDay(people: readonly PersonMoments[]): { level: number; slope: number } | null {
  let residual = 0;
  let free = 0;
  let squares = 0;
  for (const one of people) {
    const own = one.exposureSquares > 0 ? one.products ** 2 / one.exposureSquares : 0;
    residual += Math.max(0, one.outcomeSquares - own);
    free += one.days - (one.exposureSquares > 0 ? 2 : 1);
    squares += one.exposureSquares;
  }
  if (!(squares > 0) || !(residual > 0) || free <= 0) return null;
  const variance = residual / free;
  const mean = people.reduce((sum, one) => sum + one.meanOutcome, 0) / people.length;
  const spread =
    people.reduce((sum, one) => sum + (one.meanOutcome - mean) ** 2, 0) / (people.length - 1);
  return { level: Math.sqrt(spread / variance), slope: 0.5 };
}

/** People whose exposure never changes and who have the same number of days: sums are all that counts. */
interface Unchanging {
  readonly days: number;
  people: number;
  exposure: number;
  exposureSquares: number;
  outcome: number;
  outcomeSquares: number;
  products: number;
  /** Sum of squares of the outcome about each person's mean. */
  inside: number;
}

interface Parts {
  readonly changing: readonly PersonMoments[];
  readonly unchanging: readonly Unchanging[];
}

function divide(people: readonly PersonMoments[]): Parts {
  const groups = new Map<number, Unchanging>();
  for (const { days, exposureSquares, meanExposure, meanOutcome, outcomeSquares } of people) {
    if (exposureSquares > 0) continue;
    const group = groups.get(days) ?? emptyGroup(days);
    group.people++;
    group.exposure += meanExposure;
    group.exposureSquares += meanExposure ** 2;
    group.outcome += meanOutcome;
    group.outcomeSquares += meanOutcome ** 2;
    group.products += meanExposure * meanOutcome;
    group.inside += outcomeSquares;
    groups.set(days, group);
  }
  return {
    changing: people.filter(({ exposureSquares }) => exposureSquares > 0),
    unchanging: [...groups.values()],
  };
}

const emptyGroup = (days: number): Unchanging => ({
  days,
  people: 0,
  exposure: 0,
  exposureSquares: 0,
  outcome: 0,
  outcomeSquares: 0,
  products: 0,
  inside: 0,
});

/** Criterion and coefficients at a given factor; null where a matrix is singular. */
function profile({ changing, unchanging }: Parts, days: number, [a, b, c]: Factor): Profile | null {
  let logDeterminant = 0;
  // Lower triangle of X' V^-1 X, then X' V^-1 y, then y' V^-1 y; columns: level, within, mean.
  let [x00, x10, x11, x20, x21, x22] = [0, 0, 0, 0, 0, 0];
  let [y0, y1, y2, yy] = [0, 0, 0, 0];
  for (const group of unchanging) {
    const whole = 1 + a * a * group.days;
    const left = group.days / whole;
    logDeterminant += group.people * Math.log(whole);
    x00 += left * group.people;
    x20 += left * group.exposure;
    x22 += left * group.exposureSquares;
    y0 += left * group.outcome;
    y2 += left * group.products;
    yy += left * group.outcomeSquares + group.inside;
  }
  for (const one of changing) {
    const { days: n, meanExposure: m, meanOutcome, exposureSquares: s } = one;
    // I + F' Z'Z F with Z'Z = diag(n, s), since the slope's column is centred.
    const m00 = 1 + a * a * n + b * b * s;
    const m10 = b * c * s;
    const m11 = 1 + c * c * s;
    const l00 = Math.sqrt(m00);
    const l10 = m10 / l00;
    const l11 = Math.sqrt(m11 - l10 * l10);
    logDeterminant += 2 * (Math.log(l00) + Math.log(l11));
    const sum = n * meanOutcome;
    // Rows of L^-1 F' Z' [level, within, mean, outcome].
    const first = (level: number, slope: number): number => (a * level + b * slope) / l00;
    const second = (slope: number, before: number): number => (c * slope - l10 * before) / l11;
    const p0 = first(n, 0);
    const p1 = first(0, s);
    const p2 = m * p0;
    const py = first(sum, one.products);
    const q0 = second(0, p0);
    const q1 = second(s, p1);
    const q2 = m * q0;
    const qy = second(one.products, py);
    x00 += n - p0 * p0 - q0 * q0;
    x10 -= p0 * p1 + q0 * q1;
    x11 += s - p1 * p1 - q1 * q1;
    x20 += n * m - p0 * p2 - q0 * q2;
    x21 -= p1 * p2 + q1 * q2;
    x22 += n * m * m - p2 * p2 - q2 * q2;
    y0 += sum - p0 * py - q0 * qy;
    y1 += one.products - p1 * py - q1 * qy;
    y2 += m * sum - p2 * py - q2 * qy;
    yy += one.outcomeSquares + n * meanOutcome ** 2 - py * py - qy * qy;
  }
  const r00 = Math.sqrt(x00);
  const r10 = x10 / r00;
  const r20 = x20 / r00;
  const r11 = Math.sqrt(x11 - r10 * r10);
  const r21 = (x21 - r20 * r10) / r11;
  const last = x22 - r20 * r20 - r21 * r21;
  // A mean exposure that is the same in all people leaves no column of its own.
  if (!(x11 > 0 && r11 > 0) || !(last > 1e-10 * x22)) return null;
  const r22 = Math.sqrt(last);
  const s0 = y0 / r00;
  const s1 = (y1 - r10 * s0) / r11;
  const s2 = (y2 - r20 * s0 - r21 * s1) / r22;
  const residual = yy - s0 * s0 - s1 * s1 - s2 * s2;
  if (!(residual > 0)) return null;
  const free = days - 3;
  const variance = residual / free;
  const between = s2 / r22;
  const within = (s1 - r21 * between) / r11;
  const level = (s0 - r10 * within - r20 * between) / r00;
  // Inverse of the factor, then of the matrix.
  const [i00, i11, i22] = [1 / r00, 1 / r11, 1 / r22];
  const i10 = -r10 * i00 * i11;
  const i21 = -r21 * i11 * i22;
  const i20 = -(r20 * i00 + r21 * i10) * i22;
  return {
    criterion:
      logDeterminant +
      2 * (Math.log(r00) + Math.log(r11) + Math.log(r22)) +
      free * (1 + Math.log(2 * Math.PI * variance)),
    coefficients: [level, within, between],
    covariance: [
      i00 ** 2 + i10 ** 2 + i20 ** 2,
      i10 * i11 + i20 * i21,
      i11 ** 2 + i21 ** 2,
      i20 * i22,
      i21 * i22,
      i22 ** 2,
    ],
    variance,
  };
}
