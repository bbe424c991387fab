import type { FoodGrain } from '@zonula/cohort';
import type { Task } from '@zonula/server';
import { describe, expect, test } from 'vitest';
import { analyseTask } from './analyse-task.ts';

const taskOf = (more: Partial<Task>, grains: readonly FoodGrain[] = ['dish']): Task => ({
  person: 'p1',
  question: {
    purpose: 'skin',
    version: '0',
    seed: 1,
    outcome: null,
    discovery: false,
    grains: [...grains],
  },
  diary: null,
  trials: [],
  ...more,
});

describe('results of trials', () => {
  const trial = (hash: string, mean: number, half: number, more = {}) => ({
    allowed: true,
    exposure: 'food/milk',
    outcome: 'skin/itch',
    scale: { min: 0, max: 10 },
    higherIsWorse: true,
    from: '2026-01-01',
    to: '2026-02-01',
    hash: hash.repeat(64),
    effect: { mean, interval: [mean - half, mean + half], level: 0.95 },
    ...more,
  });

  test('become lasting effects, shares of the scale, of somebody without a diary too', async () => {
    const result = await analyseTask(taskOf({ trials: [trial('a', 2, 1)] }));
    expect(result).toMatchObject({ days: 0, reasons: ['no-diary'], contrasts: [] });
    const [summary, ...others] = result.summaries;
    expect(others).toEqual([]);
    expect(summary).toMatchObject({
      ...{ person: 'p1', exposure: 'food/milk', outcome: 'skin/itch', measure: 'lasting' },
      delay: null,
    });
    expect(summary!.likelihood!.estimate).toBeCloseTo(0.2, 10);
    expect(summary!.likelihood!.error).toBeCloseTo(0.1 / 1.959964, 6);
  });

  test('of the same thing count together by their precision, on scales of their own', async () => {
    const onHundred = trial('b', 40, 20, { scale: { min: 0, max: 100 } });
    const other = trial('c', 1, 1, { exposure: 'food/bread' });
    const { summaries } = await analyseTask(
      taskOf({ trials: [trial('a', 2, 1), onHundred, other] }),
    );
    expect(summaries.map(({ exposure }) => exposure)).toEqual(['food/milk', 'food/bread']);
    const [precise, vague] = [1 / 0.1 ** 2, 1 / 0.2 ** 2];
    const { estimate, error } = summaries[0]!.likelihood!;
    expect(estimate).toBeCloseTo((precise * 0.2 + vague * 0.4) / (precise + vague), 6);
    expect(error).toBeCloseTo(1 / Math.sqrt(precise + vague) / 1.959964, 6);
  });

  test('that are no results of trials are refused', async () => {
    await expect(analyseTask(taskOf({ trials: [{ allowed: true }] }))).rejects.toThrow('exposure');
  });
});

test('each grain of the foods is looked at on its own, and everything else once', async () => {
  const days = Array.from({ length: 28 }, (_, i) => `2026-02-${String(i + 1).padStart(2, '0')}`);
  const diary = [
    '#scale skin/itch 0 10',
    'date,category,name,value',
    ...days.flatMap((day, i) => [
      `${day},skin,itch,${i % 5}`,
      `${day},habit,running,${i % 3 === 0 ? 1 : 0}`,
      ...(i % 2 === 0 ? [`${day},food,milk,1`] : [`${day},food,apple,1`]),
      ...(i % 4 === 0 ? [`${day},food,cheddar,1`] : []),
      `${day},day,complete,1`,
    ]),
    '',
  ].join('\n');
  const told = async (...grains: FoodGrain[]) => {
    const { contrasts } = await analyseTask(taskOf({ diary }, grains));
    return contrasts.map(({ exposure, moments }) => [exposure, moments.daysWith] as const);
  };
  const dishes = await told('dish');
  expect(dishes).toContainEqual(['food/milk', 14]);
  expect(dishes).toContainEqual(['habit/running', 10]);
  const classes = await told('class');
  // A day with cheddar is a day with dairy, and lies among those with milk.
  expect(classes).toContainEqual(['class/dairy', 14]);
  expect(classes).toContainEqual(['class/cheese', 7]);
  expect(classes.filter(([exposure]) => exposure.startsWith('food/'))).toEqual([]);
  const ingredients = await told('ingredient');
  expect(ingredients.some(([exposure]) => exposure.startsWith('ingredient/'))).toBe(true);
  const all = await told('dish', 'ingredient', 'class');
  expect(all.filter(([exposure]) => exposure === 'habit/running')).toHaveLength(1);
  expect(all).toEqual(expect.arrayContaining([...dishes, ...classes, ...ingredients]));
  expect(new Set(all.map(([exposure]) => exposure)).size).toBe(all.length);
});
