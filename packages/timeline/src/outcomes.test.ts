import { describe, expect, it } from 'vitest';
import { noise, sketchDiary } from './diary-sketch.ts';
import { type TimelineOptions, toTimeline } from './index.ts';

const outcomesOf = (
  rows: Parameters<typeof sketchDiary>[0]['rows'],
  options: TimelineOptions = {},
  scales: Record<string, readonly [number, number]> = {},
) => toTimeline(sketchDiary({ days: 10, rows, scales }), options);

describe('outcomes', () => {
  it('take the mean of several rows of a day and keep their times', () => {
    const { outcomes, warnings } = outcomesOf({
      'skin/itch': (day) =>
        day === 0
          ? [
              { value: 6, time: '20:00' },
              { value: 2, time: '08:00' },
            ]
          : 3,
    });
    expect(outcomes[0]!.values[0]).toBe(4);
    expect(outcomes[0]!.minutes![0]).toBe(14 * 60);
    expect(outcomes[0]!.minutes![1]).toBeNaN();
    expect([...outcomes[0]!.timed!]).toEqual([0, 480, 2, 0, 1200, 6]);
    expect(outcomes[0]!.step).toBe(1);
    expect(warnings.find((one) => one.code === 'several-scores-a-day')?.count).toBe(1);
  });

  it('narrow the step where most days are means of several rows', () => {
    const { outcomes } = outcomesOf({
      'skin/itch': (day) => [{ value: day % 4 }, { value: (day + 1) % 4 }],
    });
    expect(outcomes[0]!.step).toBe(0.5);
  });

  it('leave a day without a row unknown', () => {
    const { outcomes } = outcomesOf({
      'skin/itch': (day) => (day === 4 ? null : 0),
      'mood/joy': () => 2,
    });
    const itch = outcomes.find((one) => one.id === 'skin/itch')!;
    expect(itch.values[4]).toBeNaN();
    expect(itch.days).toBe(9);
  });

  it('keep body sites apart and take the one with the most days', () => {
    const timeline = outcomesOf({
      'skin/itch': (day) =>
        day < 5
          ? [
              { value: 1, site: 'Face' },
              { value: 2, site: 'back' },
            ]
          : { value: 2, site: 'back' },
    });
    expect(timeline.outcomes.map((one) => one.id)).toEqual(['skin/itch@back', 'skin/itch@face']);
    expect(timeline.outcome).toBe('skin/itch@back');
  });

  it('sum the sites on request, only on days that have them all', () => {
    const timeline = outcomesOf(
      {
        'skin/itch': (day) =>
          day < 5
            ? [
                { value: 1, site: 'face' },
                { value: 2, site: 'back' },
              ]
            : { value: 2, site: 'back' },
      },
      { sumSites: true },
      { 'skin/itch': [0, 4] },
    );
    expect(timeline.outcomes.map((one) => one.id)).toEqual(['skin/itch@all']);
    const [sum] = timeline.outcomes;
    expect([...sum!.values]).toEqual([3, 3, 3, 3, 3, NaN, NaN, NaN, NaN, NaN]);
    expect(sum!.scale).toEqual({ min: 0, max: 8, inferred: false });
    expect(timeline.warnings.find((one) => one.code === 'sites-incomplete')?.count).toBe(5);
  });

  it('find the outcome asked for, in any case and without its site', () => {
    const rows = {
      'skin/itch': () => [{ value: 1, site: 'face' }],
      'gut/Bloating': (day: number) => day % 3,
    };
    expect(outcomesOf(rows, { outcome: 'gut/BLOATING' }).outcome).toBe('gut/bloating');
    expect(outcomesOf(rows, { outcome: 'skin/itch' }).outcome).toBe('skin/itch@face');
    expect(outcomesOf(rows, { outcome: 'skin/redness' }).outcome).toBeNull();
  });

  it('by default are the skin score with the most days, never another category', () => {
    expect(
      outcomesOf({
        'skin/itch': (day) => (day < 4 ? 1 : null),
        'skin/redness': (day) => (day < 6 ? 1 : null),
        'gut/pain': () => 1,
      }).outcome,
    ).toBe('skin/redness');
    expect(outcomesOf({ 'gut/pain': () => 1 }).outcome).toBeNull();
  });

  it('go by name when two have as many days', () => {
    expect(outcomesOf({ 'skin/redness': () => 1, 'skin/itch': () => 1 }).outcome).toBe('skin/itch');
  });

  it.each([
    ['skin/pimple count', (day: number) => day, false, 'count'],
    ['skin/number of lesions', (day: number) => day % 2, true, 'count'],
    ['skin/pimples', (day: number) => day, false, 'count'],
    ['skin/pimples', (day: number) => day % 4, false, 'score'],
    ['skin/pimples', (day: number) => day, true, 'score'],
    ['skin/pimple count', (day: number) => day / 2, false, 'score'],
    ['skin/discount', (day: number) => day, false, 'score'],
    ['skin/itch', (day: number) => day, false, 'score'],
  ] as const)('tell counts from scores: %s', (name, value, declared, kind) => {
    const { outcomes } = outcomesOf({ [name]: value }, {}, declared ? { [name]: [0, 10] } : {});
    expect(outcomes[0]!.kind).toBe(kind);
  });

  it('round the mean of two counts to a whole number', () => {
    const { outcomes } = outcomesOf({ 'skin/pimple count': () => [{ value: 2 }, { value: 5 }] });
    expect(outcomes[0]!.values[0]).toBe(4);
    expect(outcomes[0]!.step).toBe(1);
  });

  it.each([
    [3, 3],
    [4, 4],
    [5, 10],
    [11, 100],
    [140, 140],
  ])('infer the scale of values up to %d as 0 to %d, and say so', (largest, max) => {
    const { outcomes, warnings } = outcomesOf({ 'skin/itch': (day) => (day === 0 ? largest : 1) });
    expect(outcomes[0]!.scale).toEqual({ min: 0, max, inferred: true });
    expect(warnings.map((one) => one.code)).toContain('scale-inferred');
  });

  it('use a declared scale, and widen it when values lie outside', () => {
    const declared = { 'skin/itch': [0, 10] } as const;
    const inside = outcomesOf({ 'skin/itch': (day) => day % 3 }, {}, declared);
    expect(inside.outcomes[0]!.scale).toEqual({ min: 0, max: 10, inferred: false });
    expect(inside.warnings).toEqual([]);
    const outside = outcomesOf({ 'skin/itch': (day) => day * 2 }, {}, declared);
    expect(outside.outcomes[0]!.scale).toEqual({ min: 0, max: 18, inferred: true });
    expect(outside.warnings.map((one) => one.code)).toEqual(['outside-scale']);
  });

  it('see the step of a slider', () => {
    const { outcomes } = outcomesOf({ 'skin/itch': (day) => Math.round(noise(day, 1) * 100) / 10 });
    expect(outcomes[0]!.step).toBe(0.1);
  });
});
