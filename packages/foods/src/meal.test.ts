import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFoods, readFoodTables } from './index.ts';
import { isBaseOf } from './meal.ts';

const foods = createFoods(
  readFoodTables(readFileSync(new URL('../assets/foods.json', import.meta.url), 'utf8')),
);
const namesIn = (text: string): string[] => foods.read(text).items.map(({ food }) => food);
const surelyIn = (text: string): Set<string> =>
  new Set(
    foods
      .read(text)
      .items.flatMap(({ classes }) =>
        [...classes].filter(([, { probability }]) => probability > 0.5).map(([key]) => key),
      ),
  );

describe('a part that is in the recipe', () => {
  it.each([
    ['falafel wrap with hummus', 'Falafel and hummus wrap'],
    ['egg mayo sandwich with egg and mayonnaise', 'Egg mayonnaise sandwich'],
    ['full english: bacon, sausage, baked beans', 'Full English breakfast'],
    ['tom kha with chicken', 'Tom kha'],
    ['falafel wrap w hummus n salad', 'Falafel and hummus wrap'],
    ['doner kebab in pitta w salad and chilli sauce', 'Doner kebab'],
    ['full english - bacon, sausage, baked beans', 'Full English breakfast'],
    ['cortado con leche sin lactosa', 'Coffee, cafe con leche, made with Milk, lactose free'],
    [
      'colacao con leche desnatada',
      'Hot chocolate / Cocoa, ready to drink, made with Milk, fat free',
    ],
  ])('%s is told once', (text, food) => {
    const [item, ...others] = foods.read(text).items;
    expect(others.map((other) => other.food)).toEqual([]);
    expect(item?.food).toContain(food);
  });

  it.each([
    ['croissant with butter', 2],
    ['green smoothie - spinach, banana', 2],
    ['sausages with salad', 2],
    ['coffee, a glass of skimmed milk', 2],
    ['beef chow mein with prawn crackers', 2],
    ['veggie wrap with chips', 2],
    ['fried rice and a fried egg', 2],
  ])('%s is %i foods', (text, count) => {
    expect(namesIn(text)).toHaveLength(count);
  });

  it('takes the milk that is named for that of the drink', () => {
    expect([...surelyIn('cortado with lactose-free milk')]).toContain('dairy');
    expect([...surelyIn('cortado with lactose-free milk')]).not.toContain('lactose');
    expect([...surelyIn('hot chocolate with skimmed milk')]).toContain('skim-milk');
  });

  it('keeps the words of the person', () => {
    expect(foods.read('chicken wrap with lettuce and mayo').items[0]?.phrase).toBe(
      'chicken wrap with lettuce and mayo',
    );
  });
});

