import { createRandom } from '@zonula/numerics';
import { describe, expect, it } from 'vitest';
import { quantile } from './adequacy.ts';
import type { EatenFood } from './foods-eaten.ts';
import { drawIntake } from './intake.ts';

const dates = Array.from({ length: 28 }, (_, k) => `2026-03-${String(k + 1).padStart(2, '0')}`);
const food = (
  name: string,
  calcium: number | null,
  servings: ReadonlyMap<string, number>,
): EatenFood => ({
  name,
  understood: true,
  servings,
  items: [
    {
      identified: 1,
      nutrients: calcium === null ? null : new Map([['calcium_mg', calcium]]),
    } as EatenFood['items'][number],
  ],
});
const streams = (seed: number) => ({
  random: createRandom(seed).fork(1),
  portions: createRandom(seed).fork(2),
  count: 200,
});
const daily = new Map(dates.map((date) => [date, 1] as const));

describe('usual intake', () => {
  it('has intervals that hold the truth as often as they say', () => {
    const people = 200;
    let held = 0;
    for (let person = 0; person < people; person++) {
      const random = createRandom(1000 + person);
      const always = Math.exp(0.1 * random.normal());
      let usual = 0;
      const foods = Array.from({ length: 20 }, (_, k) => {
        const table = 20 + 150 * random.uniform();
        const frequency = 0.1 + 0.8 * random.uniform();
        const truth = table * Math.exp(0.3 * random.normal()) * Math.exp(0.18 * random.normal());
        usual += truth * frequency * always;
        return food(
          `food ${k}`,
          table,
          new Map(dates.filter(() => random.uniform() < frequency).map((date) => [date, 1])),
        );
      });
      const { draws } = drawIntake({ foods, wholeDays: dates }, 'calcium_mg', streams(person))!;
      if (quantile(draws, 0.1) <= usual && usual <= quantile(draws, 0.9)) held++;
    }
    // 80 % of 200 within three standard errors.
    expect(held / people).toBeGreaterThan(0.715);
    expect(held / people).toBeLessThan(0.885);
  });

  it('is wider with fewer days and with unknown foods', () => {
    const varied = (days: readonly string[]) =>
      Array.from({ length: 8 }, (_, k) =>
        food(
          `food ${k}`,
          100 * (k + 1),
          new Map(days.filter((_, d) => d % (k + 1) === 0).map((date) => [date, 1])),
        ),
      );
    const spread = (foods: readonly EatenFood[], wholeDays: readonly string[]) => {
      const { draws } = drawIntake({ foods, wholeDays }, 'calcium_mg', {
        ...streams(1),
        count: 1000,
      })!;
      return Math.log(quantile(draws, 0.9) / quantile(draws, 0.1));
    };
    const many = spread(varied(dates), dates);
    expect(spread(varied(dates.slice(0, 7)), dates.slice(0, 7))).toBeGreaterThan(many);
    expect(
      spread(
        [...varied(dates), food('strange', null, daily), food('stranger', null, daily)],
        dates,
      ),
    ).toBeGreaterThan(many);
  });

  it('takes an unknown food for one of the others, never for nothing', () => {
    const known = Array.from({ length: 6 }, (_, k) => food(`food ${k}`, 100, daily));
    const median = (foods: readonly EatenFood[]) =>
      quantile(
        drawIntake({ foods, wholeDays: dates }, 'calcium_mg', { ...streams(1), count: 1000 })!
          .draws,
        0.5,
      );
    expect(median(known)).toBeGreaterThan(550);
    expect(median(known)).toBeLessThan(680);
    const with1 = median([...known, food('strange', null, daily)]);
    expect(with1 / median(known)).toBeGreaterThan(1.1);
    expect(with1 / median(known)).toBeLessThan(1.25);
  });

  it('is not drawn from too few known foods, or from no day', () => {
    const few = Array.from({ length: 4 }, (_, k) => food(`food ${k}`, 100, daily));
    expect(drawIntake({ foods: few, wholeDays: dates }, 'calcium_mg', streams(1))).toBeNull();
    expect(
      drawIntake({ foods: [...few, ...few], wholeDays: [] }, 'calcium_mg', streams(1)),
    ).toBeNull();
  });
});
