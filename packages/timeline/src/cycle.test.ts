import { describe, expect, it } from 'vitest';
import { cyclePhase, periodStarts, typicalLength } from './cycle.ts';
import { sketchDiary } from './diary-sketch.ts';
import { toTimeline } from './index.ts';
import { collectItems } from './items.ts';

type Rows = Parameters<typeof sketchDiary>[0]['rows'];

const startsOf = (days: number, rows: Rows) =>
  periodStarts(
    collectItems(sketchDiary({ days, rows: { 'skin/itch': () => 1, ...rows } })).byCategory.get(
      'cycle',
    )!,
  );

describe('the day of the cycle', () => {
  it('begins with the first day of bleeding', () => {
    const flow: Rows = { 'cycle/flow': (day) => (day % 30 >= 3 && day % 30 < 8 ? 2 : 0) };
    expect(startsOf(90, flow)).toEqual([3, 33, 63]);
  });

  it('is not restarted by a pause of a few days or by spotting', () => {
    const starts = startsOf(60, {
      'cycle/period': (day) => ([0, 1, 4, 28, 29].includes(day) ? 1 : null),
      'cycle/spotting': (day) => (day === 15 ? 1 : null),
    });
    expect(starts).toEqual([0, 28]);
  });

  it('is not restarted within one long bleeding with pauses', () => {
    expect(
      startsOf(60, { 'cycle/flow': (day) => ((day < 25 && day % 3 === 0) || day === 45 ? 1 : 0) }),
    ).toEqual([0, 45]);
  });

  it('is taken from recorded cycle days, also before the diary begins', () => {
    expect(startsOf(40, { 'cycle/cycle day': (day) => ((day + 9) % 28) + 1 })).toEqual([-9, 19]);
  });

  it('uses the typical length of this person', () => {
    expect(typicalLength([0, 31, 62, 91])).toBe(31);
    expect(typicalLength([0, 31, 31 + 90, 31 + 90 + 33])).toBe(32);
    expect(typicalLength([5])).toBe(28);
  });

  it('runs from 0 to 1 within each cycle, before the first and after the last start', () => {
    const phase = cyclePhase([10, 40], 60);
    expect(phase[10]).toBe(0);
    expect(phase[25]).toBe(0.5);
    expect(phase[40]).toBe(0);
    expect(phase[55]).toBe(0.5);
    expect(phase[4]).toBeCloseTo(0.8, 12);
  });

  it('divides a gap of two cycles and is unknown far from any start', () => {
    const skipped = cyclePhase([0, 28, 56, 112], 240);
    expect(skipped[84]).toBeCloseTo(0, 12);
    expect(skipped[112 + 55]).not.toBeNaN();
    expect(skipped[112 + 57]).toBeNaN();
    expect(cyclePhase([], 3).every(Number.isNaN)).toBe(true);
  });

  it('gives two Fourier pairs, or a warning when the starts are too few', () => {
    const flow = (every: number): Rows => ({
      'skin/itch': (day) => day % 5,
      'cycle/flow': (day) => (day % every < 4 ? 1 : null),
    });
    const two = toTimeline(sketchDiary({ days: 120, rows: flow(28) }));
    const columns = two.covariates.filter((one) => one.group === 'cycle');
    expect(columns.map((one) => one.id)).toEqual([
      'cycle/sin1',
      'cycle/cos1',
      'cycle/sin2',
      'cycle/cos2',
    ]);
    expect(columns[1]!.values[28]! - columns[1]!.values[42]!).toBeCloseTo(2, 9);
    const one = toTimeline(sketchDiary({ days: 120, rows: flow(500) }));
    expect(one.covariates.some((column) => column.group === 'cycle')).toBe(false);
    expect(one.warnings.map((warning) => warning.code)).toContain('cycle-not-used');
  });
});
