import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { entriesOf } from './fixtures/entries.ts';
import { createFoods, readFoodTables } from './index.ts';
import { scoreFoods } from './score.ts';

const tables = readFoodTables(
  readFileSync(new URL('../assets/foods.json', import.meta.url), 'utf8'),
);

it('reads the tuning half of the labelled entries as people do', () => {
  const score = scoreFoods(createFoods(tables), entriesOf('tuning'));
  expect(score.entries).toBeGreaterThan(150);
  expect(score.allergenF1).toBeGreaterThanOrEqual(0.97);
  expect(score.allF1).toBeGreaterThanOrEqual(0.92);
  expect(score.resolved).toBeGreaterThanOrEqual(0.85);
  expect(score.missedSure).toEqual([]);
  expect(score.answeredWithout).toEqual([]);
});

it('a table that knows nothing scores nothing', () => {
  const empty = createFoods({ ...tables, commonNames: [], ingredients: new Map() });
  const score = scoreFoods(empty, entriesOf('tuning'));
  expect(score.allergenF1).toBeLessThan(0.5);
  expect(score.resolved).toBeLessThan(0.8);
});
