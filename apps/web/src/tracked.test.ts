import { diaryOf, type Entry, type StoredEntry } from '@zonula/journal';
import { toTimeline } from '@zonula/timeline';
import { describe, expect, test } from 'vitest';
import { places } from './body/places.ts';
import { plusDays } from './days.ts';
import { type Moment, scoreEntry } from './rooms/today/entries.ts';
import { allItemKeys, bleeding, itemKey, itemOf, trackedFor } from './tracked.ts';

const today = '2026-03-31';
const at = (day: string): Moment => ({ day, today: day, time: '20:00', zoneOffset: 0 });
const days = Array.from({ length: 90 }, (_, k) => plusDays(today, k - 89));
const stored = (entries: readonly Entry[]): readonly StoredEntry[] =>
  entries.map((entry, k) => ({ id: `${k}`, clock: `${k}`, entry }));
const redness = itemOf('skin/redness')!;

const diary = diaryOf(
  stored(
    days.flatMap((day, k): readonly Entry[] => [
      scoreEntry(redness, k % 4, at(day)),
      { ...scoreEntry(redness, k % 3, at(day)), site: 'left cheek' },
      ...(k % 28 < 4 ? [scoreEntry(bleeding, 2, at(day))] : []),
      ...(k % 3 === 0
        ? [{ day, category: 'supplement', name: 'zinc', value: 15, unit: 'mg' } as const]
        : []),
      ...(k % 3 === 1 ? [{ day, category: 'supplement', name: 'zinc', value: 0 } as const] : []),
    ]),
  ),
);
const timeline = toTimeline(diary, { today });

describe('the engines read what Today writes', () => {
  test('a place is a score of its own beside the whole', () => {
    const ids = timeline.outcomes.map(({ id }) => id);
    expect(ids).toContain('skin/redness');
    expect(ids).toContain('skin/redness@left cheek');
    expect(timeline.outcomes.find(({ id }) => id === 'skin/redness')!.scale).toMatchObject({
      min: 0,
      max: 3,
      inferred: false,
    });
  });

  test('bleeding tells where a cycle begins', () => {
    expect(timeline.covariates.some(({ group }) => group === 'cycle')).toBe(true);
  });

  test('taken, not taken and silence are three things', () => {
    const zinc = timeline.exposures.find(({ id }) => id === 'supplement/zinc')!;
    expect([...zinc.dose.slice(0, 3)]).toEqual([1, 0, Number.NaN]);
  });
});

test('what is tracked can be found by its key, and a choice moves nothing out of reach', () => {
  const conditions = ['acne', 'eczema', 'rosacea', 'psoriasis'];
  const all = (chosen: readonly string[] | null) =>
    trackedFor(conditions, chosen)
      .flatMap(({ first, further }) => [...first, ...further].map(itemKey))
      .sort();
  for (const key of all(null)) expect(itemKey(itemOf(key)!)).toBe(key);
  expect(all(['skin/distress', 'gut/gas'])).toEqual(all(null));
  const first = trackedFor(['acne'], ['skin/distress', 'gut/gas', 'skin/itch']);
  expect(first.map((group) => group.first.map(itemKey))).toEqual([
    ['skin/distress'],
    ['gut/gas'],
    [],
  ]);
  for (const name of ['dryness', 'flaking', 'redness', 'discolouration', 'distress'])
    expect(allItemKeys()).toContain(`skin/${name}`);
  expect(places.every(({ site }) => site === site.toLowerCase())).toBe(true);
});
