import { readFileSync } from 'node:fs';
import { readFoodTables } from '@zonula/foods';
import { expect, test } from 'vitest';
import { otherFoods } from './other-foods.ts';

const tables = readFoodTables(readFileSync('packages/foods/assets/foods.json', 'utf8'));

test('foods to choose from hold the words, the plain one first, each once', () => {
  const found = otherFoods(tables, 'latte');
  expect(found[0]!.name).toBe('latte');
  expect(found.length).toBeGreaterThan(3);
  expect(found.length).toBeLessThanOrEqual(8);
  expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
  for (const { name } of found) expect(name).toMatch(/latte/u);
});

test('words that no food has give nothing', () => {
  expect(otherFoods(tables, 'xqzzt')).toEqual([]);
  expect(otherFoods(tables, '')).toEqual([]);
});
