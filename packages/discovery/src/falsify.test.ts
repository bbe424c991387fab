import { createRandom, type Random } from '@zonula/numerics';
import { describe, expect, it } from 'vitest';
import {
  type LeadTest,
  looksReversed,
  testLead,
  testShifts,
  type Whitened,
  whitenAtPosterior,
} from './falsify.ts';
import { convolve, dailyKernels } from './kernels.ts';
import { type Dynamics, defaultPriors, type Problem } from './model.ts';

const H = dailyKernels.length;
const kernelNamed = (name: string): number => dailyKernels.findIndex((k) => k.name === name);
const dynamics: Dynamics = { persistence: 0.7, shock: 1, noise: 0.2, drift: 1e-6 };
const foods = 3;

interface Day {
  /** Severity before and after the day's own push. */
  readonly before: number;
  readonly today: number;
  /** The food on the day before, 0 or 1. */
  readonly last: number;
}

interface Truth {
  readonly days?: number;
  /** Push of the severity by the first food, in shocks, and after how many days. */
  readonly push?: number;
  readonly delay?: number;
  /** Probability of the first food, which may follow the severity; default in spells of its own. */
  readonly choose?: (day: Day) => number;
  /** Share of days without a record. */
  readonly missing?: number;
}

interface Simulated {
  readonly problem: Problem;
  readonly whitened: Whitened;
  readonly doses: readonly Float64Array[];
}

const inSpells = ({ last }: Pick<Day, 'last'>): number => (last === 1 ? 0.65 : 0.25);

/** An AR(1) severity recorded with noise, and foods in spells; whitened at the true dynamics. */
const simulate = (random: Random, truth: Truth = {}): Simulated => {
  const { days = 150, push = 0, delay = 0, choose = inSpells, missing = 0.1 } = truth;
  const doses = Array.from({ length: foods }, () => new Float64Array(days));
  const recorded: number[] = [];
  const scores: number[] = [];
  let x = random.normal() / Math.sqrt(1 - dynamics.persistence ** 2);
  for (let t = 0; t < days; t++) {
    const before = x;
    const shocked = dynamics.persistence * x + random.normal();
    doses.forEach((dose, j) => {
      const last = t > 0 ? dose[t - 1] : 0;
      const p = j === 0 ? choose({ before, today: shocked, last }) : inSpells({ last });
      dose[t] = random.uniform() < p ? 1 : 0;
    });
    x = shocked + (t >= delay ? push * doses[0][t - delay] : 0);
    const score = x + Math.sqrt(dynamics.noise) * random.normal();
    if (random.uniform() < missing) continue;
    recorded.push(t);
    scores.push(score);
  }
  const pushes = new Float64Array(foods * H * days);
  doses.forEach((dose, j) => {
    const mean = dose.reduce((a, b) => a + b, 0) / days;
    dailyKernels.forEach((kernel, h) => {
      const at = (j * H + h) * days;
      convolve(
        kernel,
        dose.map((d) => d - mean),
        pushes.subarray(at, at + days),
      );
    });
  });
  const known = Float64Array.from(scores);
  const problem: Problem = {
    days,
    recorded: Int32Array.from(recorded),
    lower: known,
    upper: known,
    counts: null,
    centre: 0,
    range: 10,
    exposures: foods,
    kernels: dailyKernels,
    pushes,
    covariates: 0,
    covariateColumns: new Float64Array(0),
    priorOdds: new Float64Array(foods).fill(1),
  };
  const chain = {
    draws: [
      {
        dynamics,
        slab: 0.3,
        active: [],
        coefficients: new Float64Array(0),
        covariates: new Float64Array(0),
        logDensity: 0,
        level: new Float64Array(days),
        mean: new Float64Array(days),
        size: null,
      },
    ],
    inclusions: [],
    inclusion: new Float64Array(foods),
    acceptance: 1,
    precision: new Float64Array(days).fill(1),
    latent: known,
    noiseAt: null,
  };
  return { problem, whitened: whitenAtPosterior(problem, defaultPriors, [chain]), doses };
};

const leadOf = (
  { problem, whitened, doses }: Simulated,
  suspects: readonly number[] = [kernelNamed('state, day 0'), H + kernelNamed('state, day 1')],
): LeadTest => testLead(problem, whitened, doses, suspects, 0);

const runs = <T>(times: number, seed: number, one: (random: Random) => T): T[] =>
  Array.from({ length: times }, (_, s) => one(createRandom(seed + s)));

const shareOf = <T>(all: readonly T[], test: (one: T) => boolean): number =>
  all.filter(test).length / all.length;

/** Four standard errors on either side. */
const expectShare = (share: number, expected: number, times: number): void =>
  expect(Math.abs(share - expected)).toBeLessThan(
    4 * Math.sqrt((expected * (1 - expected)) / times),
  );

/** Kolmogorov's distance from the uniform distribution, times the root of the number. */
const kolmogorov = (values: readonly number[]): number => {
  const n = values.length;
  const sorted = [...values].sort((a, b) => a - b);
  const gaps = sorted.flatMap((v, i) => [v - i / n, (i + 1) / n - v]);
  return Math.sqrt(n) * Math.max(...gaps);
};
/** Passed with a probability of one in a thousand. */
const kolmogorovLimit = 1.95;

