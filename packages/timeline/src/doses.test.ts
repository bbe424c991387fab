import { describe, expect, it } from 'vitest';
import { sketchDiary } from './diary-sketch.ts';
import { type Exposure, toTimeline } from './index.ts';

type Rows = Parameters<typeof sketchDiary>[0]['rows'];
const at =
  (...days: readonly number[]) =>
  (day: number) =>
    days.includes(day) ? 1 : null;

const exposureOf = (days: number, rows: Rows, id: string): Exposure => {
  const timeline = toTimeline(sketchDiary({ days, rows }));
  return timeline.exposures.find((one) => one.id === id)!;
};

describe('logged days', () => {
  it('run from the first to the last day with any row other than weather', () => {
    const timeline = toTimeline(
      sketchDiary({
        days: 9,
        rows: {
          'weather/temperature': (day) => day,
          'note/text': (day) => (day === 2 ? { value: null } : null),
          'sleep/hours': (day) => (day === 6 ? 7 : null),
        },
      }),
    );
    expect([timeline.from, timeline.to]).toEqual(['2024-01-03', '2024-01-07']);
    expect([...timeline.logged]).toEqual([1, 0, 0, 0, 1]);
    expect(timeline.loggedDays).toBe(2);
  });

  it('do not stretch over centuries because of one mistyped year', () => {
    const diary = sketchDiary({ days: 40, rows: { 'skin/itch': (day) => day % 3 } });
    const timeline = toTimeline({
      ...diary,
      observations: [
        { date: '0024-01-05', category: 'food', name: 'milk', value: 1 },
        ...diary.observations,
      ],
    });
    expect(timeline.days).toBe(40);
    expect(timeline.warnings.find((one) => one.code === 'far-dates')?.count).toBe(1);
  });
});

describe('meaning of absence', () => {
  it('a food without a row was not eaten on a day with some food row or a complete day', () => {
    const milk = exposureOf(
      6,
      {
        'food/milk': at(0, 5),
        'food/bread': at(1),
        'day/complete': at(2),
        'sleep/hours': at(3),
        'supplement/zinc': at(4),
      },
      'food/milk',
    );
    expect([...milk.dose]).toEqual([1, 0, 0, NaN, NaN, 1]);
    expect([milk.daysWith, milk.daysWithout, milk.daysUnknown]).toEqual([2, 2, 2]);
  });

  it.each(['habit', 'supplement', 'skincare', 'medication'] as const)(
    'a %s without a row was not taken on a day with a row of its own category',
    (category) => {
      const one = exposureOf(
        5,
        {
          [`${category}/a`]: at(0, 4),
          [`${category}/b`]: at(1),
          'food/bread': at(2),
          'day/complete': at(3),
        },
        `${category}/a`,
      );
      expect([...one.dose]).toEqual([1, 0, NaN, 0, 1]);
      expect(one.grain).toBe('entry');
    },
  );

  it('an explicit 0 is known not taken, and a row of its category', () => {
    const rows: Rows = {
      'medication/a': (day) => (day === 1 ? 0 : 1),
      'medication/b': (day) => (day === 0 ? 1 : null),
    };
    expect([...exposureOf(3, rows, 'medication/a').dose]).toEqual([1, 0, 1]);
    expect([...exposureOf(3, rows, 'medication/b').dose]).toEqual([1, 0, 0]);
  });

  it('`day,complete,0` does not make a day complete', () => {
    const milk = exposureOf(
      3,
      { 'food/milk': at(0, 2), 'day/complete': (day) => (day === 1 ? 0 : null) },
      'food/milk',
    );
    expect([...milk.dose]).toEqual([1, NaN, 1]);
  });

  it('a lone weather row leaves everything unknown', () => {
    const milk = exposureOf(
      3,
      { 'food/milk': at(0, 2), 'weather/temperature': () => 9 },
      'food/milk',
    );
    expect([...milk.dose]).toEqual([1, NaN, 1]);
  });

  it('an impossible amount makes its day unknown', () => {
    const timeline = toTimeline(
      sketchDiary({ days: 3, rows: { 'food/milk': (day) => (day === 1 ? -2 : 1) } }),
    );
    expect([...timeline.exposures[0]!.dose]).toEqual([1, NaN, 1]);
    expect(timeline.warnings.map((one) => one.code)).toContain('impossible-amount');
  });
});

describe('dose', () => {
  it('is 1 for the median day, rows of a day added up', () => {
    const milk = exposureOf(
      3,
      { 'food/milk': (day) => (day === 2 ? [{ value: 100 }, { value: 200 }] : 200) },
      'food/milk',
    );
    expect([...milk.dose]).toEqual([1, 1, 1.5]);
    expect(milk.portion).toBe(200);
  });

  it('compares each amount with the usual one in its own unit', () => {
    const drug = exposureOf(
      4,
      {
        'medication/a': (day) =>
          day < 2 ? { value: 200, unit: 'mg' } : { value: day - 1, unit: 'tablet' },
      },
      'medication/a',
    );
    expect(drug.unit).toBeNull();
    expect(drug.portion).toBe(1);
    const [a, b, c, d] = drug.dose;
    expect(a).toBe(b);
    expect(d! / c!).toBeCloseTo(2, 12);
  });

  it('keeps the hours of timed rows', () => {
    const milk = exposureOf(
      2,
      {
        'food/milk': (day) =>
          day === 0
            ? [
                { value: 2, time: '19:30' },
                { value: 2, time: '07:05' },
              ]
            : { value: 4 },
      },
      'food/milk',
    );
    expect([...milk.timed!]).toEqual([0, 425, 0.5, 0, 1170, 0.5]);
  });

  it('goes by the commonest spelling, whatever the case', () => {
    const one = exposureOf(
      3,
      { 'food/Ice  Cream': at(0), 'food/ice cream': at(1), 'food/ICE CREAM ': at(1, 2) },
      'food/ice cream',
    );
    expect(one.name).toBe('ICE CREAM');
    expect(one.daysWith).toBe(3);
  });

  it('does not split a cream by the site it was used on', () => {
    const cream = exposureOf(
      2,
      { 'skincare/cream': (day) => ({ site: day === 0 ? 'face' : 'back' }) },
      'skincare/cream',
    );
    expect(cream.daysWith).toBe(2);
  });

  it('leaves out the grains nobody asked for', () => {
    const diary = sketchDiary({ days: 3, rows: { 'food/milk': at(0), 'habit/run': at(1) } });
    expect(toTimeline(diary, { grains: ['dish'] }).exposures.map((one) => one.id)).toEqual([
      'food/milk',
    ]);
    expect(toTimeline(diary, { grains: ['entry'] }).exposures.map((one) => one.id)).toEqual([
      'habit/run',
    ]);
  });
});
