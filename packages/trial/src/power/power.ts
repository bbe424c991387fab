/**
 * Power of a design for one person, by simulating whole trials from what is known of their days and
 * judging each with the registered randomisation test. Gaps in the diary come from a pool of drawn
 * patterns, for each of which a table of deals is prepared once; a simulated trial takes one row of
 * such a table as its deal and the others to compare with, so its p-value is exact. The same days
 * serve all effects. Looks that the design declares are simulated too: the real deal is found where
 * it is set aside at any of them, as in the analysis (looks/).
 */
import { createRandom, normalQuantile, quantile, type Random } from '@zonula/numerics';
import { createArmModel } from '../analysis/arm-model.ts';
import { armsInForce, type Kernel, responseTo } from '../analysis/carry-over.ts';
import { type Deals, dealsOf } from '../analysis/deals.ts';
import {
  type Dependence,
  defaultDependence,
  type WeightedDependence,
} from '../analysis/dependence.ts';
import { analysedDays, immediateResponse } from '../analysis/trial-data.ts';
import {
  drawAssignment,
  drawnPeriods,
  type Period,
  periodsOf,
  type TrialDesign,
  trialDays,
} from '../design.ts';
import { sequentialTest } from '../looks/sequential-test.ts';
import { createJudge, type Judge } from './judge.ts';

/** How a score moves by itself from day to day. */
export interface DayToDay extends Dependence {
  /** Standard deviation around the level, noise of recording included, points. */
  readonly sd: number;
}

/** What a person's own days say of a trial's chances. */
export interface TrialExpectation {
  /** Draws from the posterior; each simulated trial takes one. At least one. */
  readonly draws: readonly DayToDay[];
  /** Share of days with a score, (0, 1]. */
  readonly recorded: number;
  /** Share of days on which the plan is not kept; default 0. */
  readonly slips?: number;
  /** How the score follows the exposure; each simulated trial takes one by its weight. */
  readonly kernels: readonly Kernel[];
}

export interface PowerOptions {
  readonly seed: number;
  /** Simulated trials; default 2000. */
  readonly simulations?: number;
  /** Default 0.05. */
  readonly significance?: number;
  /** What the test takes for possible; by default what the analysis does. */
  readonly dependences?: readonly WeightedDependence[];
}

export interface PowerResult {
  readonly simulations: number;
  /** Chance of a p-value at or below the significance, by effect (points). */
  readonly curve: readonly { readonly effect: number; readonly probability: number }[];
  /** Difference that four in five trials without any effect could rule out, points. */
  readonly excludable: number;
}

const mostPatterns = 24;
const dealsPerPattern = 800;
/** Fewer where there are looks, which need the statistic of every deal at each. */
const dealsWithLooks = 200;

/** The chance to find each of these effects (points, under a lasting full exposure). */
export function powerOf(
  design: TrialDesign,
  person: TrialExpectation,
  effects: readonly number[],
  options: PowerOptions,
): PowerResult {
  const { simulations = 2000, significance = 0.05 } = options;
  const found = new Float64Array(effects.length);
  const bounds = new Float64Array(simulations);
  simulate(design, person, options, (trial, s) => {
    bounds[s] = trial.bound(normalQuantile(1 - significance / 2));
    effects.forEach((effect, i) => {
      if (trial.rejects(effect)) found[i] = found[i]! + 1;
    });
    return true;
  });
  return {
    simulations,
    curve: effects.map((effect, i) => ({ effect, probability: found[i]! / simulations })),
    excludable: quantile(bounds, 0.8),
  };
}

/** Whether the chance that `powerOf` gives is at least `share`, for each effect; no trial is simulated once that is certain. */
export function reachesPower(
  design: TrialDesign,
  person: TrialExpectation,
  effects: readonly number[],
  share: number,
  options: PowerOptions,
): readonly boolean[] {
  const { simulations = 2000 } = options;
  const enough = Math.ceil(share * simulations - 1e-9);
  const found = new Int32Array(effects.length);
  simulate(design, person, options, (trial, s) => {
    let open = false;
    effects.forEach((effect, i) => {
      const missed = s - found[i]!;
      if (found[i]! >= enough || missed > simulations - enough) return;
      if (trial.rejects(effect)) found[i] = found[i]! + 1;
      open = true;
    });
    return open;
  });
  return effects.map((_, i) => found[i]! >= enough);
}

interface SimulatedTrial {
  readonly rejects: (effect: number) => boolean;
  /** See `Judge`. */
  readonly bound: (z: number) => number;
}

