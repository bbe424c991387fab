import { createRandom, type Random, rHat, type WelchTest, welchTest } from '@zonula/numerics';
import { drawnPeriodDays, smallestPossibleP } from '../design.ts';
import { type AdherenceResult, adherenceOf, intentionToTreat } from './adherence.ts';
import { knownDays, testAssignment } from './assignment-test.ts';
import {
  armsInForce,
  defaultKernels,
  fadedAfter,
  type Kernel,
  kernelsWithin,
  responseTo,
} from './carry-over.ts';
import { dealsOf } from './deals.ts';
import { type EffectDraws, sampleEffect } from './effect-model.ts';
import { type Estimate, estimateOf } from './estimate.ts';
import { notesOf } from './notes.ts';
import { analysedDays, drawnPeriodsOf, type TrialData } from './trial-data.ts';
import { inconclusive, type Verdict, verdictOf } from './verdict.ts';

export interface AnalysisOptions {
  readonly seed: number;
  /** The smallest change that matters to the person, in points, declared before the start. */
  readonly worthwhile: number;
  /** True for itch, false for well-being. */
  readonly higherIsWorse: boolean;
  /** Somebody else kept the order, so the person did not know the arm. */
  readonly blinded: boolean;
  /** How the score may follow the exposure; see kernelsFrom. */
  readonly kernels?: readonly Kernel[];
  /** Of the intervals; default 0.95. */
  readonly level?: number;
  /** Largest p that counts; default 0.05. */
  readonly significance?: number;
  /** Posterior draws per chain, of two chains; default 2000. */
  readonly draws?: number;
}

export interface TrialResult extends Verdict {
  /** Change of the score under a lasting full exposure, in points: posterior mean and interval. */
  readonly effect: Estimate | null;
  /** Posterior probability that the exposure makes the score worse. */
  readonly probabilityWorse: number | null;
  /** Over all looks so far; null where there is nothing to test. */
  readonly randomisationP: number | null;
  readonly smallestPossibleP: number;
  /** The same question without a model: inversion of the randomisation test; null where endless. */
  readonly intentionToTreat: Estimate | null;
  readonly adherence: AdherenceResult;
  readonly carryOver: CarryOver | null;
  /** Correlation of the score from one day to the next, effect and trend aside. */
  readonly persistence: Estimate | null;
  readonly days: DayCounts;
  /** Days taken as independent: what a plain comparison would have said. Not to be relied on. */
  readonly naive: WelchTest | null;
  readonly notes: readonly string[];
}

export interface CarryOver {
  /** Days after the end of an exposure until a fifth of its effect is left. */
  readonly days: Estimate;
  /** Posterior probability that this takes longer than the washout. */
  readonly beyondWashout: number;
}

/** Days of the drawn periods after their washout. */
export interface DayCounts {
  readonly analysed: number;
  readonly known: number;
  readonly knownWith: number;
  readonly knownWithout: number;
}

/** Fewest known days with and without before anything is estimated. */
export const fewestDaysPerArm = 5;

/**
 * The registered analysis: randomisation test first, a Bayesian estimate beside it, then what was
 * really had. Gates are asked before; this function judges numbers only. Same data and seed, same
 * result.
 */
