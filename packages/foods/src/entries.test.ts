import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { entriesOf } from './fixtures/entries.ts';
import { createFoods, readFoodTables } from './index.ts';
import { scoreFoods } from './score.ts';

const tables = readFoodTables(
  readFileSync(new URL('../assets/foods.json', import.meta.url), 'utf8'),
);
const foods = createFoods(tables);

it.each([
  ['own', 'entries.csv', 150],
  ["another rater's", 'independent-entries.csv', 250],
] as const)('reads the tuning half of the %s entries as people do', (_whose, file, least) => {
  const score = scoreFoods(foods, entriesOf('tuning', file));
  expect(score.entries).toBeGreaterThan(least);
  expect(score.allergenF1).toBeGreaterThanOrEqual(0.97);
  expect(score.allF1).toBeGreaterThanOrEqual(0.92);
  expect(score.resolved).toBeGreaterThanOrEqual(0.85);
  expect(score.missedSure).toEqual([]);
  expect(score.missedUnnamed).toEqual([]);
  expect(score.answeredWithout).toEqual([]);
});

it.each([
  ['third', 'third-entries.csv', 290],
  ['fourth', 'fourth-entries.csv', 250],
  ['fifth', 'fifth-entries.csv', 290],
  ['sixth', 'sixth-entries.csv', 290],
  ['seventh', 'seventh-entries.csv', 270],
] as const)(
  'still reads the entries of the %s rater, which have been seen',
  (_whose, file, least) => {
    const score = scoreFoods(foods, entriesOf('held-back', file));
    expect(score.entries).toBeGreaterThan(least);
    expect(score.allergenF1).toBeGreaterThanOrEqual(0.97);
    expect(score.allF1).toBeGreaterThanOrEqual(0.92);
    expect(score.resolved).toBeGreaterThanOrEqual(0.85);
    expect(score.missedSure).toEqual([]);
  },
);

it('names as possible what people call held or uncertain in at least a third of the cases', () => {
  const { possible } = scoreFoods(foods, entriesOf('tuning', 'independent-entries.csv'));
  const all = possible.held + possible.uncertain + possible.absent;
  expect(all).toBeGreaterThan(100);
  expect((possible.held + possible.uncertain) / all).toBeGreaterThan(1 / 3);
});

it('a table that knows nothing scores nothing', () => {
  const empty = createFoods({ ...tables, commonNames: [], ingredients: new Map() });
  const score = scoreFoods(empty, entriesOf('tuning'));
  expect(score.allergenF1).toBeLessThan(0.5);
  expect(score.resolved).toBeLessThan(0.8);
});
