import { type Diary, identityOf, type Observation, type Scale } from '@zonula/diary';
import type { StoredEntry } from '@zonula/journal';

/**
 * The journal as a diary. What was asked and passed over (value null) is unknown, as if it had never been written, so only notes keep a null.
 * Of several scales of one score the widest holds.
 */
export const toDiary = (entries: readonly StoredEntry[]): Diary => {
  const scales = new Map<string, Scale>();
  const observations = entries.flatMap(({ entry }): Observation[] => {
    const { day, time, category, name, value, unit, site, note, scale } = entry;
    if (scale !== undefined) {
      const identity = identityOf(category, name);
      const known = scales.get(identity);
      scales.set(identity, {
        min: Math.min(known?.min ?? scale.min, scale.min),
        max: Math.max(known?.max ?? scale.max, scale.max),
        inferred: false,
      });
    }
    if (value === null && category !== 'note') return [];
    return [
      {
        date: day,
        category,
        name,
        value,
        ...(time === undefined ? {} : { time }),
        ...(unit === undefined ? {} : { unit }),
        ...(site === undefined ? {} : { site }),
        ...(note === undefined ? {} : { note }),
      },
    ];
  });
  return { observations, scales, warnings: [] };
};

/** Earlier than any diary and later than any. */
export const firstDay = '1900-01-01';
export const lastDay = '9999-12-31';
