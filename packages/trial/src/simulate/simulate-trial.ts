/**
 * Trials of people whose truth is known: level, trend, AR(1) state with normal or heavy-tailed
 * shocks, noise of recording, a response that builds up and fades, days on which the plan is not
 * kept, days without a score. It imports nothing from the analysis.
 */
import type { Random } from '@zonula/numerics';
import type { TrialData } from '../analysis/trial-data.ts';
import { type Assignment, drawAssignment, periodsOf, type TrialDesign } from '../design.ts';

export interface TrialPerson {
  /** Mean score. */
  readonly level: number;
  /** Points over the whole trial. */
  readonly drift: number;
  /** Standard deviation of the score around level, trend and effect, noise of recording included. */
  readonly sd: number;
  /** Correlation of the state from one day to the next, [0, 1). */
  readonly phi: number;
  /** Share of the variance that is noise of recording, [0, 1). */
  readonly noiseShare: number;
  /** Degrees of freedom of the shocks, above 2; null for normal ones. */
  readonly tails: number | null;
  /** Points by which the score is off on the first day; what was before the trial wears off by 0.8 a day. */
  readonly startOff: number;
  /** Share of days without a score, at random. */
  readonly missing: number;
  /** Share of days on which the person does the opposite of the plan. */
  readonly slips: number;
  /** Share of the full response that a day's exposure adds after 0, 1, 2 ... days; adds up to 1. */
  readonly kernel: readonly number[];
  /** The score is rounded to this step and kept on this scale; null leaves it as it is. */
  readonly scale: { readonly min: number; readonly max: number; readonly step: number } | null;
}

export const steadyPerson: TrialPerson = {
  level: 5,
  drift: 0,
  sd: 1,
  phi: 0,
  noiseShare: 0,
  tails: null,
  startOff: 0,
  missing: 0,
  slips: 0,
  kernel: [1],
  scale: null,
};

/** Score per day without any effect, unrounded, none missing. */
export function simulateNoise(days: number, person: TrialPerson, random: Random): Float64Array {
  const { phi, tails } = person;
  const state = person.sd * Math.sqrt(1 - person.noiseShare);
  const noise = person.sd * Math.sqrt(person.noiseShare);
  const shock = (): number => {
    if (tails === null) return random.normal();
    const scale = Math.sqrt((tails - 2) / (2 * random.gamma(tails / 2)));
    return random.normal() * scale;
  };
  let x = random.normal();
  return Float64Array.from({ length: days }, (_, day) => {
    if (day > 0) x = phi * x + Math.sqrt(1 - phi * phi) * shock();
    const drift = person.drift * (days > 1 ? day / (days - 1) - 0.5 : 0);
    const before = person.startOff * 0.8 ** day;
    return person.level + drift + before + state * x + noise * random.normal();
  });
}

/** The response to an exposure per day; before the first day it is taken to have been like it. */
function respond(exposure: Float64Array, kernel: readonly number[]): Float64Array {
  return exposure.map((_, day) =>
    kernel.reduce((sum, share, lag) => sum + share * exposure[Math.max(0, day - lag)]!, 0),
  );
}

/** A score as it would be written down. */
function recorded(score: number, scale: TrialPerson['scale']): number {
  if (scale === null) return score;
  const { min, max, step } = scale;
  return Math.min(max, Math.max(min, min + Math.round((score - min) / step) * step));
}

/**
 * A whole trial with an effect of `effect` points under a lasting full exposure. Days before the
 * draw are without the exposure. `assignment` and `noise` may be given, so that other rules can be
 * held against the same days.
 */
export function simulateTrial(
  design: TrialDesign,
  person: TrialPerson,
  effect: number,
  random: Random,
  assignment: Assignment = drawAssignment(design, random),
  noise?: Float64Array,
): TrialData {
  const periods = periodsOf(design, assignment);
  const days = periods.reduce((sum, period) => sum + period.days, 0);
  const score = noise ?? simulateNoise(days, person, random);
  const exposure = new Float64Array(days);
  for (const { arm, start, days: length } of periods) {
    for (let day = start; day < start + length; day++) {
      const planned = arm === 'with' ? 1 : 0;
      exposure[day] = random.uniform() < person.slips ? 1 - planned : planned;
    }
  }
  const response = respond(exposure, person.kernel);
  const outcome = score.map((y, day) => {
    const value = recorded(y + effect * response[day]!, person.scale);
    return random.uniform() < person.missing ? Number.NaN : value;
  });
  return { design, periods, outcome, exposure };
}
