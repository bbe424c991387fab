import { conditions } from '@zonula/axis';
import { describe, expect, test } from 'vitest';
import {
  atRest,
  type Change,
  eventsOf,
  leverRanges,
  levers,
  momentAt,
  perDay,
  play,
  quantities,
} from './play.ts';

const from = (day: number, moved: Partial<Change['levers']>): Change => ({
  day,
  levers: { ...atRest, ...moved },
});
const rest = [from(0, {})];

describe('a life in the making', () => {
  test('is nothing when nothing is moved', () => {
    expect(eventsOf(rest, 28)).toEqual([]);
  });

  test('has meals by day and lost sleep by night, from the change on', () => {
    const events = eventsOf([...rest, from(2.5, { meals: 3, sleepLoss: 4 }), from(4, {})], 28);
    expect(events.map(({ kind, day }) => [kind, Math.round(day * 24)])).toEqual([
      ['meal', 61],
      ['meal', 67],
      ['sleep-loss', 71],
      ['meal', 80],
      ['meal', 85],
      ['meal', 91],
      ['sleep-loss', 95],
    ]);
  });

  test('may have every lever at its end for as long as a play lasts', () => {
    const all = Object.fromEntries(levers.map((lever) => [lever, leverRanges[lever][1]]));
    for (const condition of conditions) {
      const { courses } = play({ condition, gutArrow: 1, changes: [from(0, all)], days: 84 });
      for (const name of quantities)
        for (const value of courses[name]) expect(Number.isFinite(value) && value >= 0).toBe(true);
    }
  });
});

describe('the play', () => {
  const stressed = (gutArrow: 0 | 1) =>
    play({
      condition: 'eczema',
      gutArrow,
      changes: [...rest, from(3, { stress: 1, nsaid: 2, meals: 3 })],
      days: 28,
    });

  test('stands still until something is moved, then the junctions open', () => {
    const { courses } = stressed(1);
    const J = courses.J;
    expect(J[2 * perDay]).toBeCloseTo(J[0]!, 3);
    expect(J[5 * perDay]).toBeGreaterThan(2 * J[0]!);
    expect(courses.villusCoverage[20 * perDay]).toBeLessThan(courses.villusCoverage[0]!);
  });

  test('moves the skin by the gut only where the gut arrow is 1', () => {
    const [without, withArrow] = [stressed(0), stressed(1)];
    expect(without.courses.severity).toEqual(without.severityWithoutArrow);
    expect(withArrow.severityWithoutArrow).toEqual(without.courses.severity);
    const last = 28 * perDay;
    expect(withArrow.courses.severity[last]).toBeGreaterThan(
      without.courses.severity[last]! + 0.01,
    );
  });

  test('is read between its steps', () => {
    const run = stressed(1);
    const [a, b] = [run.courses.J[80]!, run.courses.J[81]!];
    expect(momentAt(run, 80.5 / perDay).J).toBeCloseTo((a + b) / 2, 12);
    expect(momentAt(run, 1e9)).toEqual(momentAt(run, 28));
    expect(momentAt(run, -1)).toEqual(momentAt(run, 0));
  });
});