describe('bread and pasta that take the place of the usual', () => {
  it.each([
    ['egg sandwich on gf bread', 'gluten'],
    ['ham toastie on gluten-free bread', 'wheat'],
    ['bolognese with gluten-free spaghetti', 'wheat'],
    ['pizza with a gluten-free base', 'gluten'],
    ['scampi (gluten-free batter)', 'wheat'],
  ])('%s holds no %s', (text, key) => {
    expect(surelyIn(text).has(key)).toBe(false);
  });

  it('bring what they hold, and weigh no more', () => {
    const plain = foods.read('ham sandwich').items[0]!;
    const rye = foods.read('ham sandwich on rye').items;
    expect(rye).toHaveLength(1);
    expect(rye[0]!.food).toContain('rye');
    expect(rye[0]!.grams).toBe(plain.grams);
    expect(rye[0]!.ingredients.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo(100, 5);
    expect(rye[0]!.classes.has('gluten')).toBe(true);
    expect(rye[0]!.nutrients).toBeNull();
  });

  it('belong to the dish they can be the base of', () => {
    expect(isBaseOf('rye bread', 'tuna sandwich')).toBe(true);
    expect(isBaseOf('garlic bread', 'lasagne')).toBe(false);
    expect(isBaseOf('spaghetti', 'burger')).toBe(false);
  });
});

describe('what is said not to be in it', () => {
  it('holds for the dish, behind its bread too', () => {
    const { items } = foods.read('egg salad sandwich on rye no mayo');
    expect(items.map(({ phrase }) => phrase)).toEqual(['egg salad sandwich on rye bread no mayo']);
    expect(items[0]!.without).toEqual(['no mayo']);
  });

  it.each([
    ['turkey club without mayo', 'egg'],
    ['big mac no cheese', 'cheese'],
    ['beef stir fry with rice noodles (no soy)', 'soy'],
    ['burger with a lettuce wrap instead of a bun', 'wheat'],
  ])('%s holds no %s', (text, key) => {
    expect(surelyIn(text).has(key)).toBe(false);
  });

  it('leaves what is there by its own name', () => {
    expect(surelyIn('egg sandwich without mayo').has('egg')).toBe(true);
    expect(surelyIn('tofu with rice noodles (no soy)').has('soy')).toBe(true);
    expect(surelyIn('curry with naan (no butter)').has('wheat')).toBe(true);
  });
});

describe('a list behind a dish', () => {
  it('is the filling of a sandwich of which no more is said', () => {
    expect(namesIn('sandwich: beetroot, feta')).toEqual([
      'Sandwich base',
      expect.stringContaining('Beets'),
      'Cheese, Feta',
    ]);
  });

  it('names the dish with its first part where that is known', () => {
    expect(namesIn('curry: chickpeas, rice')[0]).toBe('Chickpea curry');
  });
});

describe('words that mean another food beside others', () => {
  it.each([
    ['bacon, hash browns, beans', 'Baked beans'],
    ['gnocchi, tomato sauce', 'Spaghetti sauce'],
    ['gin and soda', 'Carbonated water'],
  ])('%s', (text, food) => {
    expect(namesIn(text).at(-1)).toContain(food);
  });

  it('stay what they are on their own', () => {
    expect(namesIn('chips, tomato sauce').at(-1)).toBe('Ketchup');
  });
});

describe('nothing is lost', () => {
  it.each([
    ['carrot juice (condensed milk and nutmeg)', 3],
    ['zorbel (condensed milk)', 2],
    ['tartine et un thé', 2],
    ['Carrot juice the way my mum does it (condensed milk)', 2],
  ])('%s', (text, parts) => {
    const { items, unknown } = foods.read(text);
    expect([...items.map(({ food }) => food), ...unknown]).toHaveLength(parts);
  });
});

describe('what is said to be absent', () => {
  const classesOf = (text: string): string[] =>
    foods
      .read(text)
      .items.flatMap(({ classes }) => [...classes.keys()])
      .sort();

  it('of one ingredient', () => {
    expect(
      classesOf('Ingredients: Gluten free wholegrain OATS (84%), palm oil, sugar, salt'),
    ).not.toContain('gluten');
    const german = classesOf('Zutaten: glutenfreie Haferflocken (60 %), laktosefreie Milch, Salz');
    expect(german).toEqual(expect.arrayContaining(['dairy', 'milk']));
    for (const key of ['gluten', 'lactose']) expect(german).not.toContain(key);
    expect(classesOf('Ingredients: gluten free oats, wheat flour, sugar, salt')).toContain(
      'gluten',
    );
  });

  it('of the whole', () => {
    const text = 'Ingredients: water, coconut oil, corn starch, salt.';
    for (const absent of [
      'Free from dairy, soy, gluten, nuts',
      'Contains no milk, egg or fish.',
      'Made in a facility free from peanuts, tree nuts, egg, dairy, soy and sesame.',
    ])
      expect(classesOf(`${text} ${absent}`)).toEqual(classesOf(text));
    expect(classesOf(`${text} Contains milk.`)).toContain('dairy');
  });

  it('by a maker of nothing else', () => {
    expect(classesOf('2 Schär digestives')).not.toContain('gluten');
    expect(classesOf('2 Schär digestives')).not.toHaveLength(0);
  });
});
