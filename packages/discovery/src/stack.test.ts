import { createRandom } from '@zonula/numerics';
import { describe, expect, it } from 'vitest';
import { createHabit } from './habit.ts';
import { intervalProbability, levelIndices, stack } from './stack.ts';

const levels = Array.from({ length: 11 }, (_, k) => k);
const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);

/** Shares found in a diary of these values by a model with the given dynamics. */
const stackOf = (
  values: Float64Array,
  dynamics = { persistence: 0.5, shock: 1, noise: 0.3, drift: 0.001 },
) =>
  stack(
    {
      index: levelIndices(values, levels),
      levels,
      fitted: values,
      offset: new Float64Array(values.length),
      dynamics,
      shockDegrees: 5,
    },
    7,
  );

describe('levels', () => {
  it('are the nearest ones, and unknown stays unknown', () => {
    expect([...levelIndices(Float64Array.of(0.4, 0.6, Number.NaN, 12, -3), levels)]).toEqual([
      0, 1, -1, 10, 0,
    ]);
  });

  it('share out a normal score', () => {
    const at = (level: number) => intervalProbability(9, 2, levels, level);
    expect(sum(levels.map(at))).toBeCloseTo(1, 12);
    expect(at(9)).toBeCloseTo(0.1974126514, 9);
    expect(at(10)).toBeCloseTo(0.4012936743, 9);
  });
});

describe('a habit', () => {
  it('repeats the last level as often as it did before', () => {
    const habit = createHabit(3, 7);
    const index = Int32Array.of(1, 1, 1, 2);
    for (const t of index.keys()) habit.learn(index, t);
    // One day apart: the same twice in three pairs, after one of two to begin with.
    const keep = 3 / 5;
    const usual = sum([0, 1, 2].map((level) => habit.probability(level, 2, 1)));
    expect(usual).toBeCloseTo(1, 12);
    expect(habit.probability(2, 2, 1)).toBeGreaterThan(keep);
    expect(habit.probability(0, 2, 1)).toBeLessThan((1 - keep) / 3);
    expect(habit.probability(1, 2, 1)).toBeLessThan(1 - keep);
  });
});

describe('stacking', () => {
  const random = createRandom(3);

  it('gives proper forecasts and shares', () => {
    const { shares, wandering, habit } = stackOf(
      Float64Array.from({ length: 80 }, () => random.integer(11)),
    );
    expect(sum(shares)).toBeCloseTo(1, 12);
    for (const days of [wandering, habit]) {
      expect(days).toHaveLength(7);
      for (const day of days) expect(sum(day)).toBeCloseTo(1, 9);
    }
  });

  it('trusts the model in a diary of its own', () => {
    let x = 0;
    const values = Float64Array.from({ length: 300 }, () => {
      x = 0.8 * x + random.normal();
      return Math.min(10, Math.max(0, Math.round(5 + x + 0.5 * random.normal())));
    });
    const { shares } = stackOf(values, { persistence: 0.8, shock: 0.8, noise: 0.4, drift: 0.001 });
    expect(shares[0]).toBeGreaterThan(0.5);
  });

  it('trusts the wandering level where nothing comes back', () => {
    let m = 5;
    const values = Float64Array.from({ length: 300 }, () => {
      m += 0.7 * random.normal();
      if (m < 1 || m > 9) m = m < 1 ? 2 - m : 18 - m;
      return Math.round(m);
    });
    const { shares, wandering } = stackOf(values, {
      persistence: 0.3,
      shock: 2,
      noise: 0.3,
      drift: 0.001,
    });
    expect(shares[1]).toBeGreaterThan(0.5);
    expect(wandering[0]![values.at(-1)!]).toBeGreaterThan(0.25);
  });

  it('does not pretend to know from three weeks how fast a level wanders', () => {
    const wide = Array.from({ length: 104 }, (_, k) => k);
    const people = 120;
    let inside = 0;
    let logScore = 0;
    for (let person = 0; person < people; person++) {
      let m = 52;
      const walk = 1 + 2 * random.uniform();
      const values = Float64Array.from({ length: 28 }, () => {
        m += walk * random.normal();
        return Math.round(m + 3 * random.normal());
      });
      const past = values.slice(0, 21);
      const { wandering } = stack(
        {
          index: levelIndices(past, wide),
          levels: wide,
          fitted: past,
          offset: new Float64Array(21),
          dynamics: { persistence: 0.9, shock: 2, noise: 0.4, drift: 0.01 },
          shockDegrees: 5,
        },
        7,
      );
      const last = wandering[6]!;
      const below = sum(last.subarray(0, values[27]!)) + last[values[27]!]! / 2;
      if (below > 0.1 && below < 0.9) inside++;
      logScore += Math.log(last[values[27]!]!) / people;
    }
    // The 80 % interval; the Monte Carlo error is 0.04. The likeliest walk alone scores -3.71.
    expect(inside / people).toBeGreaterThan(0.72);
    expect(inside / people).toBeLessThan(0.88);
    expect(logScore).toBeGreaterThan(-3.45);
  });

  it('trusts the habit where the same levels come again without rhyme', () => {
    let held = 3;
    const values = Float64Array.from({ length: 300 }, () => {
      if (random.uniform() < 0.15) held = random.uniform() < 0.5 ? 1 : 8;
      return held;
    });
    const { shares, habit } = stackOf(values, {
      persistence: 0.8,
      shock: 1.5,
      noise: 0.3,
      drift: 0.001,
    });
    expect(shares[2]).toBeGreaterThan(0.6);
    expect(habit[0]![held]).toBeGreaterThan(0.7);
    expect(habit[0]![5]).toBeLessThan(0.05);
  });
});
