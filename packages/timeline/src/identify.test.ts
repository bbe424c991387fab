import { describe, expect, it } from 'vitest';
import { noise, sketchDiary } from './diary-sketch.ts';
import { type Exposure, toTimeline, withOutcome } from './index.ts';

type Rows = Parameters<typeof sketchDiary>[0]['rows'];

const itch = (day: number): number => Math.floor(noise(day, 99) * 5);
/** Keeps every day's food log known. */
const base: Rows = { 'day/complete': () => 1, 'skin/itch': itch };
const on = (test: (day: number) => boolean) => (day: number) => (test(day) ? 1 : null);
const sometimes = (stream: number, share = 0.3) => on((day) => noise(day, stream) < share);

const judge = (rows: Rows, days = 84): ReadonlyMap<string, Exposure> =>
  new Map(
    toTimeline(sketchDiary({ days, rows })).exposures.map((exposure) => [exposure.id, exposure]),
  );

const reasonOf = (rows: Rows, id: string, days?: number) => judge(rows, days).get(id)!.reason;

describe('an exposure can be judged', () => {
  it('with five days with, five without and three spells', () => {
    const milk = judge({
      ...base,
      'food/milk': on((day) => [3, 4, 20, 21, 50].includes(day)),
    }).get('food/milk')!;
    expect(milk).toMatchObject({
      identifiable: true,
      candidate: true,
      reason: null,
      daysWith: 5,
      daysWithout: 79,
      daysUnknown: 0,
      spells: 3,
    });
  });

  it('also when it is taken every week, on no particular day', () => {
    const milk = judge({ ...base, 'food/milk': sometimes(1) }).get('food/milk')!;
    expect(milk.identifiable).toBe(true);
  });
});

