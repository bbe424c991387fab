import type { Category } from '@zonula/diary';
import { describe, expect, it } from 'vitest';
import { ageBands, eatingDisorders } from './answers.ts';
import { diaryOf } from './fixtures/people.ts';
import { mayShow, shownDiary } from './hidden.ts';
import { hiddenFor } from './hidden-for.ts';

describe('what is hidden', () => {
  it('is food, energy and weight, under 18 or with an eating disorder now or before', () => {
    for (const ageBand of [null, ...ageBands])
      for (const eatingDisorder of [null, ...eatingDisorders]) {
        const hides =
          ageBand === 'under-18' || eatingDisorder === 'past' || eatingDisorder === 'present';
        const { foods, energy, weight, because } = hiddenFor({ ageBand, eatingDisorder });
        expect([foods, energy, weight, because.length > 0]).toEqual([hides, hides, hides, hides]);
      }
    expect(hiddenFor({ ageBand: 'under-18', eatingDisorder: 'past' }).because).toEqual([
      'under-18',
      'eating-disorder',
    ]);
  });

  it.each([
    ['food/pizza', false],
    ['ingredient/milk', false],
    ['class/dairy', false],
    ['supplement/whey', false],
    ['habit/energy', false],
    ['habit/protein', false],
    ['habit/ate dairy', false],
    ['habit/pizza', false],
    ['habit/whole30', false],
    ['habit/low FODMAP diet', false],
    ['habit/sugar-free', false],
    ['habit/home cooked', false],
    ['habit/hydration', false],
    ['habit/skipped meal', false],
    ['habit/alcohol', false],
    ['habit/something of my own', false],
    ['symptom/weight', false],
    ['symptom/weight gain', false],
    ['symptom/Body_Mass', false],
    ['symptom/hunger', false],
    ['mood/guilt after eating', false],
    ['stress/diet stress', false],
    ['sleep/late dinner', false],
    ['note/x', false],
    ['nonsense', false],
    ['skin/itch', true],
    ['gut/bloating', true],
    ['symptom/headache', true],
    ['symptom/sweating', true],
    ['mood/mood', true],
    ['sleep/hours', true],
    ['stress/level', true],
    ['skincare/coconut oil', true],
    ['medication/ibuprofen', true],
    ['habit/yoga', true],
    ['habit/swimming pool', true],
    ['cycle/period', true],
    ['weather/heatwave', true],
    ['day/complete', true],
  ])('%s: %s', (identity, shown) => {
    expect(mayShow({ foods: true }, identity)).toBe(shown);
    expect(mayShow({ foods: false }, identity)).toBe(true);
  });

  it('is gone from the diary, with notes, scales and messages that could name it', () => {
    const rows: [string, Category, string, number, string?][] = [
      ['2026-03-01', 'skin', 'itch', 3, 'after pizza'],
      ['2026-03-01', 'food', 'pizza', 1],
      ['2026-03-01', 'habit', 'energy', 1900],
      ['2026-03-01', 'sleep', 'hours', 7],
    ];
    const diary = {
      ...diaryOf(rows, [
        ['skin/itch', { min: 0, max: 10, inferred: false }],
        ['symptom/weight', { min: 0, max: 100, inferred: false }],
      ]),
      warnings: [
        { code: 'bom', text: 'The file begins with a byte order mark. It was left out.', count: 1 },
        { code: 'unknown-type', text: 'Category "pizza" is not in our table.', count: 1 },
      ],
    };
    const shown = shownDiary({ foods: true }, diary);
    expect(shown.observations).toEqual([
      { date: '2026-03-01', category: 'skin', name: 'itch', value: 3 },
      { date: '2026-03-01', category: 'sleep', name: 'hours', value: 7 },
    ]);
    expect([...shown.scales.keys()]).toEqual(['skin/itch']);
    expect(JSON.stringify(shown)).not.toMatch(/pizza|energy|weight/u);
    expect(shown.warnings).toHaveLength(1);
    expect(shownDiary({ foods: false }, diary)).toBe(diary);
  });
});
