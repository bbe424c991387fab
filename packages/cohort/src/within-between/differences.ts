import type { PersonMoments } from './moments.ts';
import { signedRank } from './signed-rank.ts';

/** Days with against days without: each person against themselves, and everybody's days thrown together. */
export interface Differences {
  /** People with enough days of both kinds. */
  readonly people: number;
  readonly daysWith: number;
  readonly daysWithout: number;
  /** Mean over people of their own difference, in points. */
  readonly withinPerson: number;
  /** Standard error of that mean; NaN for one person alone. */
  readonly standardError: number;
  /**
   * All days with minus all days without, whoever they belong to. Wrong as a statement on what the exposure does: who writes down many
   * days with it weighs most on one side. It is the field's published figure, and stands here to be seen beside the other.
   */
  readonly pooled: number;
  /** Wilcoxon's signed-rank test of the people's own differences. */
  readonly p: number;
}

export interface DifferenceOptions {
  /** Fewest days with and fewest without for a person to count; default 3. */
  readonly fewestDays?: number;
}

/** A person's days with minus their days without, in points; null without days of both kinds. */
export const ownDifference = ({
  days,
  daysWith,
  meanOutcome,
  outcomeWith,
}: PersonMoments): number | null =>
  daysWith === 0 || daysWith === days
    ? null
    : outcomeWith / daysWith - (days * meanOutcome - outcomeWith) / (days - daysWith);

/** Null when nobody has enough days of both kinds. */
export function differencesOf(
  people: readonly PersonMoments[],
  { fewestDays = 3 }: DifferenceOptions = {},
): Differences | null {
  const enough = people.filter(
    ({ days, daysWith }) => daysWith >= fewestDays && days - daysWith >= fewestDays,
  );
  if (enough.length === 0) return null;
  const own = Float64Array.from(enough, (one) => rounded(ownDifference(one)!));
  const sum = (of: (one: PersonMoments) => number): number =>
    enough.reduce((total, one) => total + of(one), 0);
  const daysWith = sum((one) => one.daysWith);
  const daysWithout = sum((one) => one.days - one.daysWith);
  const outcomeWith = sum((one) => one.outcomeWith);
  const outcomeWithout = sum((one) => one.days * one.meanOutcome - one.outcomeWith);
  const withinPerson = own.reduce((a, b) => a + b, 0) / own.length;
  const variance = own.reduce((a, b) => a + (b - withinPerson) ** 2, 0) / (own.length - 1);
  return {
    people: enough.length,
    daysWith,
    daysWithout,
    withinPerson,
    standardError: Math.sqrt(variance / own.length),
    pooled: outcomeWith / daysWith - outcomeWithout / daysWithout,
    p: signedRank(own).p,
  };
}

/** Running means leave dust of 1e-16, which would turn equal differences and zeros into ranks of their own. */
const rounded = (value: number): number => Math.round(value * 1e12) / 1e12;
