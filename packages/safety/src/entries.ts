import type { Diary, Observation } from '@zonula/diary';
import type { Hint } from './red-flag.ts';

/** Words in a diary that raise a question, and when they were written. */
export interface Mention {
  readonly label: string;
  readonly first: string;
  readonly last: string;
}

/** A score of zero says that the thing was not there; what is eaten is no symptom. */
const nameOf = ({ category, name, value }: Observation): string =>
  category === 'food' || value === 0 ? '' : name;

/**
 * Looks for hints in what was written on or after `since` (all days when null) and up to `today`. A mention is no more
 * than that: who writes “no swelling of the lips” is asked too.
 */
export const mentionsOf = (
  diary: Pick<Diary, 'observations'>,
  hints: readonly Hint[],
  { since, today }: { readonly since: string | null; readonly today: string },
): readonly Mention[] => {
  const matched = new Map<string, readonly Hint[]>();
  const hintsIn = (text: string): readonly Hint[] => {
    if (text === '') return [];
    const known = matched.get(text);
    if (known) return known;
    // Some devices write ä as a and two dots.
    const written = text.normalize('NFC');
    const found = hints.filter(({ pattern }) => pattern.test(written));
    matched.set(text, found);
    return found;
  };
  const isOld = (date: string): boolean => since !== null && date < since;
  const before = new Set<string>();
  for (const observation of diary.observations) {
    if (!isOld(observation.date) || observation.category === 'note') continue;
    for (const { label, lasting } of hintsIn(nameOf(observation))) if (lasting) before.add(label);
  }
  const mentions = new Map<string, Mention>();
  for (const observation of diary.observations) {
    const { date, note = '' } = observation;
    if (date > today || isOld(date)) continue;
    const named = hintsIn(nameOf(observation)).filter(
      ({ label }) => observation.category === 'note' || !before.has(label),
    );
    for (const { label } of [...named, ...hintsIn(note)]) {
      const earlier = mentions.get(label);
      mentions.set(label, {
        label,
        first: earlier && earlier.first < date ? earlier.first : date,
        last: earlier && earlier.last > date ? earlier.last : date,
      });
    }
  }
  return [...mentions.values()].sort((a, b) => (a.label < b.label ? -1 : 1));
};
