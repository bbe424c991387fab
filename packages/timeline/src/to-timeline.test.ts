import {
  type Category,
  createCollector,
  type Diary,
  identityOf,
  type Observation,
} from '@zonula/diary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf } from './days.ts';
import { noise, sketchDiary } from './diary-sketch.ts';
import { type Timeline, timelineSchema, toTimeline } from './index.ts';

const names: Readonly<Partial<Record<Category, readonly string[]>>> = {
  skin: ['itch', 'Itch', 'pimple count'],
  gut: ['bloating'],
  food: ['milk', 'Milk', 'bread', 'egg'],
  habit: ['run'],
  medication: ['a', 'b'],
  sleep: ['hours'],
  cycle: ['flow'],
  weather: ['temperature'],
  day: ['complete'],
  note: ['text'],
};

const observation: fc.Arbitrary<Observation> = fc
  .constantFrom(...(Object.keys(names) as Category[]))
  .chain((category) =>
    fc
      .record({
        day: fc.integer({ min: 0, max: 59 }),
        name: fc.constantFrom(...names[category]!),
        value: fc.oneof(
          fc.integer({ min: 0, max: 5 }),
          fc.double({ min: -3, max: 9, noNaN: true }),
        ),
        time: fc.option(fc.constantFrom('08:00', '12:30', '19:45'), { nil: undefined }),
        unit: fc.option(fc.constantFrom('g', 'cup'), { nil: undefined }),
        site: fc.option(fc.constantFrom('face', 'back'), { nil: undefined }),
      })
      .map(({ day, name, value, time, unit, site }) => ({
        date: dateOf(19_800 + day),
        category,
        name,
        value: category === 'note' ? null : value,
        ...(time === undefined ? {} : { time }),
        ...(unit === undefined ? {} : { unit }),
        ...(site === undefined || category !== 'skin' ? {} : { site }),
      })),
  );

const observations = fc.array(observation, { maxLength: 150 });
const diaryOf = (rows: readonly Observation[]): Diary => ({
  observations: rows,
  scales: new Map(),
  warnings: [],
});
const foods = (name: string) =>
  name.toLowerCase() === 'egg'
    ? null
    : {
        ingredients: [{ name: 'water', share: 0.5 }],
        classes: name.toLowerCase() === 'milk' ? [{ key: 'dairy', dose: 1 }] : [],
      };
const settings = { seed: 1, numRuns: 150 };

const withoutWeather = (timeline: Timeline) => ({
  ...timeline,
  covariates: timeline.covariates.filter((one) => one.group !== 'weather'),
  warnings: [],
  exposures: timeline.exposures.map(({ id, dose, daysWith, spells }) => ({
    id,
    dose,
    daysWith,
    spells,
  })),
});

