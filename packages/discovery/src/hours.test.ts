import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dishOf, scoreOf } from '../fixtures/diary-parts.ts';
import { simulateTimedDiary, withoutTimes } from '../fixtures/timed-diary.ts';
import { discover } from './discover.ts';
import { type Clock, clockOf, clockPushes, withHours } from './hours.ts';
import { dailyKernels } from './kernels.ts';
import { groupTwins } from './problem.ts';

const hour = 60;
const kernels = withHours(dailyKernels);
const [soon, later, longAgo] = kernels.filter(({ route, hours }) => route === 'direct' && hours);
const days = 12;

const push = (
  kernel: (typeof kernels)[number],
  rows: readonly (readonly [number, number, number])[],
  clock: Clock,
  untimed: readonly (readonly [number, number])[] = [],
): Float64Array => {
  const dose = new Float64Array(days);
  for (const [day, , portions] of rows) dose[day] += portions;
  for (const [day, portions] of untimed) dose[day] += portions;
  const timed = Float64Array.from(rows.flat());
  const [twins] = groupTwins([dishOf('milk', dose, timed)]);
  const out = new Float64Array(days);
  clockPushes(twins, clock)(kernel, out);
  return out;
};

/** A clock with the given records, by day. */
const clockWith = (minutesOf: (day: number) => readonly number[]): Clock => {
  const records = Array.from({ length: days }, (_, t) => minutesOf(t));
  const lastRecord = records.map((minutes) => Math.max(...minutes));
  return {
    records,
    lastRecord,
    byRecord: [...records.keys()].sort((a, b) => lastRecord[b] - lastRecord[a]),
    usual: [8 * hour, 12 * hour, 13 * hour, 19 * hour],
  };
};

const recordedAt = (...minutes: readonly number[]): Clock => clockWith(() => minutes);

/** Difference from a day on which nothing acts. */
const above = (column: Float64Array, day: number, base = 9): number => column[day] - column[base];

describe('a window of hours before the record', () => {
  const clock = recordedAt(14 * hour);

  it('holds what was eaten in it', () => {
    const lunch = [[4, 12 * hour, 1]] as const;
    expect(above(push(soon, lunch, clock), 4)).toBeCloseTo(1, 12);
    expect(above(push(later, lunch, clock), 4)).toBeCloseTo(0, 12);
    expect(above(push(longAgo, lunch, clock), 4)).toBeCloseTo(0, 12);
    expect(above(push(later, [[4, 7 * hour, 3]], clock), 4)).toBeCloseTo(2, 12);
  });

  it('reaches back over midnight', () => {
    const supper = [[4, 20 * hour, 1]] as const;
    expect(above(push(longAgo, supper, clock), 5)).toBeCloseTo(1, 12);
    for (const window of [soon, later, longAgo])
      expect(above(push(window, supper, clock), 4)).toBeCloseTo(0, 12);
  });

  it('ends before the record and begins with its earliest minute', () => {
    expect(above(push(soon, [[4, 14 * hour, 1]], clock), 4)).toBeCloseTo(0, 12);
    expect(above(push(soon, [[4, 14 * hour - 1, 1]], clock), 4)).toBeCloseTo(1, 12);
    expect(above(push(soon, [[4, 10 * hour, 1]], clock), 4)).toBeCloseTo(1, 12);
    expect(above(push(later, [[4, 10 * hour, 1]], clock), 4)).toBeCloseTo(0, 12);
    expect(above(push(later, [[4, 10 * hour - 1, 1]], clock), 4)).toBeCloseTo(1, 12);
  });

  it('is the mean over the records of a day, whose mean is its score', () => {
    const twice = recordedAt(11 * hour, 14 * hour);
    expect(above(push(soon, [[4, 12 * hour, 1]], twice), 4)).toBeCloseTo(0.5, 12);
  });

  it('expects a dose without a time where this person usually eats', () => {
    expect(above(push(soon, [], clock, [[4, 1]]), 4)).toBeCloseTo(Math.log2(1.5), 12);
    expect(above(push(later, [], clock, [[4, 1]]), 4)).toBeCloseTo(Math.log2(1.25), 12);
    expect(above(push(longAgo, [], clock, [[4, 1]]), 5)).toBeCloseTo(Math.log2(1.25), 12);
  });
});

