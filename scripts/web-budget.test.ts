import { expect, test } from 'vitest';
import { budgets, keepBudgets } from './web-budget.mjs';

const sizes = new Map([
  ['index-a.js', 180_000],
  ['en-a.js', 5_000],
]);

test('a build within its budgets passes', () => {
  keepBudgets({
    sizes,
    firstLoad: budgets.firstLoad,
    foods: budgets.foods,
    nutrients: budgets.nutrients,
  });
});

test('a build that outgrew one is stopped and names what is largest', () => {
  expect(() => keepBudgets({ sizes, firstLoad: 220_001, foods: 1, nutrients: 1 })).toThrow(
    /the first load is 220\.0 kB packed, over 220\.0 kB:\n {2}180\.0 kB index-a\.js/u,
  );
  expect(() => keepBudgets({ sizes, firstLoad: 1, foods: 400_001, nutrients: 1 })).toThrow(
    /food data/u,
  );
  expect(() => keepBudgets({ sizes, firstLoad: 1, foods: 1, nutrients: 560_001 })).toThrow(
    /nutrients/u,
  );
});
