import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFoods, readFoodTables } from '../index.ts';
import { toldPlainly } from './telling.ts';

const foods = createFoods(
  readFoodTables(readFileSync(new URL('../../assets/foods.json', import.meta.url), 'utf8')),
);
const read = (text: string) => {
  const { items, unknown } = foods.read(text);
  return { unknown, told: items.map(({ food, grams }) => `${food}, ${Math.round(grams)} g`) };
};

describe('what is told around a meal', () => {
  it.each([
    ['um so i had like a bowl of soup', 'a bowl of soup'],
    ['had a sausage roll', 'a sausage roll'],
    ['well done steak', 'well done steak'],
    ['made with love', 'made with love'],
    ['big mac meal', 'big mac and fries'],
    ['whopper meal with large coke', 'whopper and fries and large coke'],
    ['pasta 100g dry', '230g pasta'],
    ['40 g oats', '40 g oats'],
    ['bag salt n vinegar', 'bag of salt and vinegar crisps'],
  ])('%s: %s', (typed, told) => {
    expect(toldPlainly(typed).trim()).toBe(told);
  });
});

describe('what is understood', () => {
  it.each([
    ['roast potatoes', ['Roast potatoes, 150 g']],
    ['a roast potato', ['Roast potatoes, 50 g']],
    ["kellogg's corn flakes", ['Corn Flakes with barley malt, 30 g']],
    ['cup of tea, no milk', ['Tea, hot, leaf, black, 240 g']],
    ['ham sandwich, no butter', ['Ham sandwich, no butter, 120 g']],
    [
      'chicken nuggets (6) and chips',
      ['Chicken nuggets, 96 g', 'Potato, french fries, NS as to fresh or frozen, 165 g'],
    ],
    ['coffee croissant', ['Coffee, brewed, 240 g', 'Croissant, 57 g']],
    ['coffee cake', ['Coffee cake, yeast type, 80 g']],
    ['chicken caesar salad wrap', null],
    ['spag bol garlic bread', ['Spaghetti bolognese, 460 g', 'Garlic bread, 60 g']],
    ['rice pudding, tinned', ['Rice pudding, 180 g']],
    [
      'toast with butter and a coffee',
      ['Toast, white, with butter, 37 g', 'Coffee, brewed, 240 g'],
    ],
    ['quest bar cookie dough', ['Protein bar, 60 g']],
    ['bk whopper no onion', ['Whopper (Burger King), no onion, 270 g']],
  ])('%s', (typed, expected) => {
    const { told, unknown } = read(typed);
    expect(unknown).toEqual([]);
    if (expected === null) expect(told).toHaveLength(1);
    else expect(told).toEqual(expected);
  });

  it('keeps the wheat of a sandwich without crusts, and takes that of batter', () => {
    const keysOf = (text: string) =>
      foods.read(text).items.flatMap(({ classes }) => [...classes.keys()]);
    expect(keysOf('ham sandwich no crusts')).toContain('wheat');
    expect(keysOf('fish and chips no batter')).not.toContain('wheat');
  });
});