export function analyseTrial(data: TrialData, options: AnalysisOptions): TrialResult {
  const { seed, worthwhile, higherIsWorse, blinded } = options;
  const { level = 0.95, significance = 0.05, draws = 2000 } = options;
  const kernels = kernelsWithin(options.kernels ?? defaultKernels, drawnPeriodDays(data.design));
  const random = createRandom(seed);
  const smallest = smallestPossibleP(data.design);
  const days = dayCounts(data);
  const listed = dealsOf(data.design, random.fork(1), { listed: 4096, drawn: 1999 });
  const adherence = adherenceOf(data, listed, level);
  const base = { smallestPossibleP: smallest, adherence, days };
  const cannot = (reason: string): TrialResult => ({
    ...inconclusive(reason),
    ...base,
    effect: null,
    probabilityWorse: null,
    randomisationP: null,
    intentionToTreat: null,
    carryOver: null,
    persistence: null,
    naive: null,
    notes: notesOf(data, { days, adherence, blinded, carryOver: null, rHat: 1 }),
  });
  if (days.knownWith < fewestDaysPerArm || days.knownWithout < fewestDaysPerArm)
    return cannot(
      `There are ${days.knownWith} days with and ${days.knownWithout} without that have a score. Each side needs at least ${fewestDaysPerArm}.`,
    );
  if (isConstant(data)) return cannot('The score was the same on every day.');
  const { pValue } = testAssignment(data, random.fork(2), { significance });
  const chains = [3, 4].map((label) => estimateEffect(data, kernels, draws, random.fork(label)));
  const joined = (pick: (one: EffectDraws) => Float64Array): Float64Array =>
    Float64Array.from(chains.flatMap((chain) => [...pick(chain)]));
  const effectDraws = joined((chain) => chain.effect);
  const effect = estimateOf(effectDraws, level);
  const worse = effectDraws.filter((x) => x > 0 === higherIsWorse).length / effectDraws.length;
  const carryOver = carryOverOf(
    data,
    kernels,
    joined((chain) => chain.shape),
    level,
  );
  const verdict = verdictOf({
    effect,
    randomisationP: pValue,
    worthwhile,
    higherIsWorse,
    significance,
    smallestPossibleP: smallest,
  });
  return {
    ...verdict,
    ...base,
    effect,
    probabilityWorse: worse,
    randomisationP: pValue,
    intentionToTreat: intentionToTreat(data, listed, level),
    carryOver,
    persistence: estimateOf(
      joined((chain) => chain.phi),
      level,
    ),
    naive: naiveComparison(data),
    notes: notesOf(data, {
      days,
      adherence,
      blinded,
      carryOver,
      rHat: rHat(chains.map((chain) => chain.effect)),
    }),
  };
}

/** Draws of the effect from the drawn periods after the first washout, later washouts included. */
export function estimateEffect(
  data: TrialData,
  kernels: readonly Kernel[],
  draws: number,
  random: Random,
): EffectDraws {
  const drawn = drawnPeriodsOf(data);
  const from = drawn[0]!.start + drawn[0]!.washout;
  const last = drawn.at(-1)!;
  const to = Math.min(last.start + last.days, data.outcome.length);
  const inside = new Uint8Array(data.outcome.length);
  for (const { start, days } of drawn) inside.fill(1, start, start + days);
  const outcome = data.outcome.map((y, t) => (inside[t] === 1 ? y : Number.NaN)).slice(from, to);
  const arms = armsInForce(data.periods, data.outcome.length);
  const responses = kernels.map((kernel) => ({
    weight: kernel.weight,
    response: responseTo(arms, kernel).slice(from, to),
  }));
  return sampleEffect({ outcome, responses }, { draws, burnIn: 400 }, random);
}

function carryOverOf(
  { design }: TrialData,
  kernels: readonly Kernel[],
  shapes: Float64Array,
  level: number,
): CarryOver {
  const lasting = kernels.map((kernel) => fadedAfter(kernel));
  const days = shapes.map((shape) => lasting[shape]!);
  return {
    days: estimateOf(days, level),
    beyondWashout: days.filter((x) => x > design.washoutDays).length / days.length,
  };
}

function valuesUnder(data: TrialData, arm: 'with' | 'without'): number[] {
  const own = drawnPeriodsOf(data).filter((period) => period.arm === arm);
  const mask = analysedDays(own, data.outcome.length);
  return [...data.outcome].filter((y, t) => mask[t] === 1 && !Number.isNaN(y));
}

function dayCounts(data: TrialData): DayCounts {
  const [knownWith, knownWithout] = [
    valuesUnder(data, 'with').length,
    valuesUnder(data, 'without').length,
  ];
  const analysed = analysedDays(data.periods, data.outcome.length).reduce((a, b) => a + b, 0);
  return { analysed, known: knownWith + knownWithout, knownWith, knownWithout };
}

/** Welch's test, with minus without, days as if independent. */
const naiveComparison = (data: TrialData): WelchTest | null =>
  welchTest(valuesUnder(data, 'with'), valuesUnder(data, 'without')) ?? null;

function isConstant(data: TrialData): boolean {
  const values = knownDays(data).map((day) => data.outcome[day]!);
  return values.every((y) => y === values[0]);
}
