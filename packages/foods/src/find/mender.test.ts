import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFoods, readFoodTables } from '../index.ts';
import { soundOf } from '../text/sounds.ts';

const foods = createFoods(
  readFoodTables(readFileSync(new URL('../../assets/foods.json', import.meta.url), 'utf8')),
);
const namesIn = (text: string): string =>
  foods
    .read(text)
    .items.map(({ food }) => food)
    .join(' | ');

describe('words as they are heard', () => {
  it.each([
    ['hunny', 'honey'],
    ['mien', 'mein'],
    ['rise', 'rice'],
    ['sowr', 'sour'],
    ['sammon', 'salmon'],
    ['oatz', 'oats'],
    ['sirup', 'syrup'],
  ])('%s sounds like %s', (typed, meant) => {
    expect(soundOf(typed)).toBe(soundOf(meant));
  });

  it.each([
    ['beer', 'rice'],
    ['bread', 'beans'],
    ['ham', 'lamb'],
    ['milk', 'malt'],
  ])('%s does not sound like %s', (one, other) => {
    expect(soundOf(one)).not.toBe(soundOf(other));
  });

  it.each([
    ['hunny', /honey/iu],
    ['basmatti rise', /rice/iu],
    ['sowr cream', /sour cream/iu],
    ['blk cof', /coffee/iu],
    ['alm milk', /almond milk/iu],
    ['ckn mayo s/w', /chicken sandwich/iu],
    ['cheerios sk milk', /skim/iu],
    ['spag bol g bread', /bolognese.*garlic bread/iu],
    ['bagel cc lox', /cream cheese.*salmon/iu],
    ['pizza hut 3 sl', /pizza/iu],
    ['2 eggs 1 toast blk cof', /egg.*toast.*coffee/iu],
  ])('%s', (text, food) => {
    const { items, unknown } = foods.read(text);
    expect(unknown).toEqual([]);
    expect(namesIn(text)).toMatch(food);
    for (const { confidence } of items) expect(confidence).toBeLessThanOrEqual(0.8);
  });

  it.each(['frumplet', 'zarbooli', 'zolly bakes', 'the usual', 'wrenkel stuff', 'provita-morlan'])(
    '%s stays unknown',
    (text) => {
      expect(foods.read(text).items).toEqual([]);
    },
  );
});

describe('an unknown word before a known one', () => {
  it.each([
    ['zorgo black ramen', /ramen/iu],
    ['minted gravy', /gravy/iu],
    ['krunchos cereal', /cereal/iu],
    ['wholewheat penne', /pasta/iu],
    ['instant mashed potatoes', /mashed/iu],
    ['halloumi skewers', /halloumi/iu],
  ])('the last word says what it is: %s', (text, food) => {
    const { items, unknown } = foods.read(text);
    expect(unknown).toEqual([]);
    expect(namesIn(text)).toMatch(food);
    for (const { confidence } of items) expect(confidence).toBeLessThan(0.85);
  });

  it.each(['krombel pudding', 'zorbit bar', 'wrenkel dip', 'zolly powder'])(
    'or it makes another of it, and nobody knows which: %s',
    (text) => {
      expect(foods.read(text).unknown).not.toEqual([]);
    },
  );
});

describe('several foods without a word between', () => {
  const count = (text: string): number => foods.read(text).items.length;
  it.each([
    ['oats blueberries whey almond butter', 4],
    ['salmon rice edamame soy', 4],
    ['stirfry veg prawn noodle soy', 5],
    ['kale apple ginger smoothie', 1],
  ])('%s: %d', (text, wanted) => {
    expect(count(text)).toBe(wanted);
  });

  it('three in a wrap are in a wrap, and no lettuce takes its place', () => {
    const [item] = foods.read('ham cheese lettuce wrap').items;
    expect([...item!.classes.keys()]).toContain('wheat');
  });

  it('a smoothie of which the fruit is named holds no other', () => {
    expect(foods.read('kale apple ginger smoothie').items[0]!.food).not.toMatch(/smoothie/iu);
  });
});
