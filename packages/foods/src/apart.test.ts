import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFoods, readFoodTables } from './index.ts';

const foods = createFoods(
  readFoodTables(readFileSync(new URL('../assets/foods.json', import.meta.url), 'utf8')),
);
const read = (text: string) => foods.read(text);
const namesIn = (text: string): string[] => read(text).items.map(({ food }) => food);

describe('foods side by side', () => {
  it.each([
    ['chicken brown rice broccoli', 3],
    ['oats 50g whey 30g', 2],
    ['keema peas', 2],
    ['steak haché frites', 2],
    ['weetabix x3 semi skimmed', 2],
    ['mushroom risotto', 1],
    ['strawberry banana smoothie', 1],
    ['turkey bacon', 1],
    ['pizza 4 fromages', 1],
  ])('%s: %i', (text, count) => {
    expect(namesIn(text)).toHaveLength(count);
  });

  it('keep the amount of each', () => {
    expect(read('oats 50g whey 30g').items.map(({ grams }) => grams)).toEqual([50, 30]);
  });

  it('are never surer than where an allergen may hide', () => {
    for (const { confidence } of read('chicken brown rice broccoli').items)
      expect(confidence).toBeLessThanOrEqual(0.8);
  });
});

describe('ordinary words', () => {
  it.each([
    'lecture',
    'cheat meal',
    'resto avec des amis',
    'period pain',
    'beach day',
    'slept badly',
  ])('%s is no food', (text) => {
    expect(namesIn(text)).toEqual([]);
    expect(read(text).unknown).not.toEqual([]);
  });

  it.each([
    ['a banana before lecture', 'Banana'],
    ['kebab on way home', 'kebab'],
    ['canteen lasagne', 'Lasagne with beef'],
    ['tuna straight from the can', 'Tuna'],
  ])('are left out beside a food: %s', (text, food) => {
    expect(read(text).unknown).toEqual([]);
    expect(namesIn(text).join()).toContain(food);
  });
});

describe('the language of a text', () => {
  it.each([
    ['une pomme', 'Apple'],
    ['Pommes mit Mayo', 'Chips'],
    ['Tüte Chips', 'Potato chips'],
    ['bowl of chips', 'french fries'],
    ['une grappe de raisins', 'Grapes'],
    ['Paprika mit Hummus', 'Pepper, sweet'],
  ])('%s is %s', (text, food) => {
    expect(namesIn(text)[0]).toContain(food);
  });
});

describe('what is named twice', () => {
  it.each([
    'yoghurt (muller corner)',
    'crisps (walkers cheese and onion)',
    'frozen pizza (margherita)',
    'ham sandwich, white bread',
  ])('%s is one food', (text) => {
    expect(namesIn(text)).toHaveLength(1);
  });
});

describe('pieces and portions', () => {
  it.each([
    ['10 grapes', 50],
    ['20 almonds', 24],
    ['glass of sherry', 60],
    ['half a baguette', 125],
    ['Stück Apfelkuchen', 130],
    ['2 sausages', 114],
  ])('%s: %d g', (text, grams) => {
    expect(read(text).items[0]!.grams).toBeCloseTo(grams, 5);
  });
});
