import { describe, expect, it } from 'vitest';
import { noise, sketchDiary } from './diary-sketch.ts';
import { type Covariate, toTimeline } from './index.ts';

type Rows = Parameters<typeof sketchDiary>[0]['rows'];

const base: Rows = { 'skin/itch': (day) => Math.floor(noise(day, 99) * 5) };
const on = (test: (day: number) => boolean) => (day: number) => (test(day) ? 1 : null);

const timelineOf = (rows: Rows, days: number) =>
  toTimeline(sketchDiary({ days, rows: { ...base, ...rows } }));
const group = (columns: readonly Covariate[], name: Covariate['group']) =>
  columns.filter((column) => column.group === name);
const idsOf = (columns: readonly Covariate[]) => columns.map((column) => column.id);
const codesOf = (timeline: ReturnType<typeof timelineOf>) =>
  timeline.warnings.map((warning) => warning.code);

describe('covariates', () => {
  it('are complete and centred, each with a label and a unit', () => {
    const { covariates } = timelineOf(
      {
        'sleep/hours': (day) => (day % 5 === 0 ? null : 6 + 2 * noise(day, 1)),
        'stress/level': (day) => Math.floor(noise(day, 2) * 10),
        'cycle/flow': on((day) => day % 29 < 4),
        'medication/a': on((day) => day > 100),
        'food/milk': (day) => (day % 3 === 0 ? 1 : null),
        'weather/temperature': (day) => 10 + 10 * Math.sin(day / 20) + noise(day, 3),
      },
      330,
    );
    expect(new Set(covariates.map((column) => column.group))).toEqual(
      new Set(['sleep', 'stress', 'cycle', 'break', 'weekday', 'logging', 'season', 'weather']),
    );
    for (const { values, label, unit } of covariates) {
      expect(values.length).toBe(330);
      expect(values.every(Number.isFinite)).toBe(true);
      expect(Math.abs(values.reduce((a, b) => a + b, 0))).toBeLessThan(1e-9);
      expect(label).not.toBe('');
      expect(unit).not.toBe('');
    }
  });

  it('measure sleep in hours whatever the unit', () => {
    const hours = (day: number) => 6 + Math.round(20 * noise(day, 1)) / 10;
    const [inHours, inMinutes] = [
      timelineOf({ 'sleep/hours': hours }, 60),
      timelineOf({ 'sleep/hours': (day) => ({ value: hours(day) * 60, unit: 'min' }) }, 60),
    ].map((timeline) => group(timeline.covariates, 'sleep')[0]!);
    expect(inHours!.unit).toBe('1 h more');
    expect(inMinutes!.unit).toBe('1 h more');
    inHours!.values.forEach((value, day) => {
      expect(inMinutes!.values[day]).toBeCloseTo(value, 9);
    });
  });

  it('fill gaps with the mean of the weeks around and say so', () => {
    const timeline = timelineOf(
      { 'stress/level': (day) => (day === 50 ? null : day < 60 ? 2 + (day % 2) : 8) },
      120,
    );
    const [stress] = group(timeline.covariates, 'stress');
    expect(stress!.filledDays).toBe(1);
    // Days 36-64 without day 50: 23 days of 2 or 3 (mean about 2.5), 5 days of 8.
    const expected = (24 / 2 - 1) * 2 + 12 * 3 + 5 * 8;
    expect(stress!.values[50]! - stress!.values[0]!).toBeCloseTo(expected / 28 - 2, 9);
    expect(codesOf(timeline)).toContain('covariate-filled');
  });

  it('leave out what is known on too few days, never changes, or repeats another', () => {
    const timeline = timelineOf(
      {
        'sleep/hours': (day) => (day % 10 === 0 ? 5 + noise(day, 1) : null),
        'stress/level': () => 3,
        'weather/temperature max': (day) => 20 * noise(day, 3),
        'weather/temperature min': (day) => 20 * noise(day, 3) - 5,
      },
      100,
    );
    expect(idsOf(timeline.covariates)).toEqual(['weekday/weekend', 'weather/temperature max']);
    expect(codesOf(timeline)).toEqual(
      expect.arrayContaining(['covariate-sparse', 'covariate-constant', 'covariate-duplicate']),
    );
  });

  it('take at most one for every ten logged days, the wave of a cycle all or none', () => {
    const timeline = timelineOf(
      {
        'sleep/hours': (day) => 6 + noise(day, 1),
        'stress/level': (day) => Math.floor(noise(day, 2) * 10),
        'cycle/period': on((day) => day % 14 === 0 && day % 28 === 0),
        'weather/humidity': (day) => noise(day, 3),
        'weather/uv': (day) => 9 * noise(day, 4),
      },
      59,
    );
    expect(idsOf(timeline.covariates)).toEqual([
      'sleep/hours',
      'stress/level',
      'weekday/weekend',
      'weather/humidity',
      'weather/uv',
    ]);
    expect(codesOf(timeline)).toContain('covariates-trimmed');
  });

  it('tell weekends from weekdays in a short diary and all days in a long one', () => {
    const short = group(timelineOf({}, 60).covariates, 'weekday');
    expect(idsOf(short)).toEqual(['weekday/weekend']);
    // The sketch begins on a Monday.
    const [mon, , , , fri, sat, sun] = short[0]!.values;
    expect(sat! - mon!).toBeCloseTo(1, 12);
    expect(sun).toBe(sat);
    expect(fri).toBe(mon);
    const long = group(timelineOf({}, 200).covariates, 'weekday');
    expect(idsOf(long)).toHaveLength(6);
    expect(long[0]!.values[0]! - long[0]!.values[1]!).toBeCloseTo(1, 12);
  });

  it('know the season only when the diary covers most of a year', () => {
    expect(group(timelineOf({}, 299).covariates, 'season')).toEqual([]);
    expect(idsOf(group(timelineOf({}, 300).covariates, 'season'))).toEqual([
      'season/sin1',
      'season/cos1',
    ]);
  });

  it('mark days without a food log, when there are some of both', () => {
    const patchy = timelineOf({ 'food/milk': (day) => (day % 4 === 0 ? null : day % 2) }, 80);
    const [column] = group(patchy.covariates, 'logging');
    expect(column!.id).toBe('logging/food');
    expect(column!.values[0]).toBeGreaterThan(column!.values[1]!);
    const full = timelineOf({ 'food/milk': (day) => day % 2 }, 80);
    expect(group(full.covariates, 'logging')).toEqual([]);
  });
});

