import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFoods, readFoodTables } from '../index.ts';
import { asFilling } from './slots.ts';

const tables = readFoodTables(
  readFileSync(new URL('../../assets/foods.json', import.meta.url), 'utf8'),
);
const foods = createFoods(tables);

const familiesIn = (text: string): string[] => [
  ...new Set(
    foods
      .read(text)
      .items.flatMap(({ ingredients }) =>
        ingredients.flatMap(({ family, percent }) =>
          family === null || percent < 1 ? [] : [family],
        ),
      ),
  ),
];
const keysIn = (text: string): string[] =>
  foods
    .read(text)
    .items.flatMap(({ classes }) =>
      [...classes].flatMap(([key, { probability }]) => (probability > 0.5 ? [key] : [])),
    );

describe('what fills a place in a recipe', () => {
  it.each([
    ['pad thai with shrimp', 'shrimp', 'chicken'],
    ['green thai curry with king prawns', 'shrimp', 'chicken'],
    ['pad kra pao with tofu', 'soya', 'chicken'],
    ['chilli with turkey mince', 'turkey', 'beef'],
    ['bolognese with turkey mince', 'turkey', 'beef'],
    ['enchiladas with black beans', 'beans', 'chicken'],
    ['carbonara with turkey bacon', 'turkey', 'pork'],
    ['bangers and mash with vegan sausages', 'potato', 'pork'],
    ['roast dinner with nut roast', 'potato', 'chicken'],
    ['sausage roll made with turkey', 'turkey', 'pork'],
    ['moussaka made with lentils', 'lentils', 'lamb'],
    ['paella with just veg', 'rice', 'shrimp'],
    ['massaman curry with tofu', 'soya', 'beef'],
    ['biryani with lamb', 'lamb', 'chicken'],
  ])('%s: %s and no %s', (text, there, absent) => {
    const families = familiesIn(text);
    expect(families).toContain(there);
    expect(families).not.toContain(absent);
  });

  it.each([
    ['chicken curry with prawns', ['chicken', 'shrimp']],
    ['beef stew with chicken', ['beef', 'chicken']],
    ['tom yum soup with prawns', ['shrimp']],
    ['full english with veggie sausages', ['pork', 'egg']],
    ['burger with bacon', ['beef', 'pork']],
    ['chilli con carne with beans', ['beef', 'beans']],
    ['carbonara with mushrooms', ['pork', 'mushrooms']],
    ['ramen with egg', ['egg']],
  ])('what is named or belongs to it stays: %s', (text, there) => {
    expect(familiesIn(text)).toEqual(expect.arrayContaining(there));
  });

  it('is told with no more certainty than an open recipe', () => {
    const [dish] = foods.read('chilli with turkey mince').items;
    expect(dish!.confidence).toBeLessThanOrEqual(0.8);
  });

  it.each([
    ['turkey bolognese with courgetti', 'wheat', false],
    ['fish tacos, corn tortillas', 'wheat', false],
    ['chicken tacos in flour tortillas', 'wheat', true],
    ['blt on gluten-free toast', 'wheat', false],
    ['egg mayo sandwich on rye', 'gluten', true],
    ['decaf latte, lactose free milk', 'lactose', false],
    ['turmeric latte with almnd milk', 'dairy', false],
    ['burger with a beyond patty', 'red-meat', false],
  ])('bread, pasta and milk: %s, %s %s', (text, key, there) => {
    expect(keysIn(text).includes(key)).toBe(there);
  });

  it.each([
    ['cherry jello', 'cherries'],
    ['peach jelly', 'peaches'],
  ])('a flavour is no fruit: %s', (text, family) => {
    expect(familiesIn(text)).not.toContain(family);
  });

  it('a taste behind a comma is no food of its own, and a food is', () => {
    expect(foods.read('clif bar, chocolate chip').items).toHaveLength(1);
    expect(foods.read('protein bar, banana').items).toHaveLength(2);
    expect(foods.read('doritos, salsa').items).toHaveLength(2);
    expect(foods.read('cappuccino, a glass of whole milk').items).toHaveLength(2);
  });

  it.each([
    ['Chicken breast', 'flesh'],
    ['Bacon', 'cured'],
    ['Tofu', 'plant'],
    ['Lentils', 'pulse'],
    ['Beef stew', null],
    ['Rice', null],
  ])('%s by itself: %s', (name, kind) => {
    const [item] = foods.read(name).items;
    expect(asFilling(tables, tables.codes.indexOf(item!.code))).toBe(kind);
  });
});