describe('reasons', () => {
  it('too-few-days-with', () => {
    expect(
      reasonOf({ ...base, 'food/milk': on((day) => day % 20 === 0 && day < 80) }, 'food/milk'),
    ).toEqual({
      code: 'too-few-days-with',
      text: 'You had milk on 4 days. At least 5 are needed.',
    });
    expect(reasonOf({ ...base, 'habit/run': on((day) => day === 9) }, 'habit/run')?.text).toBe(
      'You noted run on 1 day. At least 5 are needed.',
    );
  });

  it('too-few-days-without', () => {
    const reason = reasonOf({ ...base, 'food/milk': on((day) => day % 30 !== 7) }, 'food/milk');
    expect(reason?.code).toBe('too-few-days-without');
    expect(reason?.text).toMatch(/^You almost never go without milk: 3 days without it\./u);
  });

  it('never-without, when the amount varies', () => {
    const reason = reasonOf({ ...base, 'food/milk': (day) => 1 + (day % 3) }, 'food/milk');
    expect(reason?.code).toBe('never-without');
    expect(reason?.text).toContain('You never go without milk');
  });

  it('constant-dose, when it does not', () => {
    const reason = reasonOf({ ...base, 'food/milk': () => 2 }, 'food/milk');
    expect(reason?.code).toBe('constant-dose');
    expect(reason?.text).toContain('the same amount of milk');
  });

  it('never-with, for an arm of zeros', () => {
    expect(reasonOf({ ...base, 'medication/a': () => 0 }, 'medication/a')?.code).toBe('never-with');
  });

  it('too-few-spells', () => {
    const reason = reasonOf(
      { ...base, 'food/milk': on((day) => (day > 20 && day < 30) || (day > 60 && day < 70)) },
      'food/milk',
    );
    expect(reason?.code).toBe('too-few-spells');
    expect(reason?.text).toContain('in 2 stretches');
  });

  it('mostly-unknown', () => {
    const rows: Rows = { 'skin/itch': itch, 'food/milk': on((day) => day < 8) };
    expect(reasonOf(rows, 'food/milk')).toEqual({
      code: 'mostly-unknown',
      text: 'Your diary says whether you had milk on only 8 of 84 days. The other days are unknown.',
    });
  });

  it('outcome-missing, when no score follows within a week', () => {
    const rows: Rows = {
      'day/complete': () => 1,
      'skin/itch': (day) => (day < 40 ? itch(day) : null),
      'food/milk': on((day) => day > 50 && day % 3 === 0),
    };
    const reason = reasonOf(rows, 'food/milk');
    expect(reason?.code).toBe('outcome-missing');
    expect(reason?.text).toContain('0 with it');
  });

  it('outcome-missing, when the first score comes more than a week later', () => {
    const rows = (lastDay: number): Rows => ({
      'day/complete': () => 1,
      'skin/itch': (day) => (day >= 40 ? itch(day) : null),
      'food/milk': on((day) => day < lastDay && day % 2 === 0),
    });
    // Days 33 and later are followed by a score within seven days.
    expect(reasonOf(rows(41), 'food/milk')?.code).toBe('outcome-missing');
    expect(reasonOf(rows(43), 'food/milk')).toBeNull();
  });

  it('confounded-with-covariates, for a Saturday dish in a long diary', () => {
    const saturdays: Rows = { ...base, 'food/pancakes': on((day) => day % 7 === 5) };
    expect(reasonOf(saturdays, 'food/pancakes', 200)?.code).toBe('confounded-with-covariates');
    const thirdDays: Rows = { ...base, 'food/pancakes': on((day) => day % 3 === 0) };
    expect(reasonOf(thirdDays, 'food/pancakes', 200)).toBeNull();
  });

  it('identical-to, for both of two foods that always come together', () => {
    const judged = judge({ ...base, 'food/milk': sometimes(1), 'food/cereal': sometimes(1) });
    for (const [id, twin] of [
      ['food/milk', 'food/cereal'],
      ['food/cereal', 'food/milk'],
    ] as const) {
      const one = judged.get(id)!;
      expect(one.reason?.code).toBe('identical-to');
      expect(one).toMatchObject({ identifiable: false, candidate: true, identical: [twin] });
      expect(one.collinear).toEqual([{ id: twin, correlation: 1 }]);
    }
    expect(judged.get('food/milk')!.reason!.text).toContain('the same days as cereal');
  });

  it('nearly identical days bar nobody but are told', () => {
    const judged = judge({
      ...base,
      'food/milk': sometimes(1),
      'food/cereal': (day) => (day === 40 || noise(day, 1) < 0.3 ? 1 : null),
    });
    const milk = judged.get('food/milk')!;
    expect(milk.identifiable).toBe(true);
    expect(milk.identical).toEqual([]);
    expect(milk.collinear[0]!.id).toBe('food/cereal');
    expect(milk.collinear[0]!.correlation).toBeGreaterThan(0.9);
    expect(milk.collinear[0]!.correlation).toBeLessThan(1);
  });

  it('foods that exclude each other are told with a negative correlation', () => {
    const judged = judge({
      ...base,
      'food/milk': on((day) => noise(day, 1) < 0.5),
      'food/oat drink': on((day) => noise(day, 1) >= 0.5),
    });
    expect(judged.get('food/milk')!.collinear).toEqual([{ id: 'food/oat drink', correlation: -1 }]);
    expect(judged.get('food/milk')!.identifiable).toBe(true);
  });

  it('confounded-with-break, for a food that came with a medicine', () => {
    const reason = reasonOf(
      {
        ...base,
        'medication/isotretinoin': on((day) => day >= 42),
        'food/oat drink': on((day) => day >= 42 && day % 19 !== 0),
      },
      'food/oat drink',
    );
    expect(reason?.code).toBe('confounded-with-break');
    expect(reason?.text).toContain('isotretinoin, from 2024-02-12');
  });

  it('confounded-with-break, for a medicine with a few missed days after its start', () => {
    const reason = reasonOf(
      { ...base, 'medication/a': on((day) => day >= 42 && day % 19 !== 0) },
      'medication/a',
    );
    expect(reason?.code).toBe('confounded-with-break');
    expect(reason?.text).toContain('long stretches');
  });

  it('confounded-with-covariates, for a weekend dish', () => {
    const reason = reasonOf(
      { ...base, 'food/pancakes': on((day) => day % 7 >= 5) },
      'food/pancakes',
    );
    expect(reason?.code).toBe('confounded-with-covariates');
    expect(reason?.text).toContain('Weekend');
  });

  it('judge the same exposures anew against another outcome', () => {
    const timeline = toTimeline(
      sketchDiary({
        days: 84,
        rows: {
          ...base,
          'gut/pain': (day) => (day < 14 ? itch(day) : null),
          'food/milk': sometimes(1, 0.2),
        },
      }),
    );
    expect(timeline.exposures[0]!.identifiable).toBe(true);
    const gut = withOutcome(timeline, 'gut/pain');
    expect(gut.outcome).toBe('gut/pain');
    expect(gut.exposures[0]!.reason?.code).toBe('outcome-missing');
    expect(withOutcome(gut, 'skin/itch')).toEqual(timeline);
  });
});
