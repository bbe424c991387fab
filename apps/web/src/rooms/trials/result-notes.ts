import type { TrialsKey, useTrialsWords } from './words.ts';

interface Note {
  readonly key: TrialsKey;
  /** The engine's sentence; its groups are the values in their order. */
  readonly pattern: RegExp;
  readonly values: readonly string[];
}

/** What the analysis notes beside its figures, by its own sentences. */
const notes: readonly Note[] = [
  { key: 'noted.know', pattern: /^You knew which days were which\./u, values: [] },
  {
    key: 'noted.took',
    pattern: /^(\d+) of (\d+) periods took place\.$/u,
    values: ['took', 'planned'],
  },
  {
    key: 'noted.gaps',
    pattern: /^(\d+) of (\d+) days have no score\./u,
    values: ['unknown', 'analysed'],
  },
  {
    key: 'noted.sides',
    pattern: /^Scores are missing more often on one side \((\d+) % with, (\d+) % without\)/u,
    values: ['with', 'without'],
  },
  { key: 'noted.unkept', pattern: /^It is not known whether the plan was kept\.$/u, values: [] },
  {
    key: 'noted.part',
    pattern:
      /^The plan was kept in part: (-?\d+) % of what was planned on days with, (-?\d+) % on days without\./u,
    values: ['with', 'without'],
  },
  {
    key: 'noted.lingers',
    pattern: /^The effect seems to last longer than the days that were left out\./u,
    values: [],
  },
  { key: 'noted.unsettled', pattern: /^The estimate did not settle\./u, values: [] },
];

/** What StudyU has no place for, by the engine's sentences. */
const losses: readonly Note[] = [
  {
    key: 'lost.washout',
    pattern: /^StudyU has no washout: it will count the first (\d+) days/u,
    values: ['days'],
  },
  {
    key: 'lost.baseline',
    pattern: /^StudyU makes the baseline as long as a period: (\d+) days instead of (\d+)\.$/u,
    values: ['days', 'planned'],
  },
  {
    key: 'lost.elimination',
    pattern: /^StudyU has no elimination before the periods: the (\d+) days/u,
    values: ['days'],
  },
  { key: 'lost.looks', pattern: /^StudyU has no looks before the end\.$/u, values: [] },
];

/** A note of the analysis or of an export in the person's language; the engine's own words where none is known. */
export const noteIn = (text: ReturnType<typeof useTrialsWords>, note: string): string => {
  for (const { key, pattern, values } of [...notes, ...losses]) {
    const found = pattern.exec(note);
    if (found === null) continue;
    return text(key, Object.fromEntries(values.map((value, k) => [value, Number(found[k + 1])])));
  }
  return note;
};