it('what is eaten after the record does not act on it, whenever that is', () => {
  const record = 15 * hour;
  const clock = recordedAt(record);
  const after = fc.integer({ min: record, max: 1439 });
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), after, after, (day, one, other) => {
      for (const kernel of kernels.filter(({ start }) => start === 0)) {
        const column = push(kernel, [[day, one, 1]], clock);
        expect(column[day]).toBe(push(kernel, [[day, other, 1]], clock)[day]);
        expect(column[day]).toBeLessThan(push(kernel, [[day, record - 1, 1]], clock)[day] + 1e-12);
        if (kernel.hours) expect(above(column, day, 1)).toBeCloseTo(0, 12);
      }
    }),
    { seed: 1, numRuns: 50 },
  );
});

it('takes off what is usually eaten in the same hours, so that odd hours do not look like abstinence', () => {
  const lunch = Array.from({ length: days }, (_, t) => [t, 13 * hour, 1] as const);
  const clock = clockWith((t) => [t % 3 === 0 ? 10 * hour : 15 * hour]);
  for (const kernel of kernels.filter(({ hours }) => hours))
    for (const value of push(kernel, lunch, clock)) expect(value).toBeCloseTo(0, 12);
});

describe('the clock', () => {
  const { exposures, outcomes } = simulateTimedDiary(1);
  const [bloating] = outcomes;

  it('is read where meals and symptoms are timed', () => {
    expect(clockOf(exposures, bloating)?.records).toHaveLength(bloating.values.length);
  });

  it('gives a day without a record the usual minute', () => {
    const timed = Float64Array.from([0, 600, 1, 1, 660, 1, 2, 720, 1]);
    const values = Float64Array.from([1, 1, 1, Number.NaN]);
    const clock = clockOf(exposures, scoreOf('gut', 'gas', values, timed));
    expect(clock?.records).toEqual([[600], [660], [720], [660]]);
  });

  it('is not read for skin, without times, or with too few of them', () => {
    expect(clockOf(exposures, { ...bloating, category: 'skin' })).toBeNull();
    expect(clockOf(exposures, { ...bloating, timed: null })).toBeNull();
    const few = bloating.timed!.slice(0, 3 * Math.floor(0.7 * bloating.days));
    expect(clockOf(exposures, { ...bloating, timed: few })).toBeNull();
    const [milk, ...rest] = exposures;
    const untimed = [milk, ...rest.map((food) => ({ ...food, timed: null }))];
    expect(clockOf(untimed, bloating)).toBeNull();
  });

  it('replaces the kernels of the day itself and keeps the later days', () => {
    const later = dailyKernels.filter(({ start }) => start > 0);
    expect(kernels).toEqual(expect.arrayContaining(later));
    for (const { start, weights, hours } of kernels)
      if (start === 0 && weights.length <= 2) expect(hours).toBeDefined();
  });
});

describe('bloating two hours after milk, tea an hour after bloating', () => {
  const options = { version: 'test', seed: 1 };
  const diaries = [1, 2, 3].map((seed) => simulateTimedDiary(seed));
  const claimed = diaries.map((diary) => discover(diary, options));

  it('accuses the milk, after hours', () => {
    for (const { claims, exposures } of claimed) {
      expect(claims).toContainEqual(['food/milk']);
      const { delayDays } = exposures.find(({ id }) => id === 'food/milk')!;
      expect(delayDays!.mean).toBeLessThan(5 / 24);
      expect(delayDays!.interval[0]).toBeLessThanOrEqual(2 / 24);
      expect(delayDays!.interval[1]).toBeGreaterThanOrEqual(2 / 24);
    }
  });

  it('does not accuse the tea that follows', () => {
    for (const { claims } of claimed) expect(claims).toEqual([['food/milk']]);
  });

  it('accuses nothing where the symptoms, with their times, are of another time', () => {
    for (const [i, diary] of diaries.entries()) {
      const { outcomes } = simulateTimedDiary(1501 + i);
      expect(discover({ ...diary, outcomes }, options).claims).toEqual([]);
    }
  });

  it('would hold the tea more probable without the times', () => {
    const teaIn = ({ exposures }: (typeof claimed)[number]): number =>
      exposures.find(({ id }) => id === 'food/tea')!.probability!;
    for (const [i, diary] of diaries.entries()) {
      const blind = discover(withoutTimes(diary), options);
      expect(teaIn(blind)).toBeGreaterThan(0.9);
      expect(teaIn(claimed[i])).toBeLessThan(0.3);
    }
  });
});
