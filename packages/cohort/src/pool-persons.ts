import { analyseCohort, type CohortAnalysis, type CohortOptions } from './analyse-cohort.ts';
import type { PersonResult } from './analyse-person.ts';
import { type Differences, differencesOf } from './within-between/differences.ts';
import type { PersonMoments } from './within-between/moments.ts';
import { type WithinBetween, withinBetween } from './within-between/within-between.ts';

/** Days with and without one exposure, over people. */
export interface Contrast {
  readonly exposure: string;
  readonly outcome: string;
  /** Null when nobody has enough days of both kinds. */
  readonly differences: Differences | null;
  readonly withinBetween: WithinBetween | null;
}

/** What a release is made from. */
export interface PooledCohort extends Omit<CohortAnalysis, 'persons'> {
  readonly people: number;
  /** People whose diary discovery could judge. */
  readonly judged: number;
  readonly contrasts: readonly Contrast[];
}

export type PooledPersons = PooledCohort & Pick<CohortAnalysis, 'persons'>;

/** Pools what was kept of each person. Throws RangeError when one person stands in it twice. */
export function poolPersons(
  results: readonly PersonResult[],
  options: CohortOptions = {},
): PooledPersons {
  const ids = new Set(results.map(({ person }) => person));
  if (ids.size !== results.length) throw new RangeError('a person stands in the results twice');
  const ordered = [...results].sort((a, b) => (a.person < b.person ? -1 : 1));
  return {
    ...analyseCohort(
      ordered.flatMap(({ summaries }) => summaries),
      options,
    ),
    people: results.length,
    judged: results.filter(({ summaries }) => summaries.length > 0).length,
    contrasts: contrastsOf(ordered, options),
  };
}

/** What the days of all people say of one exposure; `level` of the intervals. The model is fitted to `fewest` people or more. */
export const contrastOf = (
  exposure: string,
  outcome: string,
  people: readonly PersonMoments[],
  { level = 0.9, fewest = 1 }: Pick<CohortOptions, 'level' | 'fewest'> = {},
): Contrast => ({
  exposure,
  outcome,
  differences: differencesOf(people),
  withinBetween: people.length < fewest ? null : withinBetween(people, { level }),
});

interface Group {
  readonly exposure: string;
  readonly outcome: string;
  readonly people: PersonMoments[];
}

function contrastsOf(results: readonly PersonResult[], options: CohortOptions): Contrast[] {
  const groups = new Map<string, Group>();
  for (const { outcome, contrasts } of results)
    for (const { exposure, moments } of contrasts) {
      const key = JSON.stringify([outcome, exposure]);
      const group = groups.get(key) ?? { exposure, outcome: outcome ?? '', people: [] };
      group.people.push(moments);
      groups.set(key, group);
    }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { exposure, outcome, people }]) => contrastOf(exposure, outcome, people, options));
}
