import { createRandom, type Random } from '@zonula/numerics';
import { describe, expect, it } from 'vitest';
import { dishOf, scoreOf } from '../fixtures/diary-parts.ts';
import { testAfterwards } from './afterwards.ts';

const hour = 60;
const days = 120;

interface Truth {
  /** Rise of the pain two hours after the food. */
  readonly acts?: number;
  /** Probability of the food an hour after a bad record, instead of at a meal. */
  readonly comforts?: number;
  /** Pain of the evening over that of noon. */
  readonly evening?: number;
}

/** p of milk, drunk at one of two meals in spells, in a diary of pain at noon, in the afternoon and in the evening. */
const pOf = (random: Random, { acts = 0, comforts = 0, evening = 0 }: Truth): number => {
  const dose = new Float64Array(days);
  const meals: number[] = [];
  const records: number[] = [];
  const values = new Float64Array(days);
  let level = 0;
  let drinks = 0;
  for (let t = 0; t < days; t++) {
    level = 0.7 * level + 0.7 * random.normal();
    drinks = random.uniform() < (drinks ? 0.6 : 0.2) ? 1 : 0;
    const meal = (random.uniform() < 0.5 ? 13.5 : 17.5) * hour + 20 * random.normal();
    if (drinks) meals.push(t, meal, 1);
    let answered = false;
    let sum = 0;
    let moment = 0;
    [12, 16, 20].forEach((at, k) => {
      const minute = Math.round(at * hour + 30 * random.normal());
      moment = 0.5 * moment + 0.8 * random.normal();
      const since = (minute - meal) / hour;
      const felt = drinks && since > 0 ? acts * (since / 2) * Math.exp(1 - since / 2) : 0;
      const pain = Math.round(5 + level + moment + felt + (evening * k) / 2);
      records.push(t, minute, pain);
      sum += pain / 3;
      if (pain > 6 && !answered && random.uniform() < comforts) {
        meals.push(t, minute + hour, 1);
        answered = true;
      }
    });
    values[t] = sum;
    if (answered || drinks) dose[t] = 1;
  }
  const outcome = scoreOf('gut', 'pain', values, Float64Array.from(records));
  return testAfterwards(outcome, dishOf('milk', dose, Float64Array.from(meals)));
};

const shareBelow = (limit: number, people: number, truth: Truth, seed = 1): number => {
  const random = createRandom(seed);
  return (
    Array.from({ length: people }, () => pOf(random, truth)).filter((p) => p < limit).length /
    people
  );
};

describe('what is eaten after a record', () => {
  it('explains nothing of it by chance, whatever the hour', () => {
    for (const truth of [{}, { evening: 3 }]) {
      const share = shareBelow(0.05, 400, truth);
      // Monte Carlo error 0.011.
      expect(share).toBeLessThan(0.085);
      expect(share).toBeGreaterThan(0.015);
    }
  });

  it('explains nothing of it by chance when the food is rare and records are many', () => {
    const random = createRandom(5);
    const rareP = (): number => {
      const dose = new Float64Array(days);
      const meals: number[] = [];
      const records: number[] = [];
      const values = new Float64Array(days);
      let level = 0;
      for (let t = 0; t < days; t++) {
        level = 0.7 * level + 0.7 * random.normal();
        let sum = 0;
        const minutes = Array.from({ length: 8 }, () => Math.floor(1440 * random.uniform()));
        for (const minute of minutes.sort((a, b) => a - b)) {
          const pain = Math.round(5 + level + random.normal());
          records.push(t, minute, pain);
          sum += pain / 8;
        }
        values[t] = sum;
        if (random.uniform() >= 0.1) continue;
        dose[t] = 1;
        meals.push(t, Math.floor(1440 * random.uniform()), 1);
      }
      const outcome = scoreOf('gut', 'pain', values, Float64Array.from(records));
      return testAfterwards(outcome, dishOf('milk', dose, Float64Array.from(meals)));
    };
    const small = Array.from({ length: 400 }, rareP).filter((p) => p < 0.005).length / 400;
    // The rate in use; its Monte Carlo error is 0.0035.
    expect(small).toBeLessThan(0.016);
  });

  it('explains nothing of it when the food acts', () => {
    expect(shareBelow(0.01, 400, { acts: 2.5 })).toBeLessThan(0.035);
  });

  it('shows that the pain leads to the food', () => {
    expect(shareBelow(0.01, 50, { comforts: 0.8 })).toBeGreaterThan(0.9);
  });

  it('says nothing without times, and of too few meals', () => {
    const values = Float64Array.from({ length: days }, (_, t) => t % 5);
    const score = scoreOf('gut', 'pain', values);
    expect(testAfterwards(score, dishOf('milk', values, Float64Array.of(0, 600, 1)))).toBe(1);
    const timed = Array.from(values, (value, t) => [t, 700, value]).flat();
    const clocked = scoreOf('gut', 'pain', values, Float64Array.from(timed));
    expect(testAfterwards(clocked, dishOf('milk', values, Float64Array.of(0, 720, 1)))).toBe(1);
    expect(testAfterwards(clocked, dishOf('milk', values, Float64Array.of()))).toBe(1);
  });
});
