import { itemKey, type TrackedGroup, type TrackedItem } from '../tracked.ts';

/** They are of the person and not of a place. */
const ofNoPlace: ReadonlySet<string> = new Set(['skin/distress']);

/** Four strengths on a scale from 0 to 10: as many as a tap on a place can choose. */
const strengths = [
  { value: 0, label: 'level.none' },
  { value: 3, label: 'level.little' },
  { value: 6, label: 'level.some' },
  { value: 9, label: 'level.much' },
] as const;

/** What can be marked place by place, in at most four steps; a score from 0 to 10 keeps its scale. */
export const byPlace = ({ first, further }: TrackedGroup): readonly TrackedItem[] =>
  [...first, ...further]
    .filter((item) => item.category === 'skin' && !ofNoPlace.has(itemKey(item)))
    .map((item) => (item.scale?.max === 10 ? { ...item, steps: strengths } : item));