describe('break points', () => {
  const breaksOf = (rows: Rows, days = 120) => group(timelineOf(rows, days).covariates, 'break');

  it('step up where a regular use of two weeks or more starts, and down where it stops', () => {
    const [column] = breaksOf({ 'medication/a': on((day) => day >= 40 && day < 80) });
    expect(column).toMatchObject({
      id: 'break/medication/a',
      label: 'a, from 2024-02-10 to 2024-03-20',
    });
    const steps = column!.values.map((value, day) => value - (column!.values[day - 1] ?? value));
    const jumps = [...steps.entries()].filter(([, step]) => Math.abs(step) > 0.5);
    expect(jumps.map(([day]) => day)).toEqual([40, 80]);
  });

  it('hold for skincare, and for weekdays-only use', () => {
    expect(idsOf(breaksOf({ 'skincare/retinoid': on((day) => day >= 40 && day % 7 < 5) }))).toEqual(
      ['break/skincare/retinoid'],
    );
  });

  it.each<[string, (day: number) => boolean]>([
    ['used throughout', () => true],
    ['used for ten days', (day) => day >= 40 && day < 50],
    ['used now and then', (day) => noise(day, 5) < 0.2],
    ['used in three stretches', (day) => day % 40 < 20],
  ])('are not made for a medicine %s', (_, used) => {
    expect(breaksOf({ 'medication/a': on(used) })).toEqual([]);
  });

  it('leave a medicine that varies from day to day an exposure as well', () => {
    const timeline = timelineOf(
      { 'medication/a': on((day) => day >= 60 && noise(day, 6) < 0.65), 'day/complete': () => 1 },
      120,
    );
    expect(idsOf(group(timeline.covariates, 'break'))).toEqual(['break/medication/a']);
    expect(timeline.exposures[0]).toMatchObject({ id: 'medication/a', identifiable: true });
  });

  it('are not made for food, supplements and habits', () => {
    expect(
      breaksOf({ 'food/milk': on((day) => day > 60), 'supplement/zinc': on((day) => day > 60) }),
    ).toEqual([]);
  });
});