/** Shows one simulated trial after the other until `visit` has seen enough. */
function simulate(
  design: TrialDesign,
  person: TrialExpectation,
  { seed, simulations = 2000, significance = 0.05, dependences = defaultDependence }: PowerOptions,
  visit: (trial: SimulatedTrial, index: number) => boolean,
): void {
  const random = createRandom(seed);
  const pool = preparePatterns(design, person, simulations, dependences, random);
  const noise = new Float64Array(trialDays(design));
  const done = [...design.looks.map((periods) => periods / drawnPeriods(design)), 1];
  for (let s = 0; s < simulations; s++) {
    const { judge, earlier, responseOf } = pool[s % pool.length]!;
    const row = random.integer(judge.rows);
    fillNoise(noise, person.draws[random.integer(person.draws.length)]!, random);
    const response = responseOf(row, random);
    const judges = [...earlier, judge];
    for (const one of judges) one.load(noise, response, row);
    const rejects = (effect: number): boolean =>
      earlier.length === 0
        ? judge.rejects(effect, significance)
        : rejectsAtALook(judges, done, effect, significance);
    if (!visit({ rejects, bound: judge.bound }, s)) return;
  }
}

function rejectsAtALook(
  judges: readonly Judge[],
  done: readonly number[],
  effect: number,
  significance: number,
): boolean {
  const values: Float64Array[] = [];
  for (const judge of judges) {
    values.push(judge.values(effect));
    if (sequentialTest(values, done.slice(0, values.length), false, significance).rejects)
      return true;
  }
  return false;
}

/** Days with a score, deals for them, and what a deal does. */
interface Pattern {
  readonly judge: Judge;
  /** The same for the days up to each look before the end. */
  readonly earlier: readonly Judge[];
  /** Response to a full exposure under the deal of this row. */
  readonly responseOf: (row: number, random: Random) => Float64Array;
}

function preparePatterns(
  design: TrialDesign,
  person: TrialExpectation,
  simulations: number,
  dependences: readonly WeightedDependence[],
  random: Random,
): Pattern[] {
  const days = trialDays(design);
  const count = person.recorded < 1 ? Math.min(mostPatterns, Math.ceil(simulations / 80)) : 1;
  const perPattern = design.looks.length === 0 ? dealsPerPattern : dealsWithLooks;
  const dealt = dealsOf(design, random, { listed: perPattern, drawn: 3 * perPattern });
  // The calendar does not depend on the deal, so that of any assignment says which days belong to which unit.
  const periods = periodsOf(design, drawAssignment(design, random));
  const drawn = periods.filter(({ block }) => block !== null);
  const mask = analysedDays(periods, days);
  const response = immediateResponse(periods, dealt.units, days);
  return Array.from({ length: count }, () => {
    const known = [...mask.keys()].filter(
      (day) => mask[day] === 1 && (person.recorded >= 1 || random.uniform() < person.recorded),
    );
    const deals = dealt.complete ? dealt : someOf(dealt, perPattern, random);
    const judgeOf = (own: readonly number[]): Judge =>
      createJudge(createArmModel(response, own, dependences), deals);
    const ends = design.looks.map((periods) => drawn[periods - 1]!);
    const earlier = ends.map(({ start, days: length }) =>
      judgeOf(known.filter((day) => day < start + length)),
    );
    return {
      judge: judgeOf(known),
      earlier,
      responseOf: responder(design, periods, deals, person),
    };
  });
}

/** A stretch of deals that were drawn one after the other. */
function someOf({ arms, units, count }: Deals, some: number, random: Random): Deals {
  const from = random.integer(count - some + 1) * units;
  return { arms: arms.subarray(from, from + some * units), units, count: some, complete: false };
}

function responder(
  design: TrialDesign,
  periods: readonly Period[],
  { arms, units }: Deals,
  { kernels, slips = 0 }: TrialExpectation,
): Pattern['responseOf'] {
  const days = trialDays(design);
  const weights = kernels.map(({ weight }) => weight);
  const total = weights.reduce((a, b) => a + b, 0);
  return (row, random) => {
    let unit = 0;
    const dealt = periods.map((period): Period => {
      if (period.block === null) return period;
      return { ...period, arm: arms[row * units + unit++] === 1 ? 'with' : 'without' };
    });
    const exposure = armsInForce(dealt, days);
    if (slips > 0)
      for (let day = 0; day < days; day++)
        if (random.uniform() < slips) exposure[day] = 1 - exposure[day]!;
    let rest = random.uniform() * total;
    const kernel = kernels.find(({ weight }) => (rest -= weight) <= 0) ?? kernels[0]!;
    return responseTo(exposure, kernel);
  };
}

function fillNoise(out: Float64Array, { phi, noiseShare, sd }: DayToDay, random: Random): void {
  const state = sd * Math.sqrt(1 - noiseShare);
  const noise = sd * Math.sqrt(noiseShare);
  const shock = Math.sqrt(1 - phi * phi);
  let x = random.normal();
  for (let day = 0; day < out.length; day++) {
    if (day > 0) x = phi * x + shock * random.normal();
    out[day] = state * x + (noise > 0 ? noise * random.normal() : 0);
  }
}
