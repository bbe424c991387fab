import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFoods, readFoodTables } from '../index.ts';

const foods = createFoods(
  readFoodTables(readFileSync(new URL('../../assets/foods.json', import.meta.url), 'utf8')),
);
const namesIn = (text: string): string[] => foods.read(text).items.map(({ food }) => food);

describe('terse entries', () => {
  it.each([
    ['espresso, black', 1, 'Coffee, espresso'],
    ['macaroni n cheese leftover', 1, 'Macaroni cheese'],
    ['oats sachet', 1, 'Oats'],
    ['pho, chicken', 1, 'Pho with chicken'],
    ['burrito extra guac', 2, 'burrito'],
    ['halibut dunked in gravy', 2, 'alibut'],
    ['matcha with oat', 1, 'Matcha latte'],
    ['brown rice 2 cups boiled', 1, 'Rice, brown'],
    ['vitamin d', 1, 'Vitamin D'],
    ['pad thai, tofu', 1, 'Pad thai with tofu'],
    ['g&t', 1, 'Gin and Tonic'],
    ['handful walnuts', 1, 'Walnuts'],
    ['bottle lemonade', 1, 'Soft drink'],
    ['Glas Milch', 1, 'Milk'],
    ['Stück Käsekuchen', 1, 'heesecake'],
    ['fried eggs 3', 1, 'gg'],
    ['apple sauce pouch', 1, 'pple'],
  ])('%s: %i, %s', (text, count, food) => {
    const { items, unknown } = foods.read(text);
    expect(unknown).toEqual([]);
    expect(items.map((item) => item.food)).toHaveLength(count);
    expect(items[0]!.food).toContain(food);
  });

  it('take an amount without "of" for what it is', () => {
    const grams = (text: string): number => foods.read(text).items[0]!.grams;
    expect(grams('handful walnuts')).toBe(grams('a handful of walnuts'));
    expect(grams('Glas Wein')).toBe(grams('ein Glas Wein'));
    expect(grams('fried eggs 3')).toBe(grams('3 fried eggs'));
  });

  it('leave open what nobody can tell', () => {
    for (const text of ['something sweet from my colleague', 'bits and bobs'])
      expect(namesIn(text), text).toEqual([]);
  });

  it('hold no dairy where its cheese is vegan', () => {
    const [pizza] = foods.read('margherita with vegan cheese').items;
    expect(pizza!.classes.has('dairy')).toBe(false);
    expect(pizza!.classes.has('gluten')).toBe(true);
  });
});

describe('packages without a heading', () => {
  it.each([
    ['rice flour, EGG white, LUPIN flour, salt', ['egg', 'lupin']],
    ['corn, sunflower oil, salt, cane sugar. CONTAINS MILK', ['dairy']],
  ])('%s', (text, keys) => {
    const { items } = foods.read(text);
    expect(items.map(({ how }) => how)).toEqual(['label']);
    for (const key of keys) expect([...items[0]!.classes.keys()]).toContain(key);
  });
});
