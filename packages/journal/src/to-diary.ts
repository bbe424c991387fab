import { createCollector, type Diary, identityOf, type Observation } from '@zonula/diary';
import type { Entry, StoredEntry } from './entry.ts';

type Ends = NonNullable<Entry['scale']>;

/** The scale of each thing as it was last declared; entries come in the order of days. */
const scalesOf = (entries: readonly StoredEntry[]): Map<string, Ends> => {
  const scales = new Map<string, Ends>();
  for (const { entry } of entries) {
    if (entry.scale !== undefined) scales.set(identityOf(entry.category, entry.name), entry.scale);
  }
  return scales;
};

const moved = (value: number, from: Ends, to: Ends): number =>
  to.min + ((value - from.min) / (from.max - from.min)) * (to.max - to.min);

/** A meal of several foods is one row a food, each under the person's words for it. */
const namesOf = ({ category, name, food = [] }: Entry): readonly string[] =>
  category === 'food' && food.length > 1
    ? food.map(({ words, food: found }) => words || found)
    : [name];

/**
 * The tidy diary of entries in the order of days: what discovery, trials and the command read. "Not recorded" gives no row.
 * Photos, "remembered later" and how foods were understood have no place in it. Scores on an older scale of the same thing
 * are moved to its latest one, and a warning says so.
 */
export const diaryOf = (entries: readonly StoredEntry[]): Diary => {
  const collector = createCollector();
  const scales = scalesOf(entries);
  for (const [identity, ends] of scales) collector.scale(identity, { ...ends, inferred: false });
  for (const { entry } of entries) {
    const { day, time, category, value, unit, site, note, scale } = entry;
    if (value === null && category !== 'note') continue;
    const latest = scales.get(identityOf(category, entry.name));
    const other =
      value !== null &&
      scale !== undefined &&
      latest !== undefined &&
      (scale.min !== latest.min || scale.max !== latest.max);
    if (other)
      collector.warn(
        'rescaled',
        `Scores of ${category}/${entry.name} were on another scale before. They were moved to the scale of ${latest.min} to ${latest.max}.`,
      );
    for (const name of namesOf(entry)) {
      const observation: Observation = {
        date: day,
        category,
        name,
        value: other ? moved(value, scale, latest) : value,
        ...(time === undefined ? {} : { time }),
        ...(unit === undefined ? {} : { unit }),
        ...(site === undefined ? {} : { site }),
        ...(note === undefined ? {} : { note }),
      };
      collector.observe(observation);
    }
  }
  return collector.diary();
};
