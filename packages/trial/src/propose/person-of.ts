import type { Outcome } from '@zonula/timeline';
import type { Belief, PlannedOutcome } from '../plan/document.ts';
import { type Dynamics, dayToDayOf, type PersonBelief, usualDayToDay } from '../plan/person.ts';
import { daysBetween } from '../schedule/dates.ts';

const badWhenHigh: ReadonlySet<string> = new Set(['skin', 'gut', 'symptom', 'stress']);

export const plannedOutcome = ({ id, category, name, scale }: Outcome): PlannedOutcome => ({
  id,
  category,
  name,
  scale: { min: scale.min, max: scale.max },
  higherIsWorse: badWhenHigh.has(category),
});

export const rangeOf = ({ scale }: Pick<Outcome, 'scale'>): number => scale.max - scale.min;

/** Share of days on which people do otherwise; nobody knows before the trial. */
export const assumedSlips = 0.05;
/** Draws of the posterior that the simulation takes turns with. */
const mostDraws = 200;
/** Whoever wrote less before will write more in a trial. */
const leastRecorded = 0.2;

const thinned = <T>(values: readonly T[]): readonly T[] => {
  const every = Math.max(1, Math.ceil(values.length / mostDraws));
  return values.filter((_, k) => k % every === 0);
};

/** Ups and downs, gaps and response of this person. Without dynamics (a diary too short for a model) usual ones. */
export const personOf = (
  outcome: Outcome,
  dynamics: readonly Dynamics[],
  { curve }: Belief,
): PersonBelief => {
  const scores = [...outcome.values].filter((score) => !Number.isNaN(score));
  const usual = usualDayToDay(scores, rangeOf(outcome));
  const first = outcome.values.findIndex((score) => !Number.isNaN(score));
  const span = outcome.values.length - Math.max(0, first);
  const draws = thinned(dynamics)
    .map((draw) => dayToDayOf(draw, outcome.step))
    // The model of counts is on the log scale: only its memory carries over.
    .map((draw) => (outcome.kind === 'count' ? { ...draw, sd: usual.sd } : draw));
  return {
    draws: draws.length > 0 ? draws : [usual],
    recorded: scores.length === 0 ? 1 : Math.max(leastRecorded, scores.length / span),
    slips: assumedSlips,
    curve,
  };
};

/** What a constant daily portion would change at least, where the diary says so; otherwise a tenth of the scale. At most half of it. */
export const effectToFind = ({ totalInterval }: Belief, range: number): number => {
  const [low, high] = totalInterval ?? [0, 0];
  const least = low > 0 ? low : high < 0 ? -high : 0;
  return Number(Math.min(Math.max(0.1 * range, least), 0.5 * range).toPrecision(2));
};

/** Scores in the three weeks before the start that make a baseline. */
const baselineDays = 14;
const baselineWindow = 21;

/** Whether enough scores lie right before the start; `last` is the last day of the diary. */
export const hasBaseline = (outcome: Outcome, last: string, start: string): boolean => {
  const gap = daysBetween(last, start);
  const window = baselineWindow - gap + 1;
  if (!(window > 0)) return false;
  const recent = [...outcome.values].slice(-window);
  return recent.filter((score) => !Number.isNaN(score)).length >= baselineDays;
};