describe('the lead test', () => {
  it('has uniform p values where nothing acts, though severity and foods both persist', () => {
    const p = runs(300, 1000, (random) => leadOf(simulate(random)).p);
    expect(kolmogorov(p)).toBeLessThan(kolmogorovLimit);
    for (const level of [0.05, 0.2, 0.5])
      expectShare(
        shareOf(p, (v) => v < level),
        level,
        p.length,
      );
  });

  it('finds in a year that a food is avoided on the day after a bad day', () => {
    const avoided: Truth = { days: 365, choose: ({ before }) => (before > 0.7 ? 0.1 : 0.6) };
    const tests = runs(40, 2000, (random) => leadOf(simulate(random, avoided)));
    expect(shareOf(tests, ({ p, t }) => p < 0.01 && t < 0)).toBeGreaterThan(0.9);
  });

  it.each([0, 1, 2])('does not mistake a cause %i days later for it', (delay) => {
    const own = kernelNamed(`state, day ${delay}`);
    const p = runs(200, 3000, (random) => {
      const { p } = leadOf(simulate(random, { push: 1.5, delay }), [own]);
      return p;
    });
    expect(kolmogorov(p)).toBeLessThan(kolmogorovLimit);
    expect(shareOf(p, (v) => v < 0.01)).toBeLessThan(0.04);
  });

  it('sees a same-day cause in the same day', () => {
    const tests = runs(30, 4000, (random) => leadOf(simulate(random, { push: 1.5 })));
    expect(shareOf(tests, ({ sameDayT }) => sameDayT > 3)).toBeGreaterThan(0.9);
  });

  it('holds the same day of the other suspects; its own is in the regression anyway', () => {
    const simulated = simulate(createRandom(1));
    const sameDay = kernelNamed('state, day 0');
    expect(leadOf(simulated, [sameDay])).toEqual(leadOf(simulated, []));
    expect(leadOf(simulated, [H + sameDay]).t).not.toBeCloseTo(leadOf(simulated, []).t, 6);
  });

  it('says nothing where today and tomorrow are the same', () => {
    const simulated = simulate(createRandom(1));
    const constant = [new Float64Array(150).fill(1), ...simulated.doses.slice(1)];
    expect(leadOf({ ...simulated, doses: constant })).toEqual({
      exposure: 0,
      t: 0,
      p: 1,
      sameDayT: 0,
    });
  });
});

describe('a same-day link', () => {
  const alone = [kernelNamed('state, day 0')];
  const reversedShare = (truth: Truth, seed: number): number =>
    shareOf(
      runs(80, seed, (random) => leadOf(simulate(random, truth), alone)),
      (test) => Math.abs(test.sameDayT) > 3 && looksReversed(test, dynamics.persistence),
    );

  it('looks reversed when the skin of the day chooses the food, sought or avoided', () => {
    for (const sign of [1, -1]) {
      const choose = ({ today }: Day): number => 1 / (1 + Math.exp(-1.5 * sign * today));
      expect(reversedShare({ choose }, 5000)).toBeGreaterThan(0.6);
    }
  });

  it('does not when the food acts on the day itself, for better or worse', () => {
    for (const push of [1.5, -1.5]) expect(reversedShare({ push }, 6000)).toBeLessThan(0.05);
  });

  it('of persistence 0.7 predicts a lead of 0.47 times its strength, and three quarters of it will do', () => {
    const at = (t: number, sameDayT: number): boolean =>
      looksReversed({ exposure: 0, p: 1, t, sameDayT }, 0.7);
    const limit = 0.75 * (0.7 / 1.49) * 8;
    expect([at(limit + 0.01, 8), at(limit - 0.01, 8)]).toEqual([true, false]);
    expect([at(-limit - 0.01, -8), at(-limit + 0.01, -8)]).toEqual([true, false]);
    expect([at(-8, 8), at(8, -8)]).toEqual([false, false]);
  });
});

describe('the shift test', () => {
  const shiftsOf = (simulated: Simulated, random: Random) =>
    testShifts(simulated.problem, simulated.whitened, random);

  it('has p values that are uniform where nothing acts', () => {
    const tests = runs(200, 7000, (random) => shiftsOf(simulate(random), random));
    for (const { shifts, p } of tests) {
      expect(shifts).toBe(108);
      expect(p).toBeGreaterThanOrEqual(1 / 109);
      expect(p).toBeLessThanOrEqual(1);
    }
    for (const level of [0.1, 0.25, 0.5, 0.75])
      expectShare(
        shareOf(tests, ({ p }) => p! <= level),
        level,
        tests.length,
      );
  });

  it('has small ones where a food acts strongly', () => {
    const tests = runs(40, 8000, (random) =>
      shiftsOf(simulate(random, { push: 2, delay: 2 }), random),
    );
    expect(shareOf(tests, ({ p }) => p! <= 0.05)).toBeGreaterThan(0.9);
  });

  it('needs 62 days, and draws shifts where there are many', () => {
    const random = createRandom(1);
    expect(shiftsOf(simulate(random, { days: 61 }), random)).toEqual({ shifts: 0, p: null });
    expect(shiftsOf(simulate(random, { days: 62 }), random).shifts).toBe(20);
    expect(shiftsOf(simulate(random, { days: 400 }), random).shifts).toBe(199);
  });
});