describe('toTimeline', () => {
  it('satisfies its schema', () => {
    fc.assert(
      fc.property(observations, (rows) => {
        const result = timelineSchema.safeParse(toTimeline(diaryOf(rows), { foods }));
        expect(result.error).toBeUndefined();
      }),
      settings,
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(
        observations.chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length }),
          ),
        ),
        ([rows, shuffled]) => {
          expect(toTimeline(diaryOf(shuffled), { foods })).toEqual(
            toTimeline(diaryOf(rows), { foods }),
          );
        },
      ),
      settings,
    );
  });

  it('sees no logged day, score or dose in a weather row', () => {
    fc.assert(
      fc.property(observations, fc.integer({ min: -20, max: 80 }), (rows, day) => {
        const weather: Observation = {
          date: dateOf(19_800 + day),
          category: 'weather',
          name: 'uv',
          value: 3,
        };
        expect(withoutWeather(toTimeline(diaryOf([...rows, weather])))).toEqual(
          withoutWeather(toTimeline(diaryOf(rows))),
        );
      }),
      settings,
    );
  });

  it('never turns unknown into zero, by the contract read word for word', () => {
    fc.assert(
      fc.property(observations, (rows) => {
        const timeline = toTimeline(diaryOf(rows));
        for (const exposure of timeline.exposures) {
          timeline.dates.forEach((date, day) => {
            const ofDay = rows.filter((row) => row.date === date);
            const own = ofDay.filter((row) => identityOf(row.category, row.name) === exposure.id);
            const known = ofDay.some(
              (row) =>
                row.category === exposure.category || (row.category === 'day' && row.value! > 0),
            );
            const dose = exposure.dose[day]!;
            if (own.some((row) => row.value! < 0)) expect(dose).toBeNaN();
            else if (own.some((row) => row.value! > 0)) expect(dose).toBeGreaterThan(0);
            else if (known) expect(dose).toBe(0);
            else expect(dose).toBeNaN();
          });
        }
      }),
      settings,
    );
  });

  it('gives doses that are not negative, with a median of 1, and days that add up', () => {
    fc.assert(
      fc.property(observations, (rows) => {
        const timeline = toTimeline(diaryOf(rows), { foods });
        for (const { dose, daysWith, daysWithout, daysUnknown, spells } of timeline.exposures) {
          expect(dose.every((amount) => Number.isNaN(amount) || amount >= 0)).toBe(true);
          const taken = dose.filter((amount) => amount > 0).sort();
          expect(taken.length).toBe(daysWith);
          expect(daysWith + daysWithout + daysUnknown).toBe(timeline.days);
          expect(spells).toBeLessThanOrEqual(daysWith);
          if (daysWith > 0) {
            const half = (daysWith - 1) / 2;
            const middle = (taken[Math.floor(half)]! + taken[Math.ceil(half)]!) / 2;
            expect(middle).toBeCloseTo(1, 9);
          }
        }
      }),
      settings,
    );
  });

  it('permutes the exposures when the foods are permuted', () => {
    const next: Record<string, string> = { milk: 'bread', bread: 'egg', egg: 'milk' };
    fc.assert(
      fc.property(observations, (rows) => {
        const plain = rows.map((row) => ({ ...row, name: row.name.toLowerCase() }));
        const renamed = plain.map((row) =>
          row.category === 'food' ? { ...row, name: next[row.name]! } : row,
        );
        const before = toTimeline(diaryOf(plain));
        const after = new Map(toTimeline(diaryOf(renamed)).exposures.map((one) => [one.id, one]));
        for (const one of before.exposures.filter((exposure) => exposure.category === 'food')) {
          const other = after.get(`food/${next[one.name]}`)!;
          expect(other.dose).toEqual(one.dose);
          expect(other.timed).toEqual(one.timed);
          expect(other.reason?.code).toBe(one.reason?.code);
          expect(other.identical).toHaveLength(one.identical.length);
        }
      }),
      settings,
    );
  });

  it('leaves the diary as it was', () => {
    const diary = sketchDiary({
      days: 40,
      rows: { 'skin/itch': (day) => day % 4, 'food/milk': (day) => (day % 3 === 0 ? 2 : null) },
    });
    const before = structuredClone(diary);
    toTimeline(diary);
    expect(diary).toEqual(before);
  });

  it('passes the warnings of the diary through', () => {
    const collector = createCollector();
    collector.observe({ date: '2024-01-01', category: 'food', name: 'milk', value: 1 });
    collector.warn('unknown-item', 'What is a glorp?');
    collector.warn('unknown-item', 'What is a glorp?');
    expect(toTimeline(collector.diary()).warnings[0]).toEqual({
      code: 'unknown-item',
      text: 'What is a glorp?',
      count: 2,
    });
  });

  it('is fast: a year of 75 foods, and ten years of 500', () => {
    const timeOf = (days: number, count: number, share: number): number => {
      const rows = Object.fromEntries(
        Array.from({ length: count }, (_, k) => [
          `food/dish ${k}`,
          (day: number) => (noise(day, k) < share ? 1 + (day % 2) : null),
        ]),
      );
      const diary = sketchDiary({
        days,
        rows: { 'skin/itch': (day) => Math.floor(noise(day, 999) * 11), ...rows },
      });
      const start = performance.now();
      expect(toTimeline(diary).exposures.filter((one) => one.identifiable).length).toBeGreaterThan(
        0.9 * count,
      );
      return performance.now() - start;
    };
    // Take 0.05 s and 0.4 s on a quiet core; the bounds are for slow and busy machines.
    expect(timeOf(365, 75, 0.15)).toBeLessThan(2000);
    expect(timeOf(3650, 500, 0.05)).toBeLessThan(10_000);
  });
});

it('rows dated after today are left out, and said so', () => {
  const row = (date: string, value: number) =>
    ({ date, category: 'skin', name: 'itch', value }) as const;
  const diary = {
    observations: [row('2024-03-01', 2), row('2024-03-02', 3), row('2031-03-02', 4)],
    scales: new Map(),
    warnings: [],
  };
  expect(toTimeline(diary).days).toBeGreaterThan(2000);
  const timeline = toTimeline(diary, { today: '2024-03-02' });
  expect(timeline.days).toBe(2);
  expect(timeline.warnings).toContainEqual(
    expect.objectContaining({ code: 'future-days', count: 1 }),
  );
});
