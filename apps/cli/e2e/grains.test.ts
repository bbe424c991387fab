import { suspectsSchema } from '@zonula/discovery';
import { afterAll, describe, expect, test } from 'vitest';
import { createFolder, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);

const withDairy = ['latte', 'cheddar', 'ice cream', 'yoghurt', 'glass of milk', 'rice pudding'];
const others = [
  'apple',
  'banana',
  'rice',
  'chicken',
  'lentil soup',
  'boiled potatoes',
  'tuna',
  'carrots',
  'peanuts',
  'orange',
];

/** A small generator of its own (mulberry32), so that the diary never changes. */
const randomFrom = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

/** Itch follows whatever holds dairy, two days later; each such food is rare by itself. */
const dairyDiary = (days: number): string => {
  const random = randomFrom(5);
  const normal = () => Array.from({ length: 12 }, random).reduce((a, b) => a + b) - 6;
  const lines = ['#scale skin/itch 0 10', 'date,category,name,value'];
  const eaten: boolean[] = [];
  let level = 0;
  for (let t = 0; t < days; t++) {
    const date = new Date(Date.UTC(2024, 0, 1 + t)).toISOString().slice(0, 10);
    const dairy = withDairy.filter(() => random() < 0.07);
    eaten.push(dairy.length > 0);
    level = 0.4 * level + (eaten[t - 2] ? 1.6 : 0) + 0.7 * normal();
    lines.push(`${date},skin,itch,${Math.max(0, Math.min(10, Math.round(3 + level)))}`);
    for (const food of [...dairy, ...others.filter(() => random() < 0.25)])
      lines.push(`${date},food,${food},1`);
    lines.push(`${date},day,complete,1`);
  }
  return `${lines.join('\n')}\n`;
};

const diary = folder.file('dairy.csv', dairyDiary(240));
const discover = async (...args: readonly string[]) => {
  const { status, stdout, stderr } = await zonula(['discover', diary, '--json', ...args]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return suspectsSchema.parse(JSON.parse(stdout));
};

describe('grains', () => {
  test('what several foods hold is found as their class, with the rows that hold it', async () => {
    const { exposures, claims } = await discover();
    const dairy = exposures.find(({ id }) => id === 'class/dairy')!;
    expect(dairy).toMatchObject({ grain: 'class' });
    expect([...dairy.rows!].sort()).toEqual(withDairy.map((name) => `food/${name}`).sort());
    expect(dairy.probability).toBeGreaterThan(0.5);
    for (const members of claims)
      expect(
        members.some(
          (id) =>
            id === 'class/dairy' ||
            withDairy.includes(id.slice('food/'.length)) ||
            exposures.find((one) => one.id === id)?.rows?.every((row) => dairy.rows!.includes(row)),
        ),
      ).toBe(true);
    const kinds = new Set(exposures.map(({ grain }) => grain));
    expect([...kinds].sort()).toEqual(['class', 'dish', 'ingredient']);
  });

  test.each([
    ['dish', 'food/'],
    ['ingredient', 'ingredient/'],
    ['class', 'class/'],
  ])('--grain %s', async (grain, start) => {
    const { exposures } = await discover('--grain', grain);
    expect(exposures.length).toBeGreaterThan(5);
    expect(exposures.filter(({ id }) => !id.startsWith(start))).toEqual([]);
  });
});
