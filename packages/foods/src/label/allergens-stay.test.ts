import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFoods, readFoodTables } from '../index.ts';

const foods = createFoods(
  readFoodTables(readFileSync(new URL('../../assets/foods.json', import.meta.url), 'utf8')),
);
const readingOf = (text: string) => {
  const { items } = foods.read(text);
  return {
    classes: items.flatMap(({ classes }) =>
      [...classes].filter(([, { probability }]) => probability >= 0.5).map(([key]) => key),
    ),
    mayContain: items.flatMap(({ label }) => label?.mayContain ?? []),
  };
};

describe('an allergen that is printed is not lost', () => {
  it.each([
    [
      'behind advice',
      'Ingredients: wheat flour, sugar, salt. Suitable for vegetarians, contains milk and egg.',
      'dairy egg wheat',
    ],
    [
      'behind something else that is absent',
      'Ingredients: water, sugar with no additives, milk, egg, oil free from dyes, wheat flour',
      'dairy egg wheat',
    ],
    [
      'behind a sentence of what is absent',
      'Ingredients: wheat flour, salt. Free from nuts, contains milk. Contains no fish but contains egg.',
      'dairy egg wheat',
    ],
    [
      'on the line after advice',
      'Ingredients: wheat flour, salt.\nStore in a cool dry place\nContains: milk, egg',
      'dairy egg wheat',
    ],
    [
      'on the line after a date',
      'Ingredients: wheat flour, salt. Best before end: see lid\nContains sesame',
      'sesame wheat',
    ],
    [
      'on the line after the weight',
      'Net weight 200 g\nIngredients: wheat flour, milk powder, egg, salt',
      'dairy egg wheat',
    ],
    [
      'behind a kitchen in brackets',
      'Ingredients: beef (prepared in our kitchen), wheat flour, milk, egg, salt',
      'dairy egg wheat',
    ],
    [
      'behind a warning in brackets',
      'Ingredients: pasta sauce (tomato, made where milk is handled), wheat, egg, salt',
      'egg wheat',
    ],
    [
      'in brackets behind where it was made',
      'Ingredients: chocolate made on the premises (milk, cocoa butter, hazelnut), egg',
      'dairy egg tree-nut',
    ],
    [
      'as what the product is named for',
      'Milk. Sugar, wheat flour, cocoa butter, emulsifier, salt',
      'dairy wheat',
    ],
    ['as the first word of its name', 'Egg noodles. Wheat flour, water, salt', 'egg wheat'],
    ['before a dash', 'Peanut butter - sugar, salt, palm oil', 'peanut'],
    [
      'behind how much meat went into it',
      'Ingredients: pork (145g per 100g sausage with milk and wheat), salt, spices, dextrose',
      'dairy wheat',
    ],
  ])('%s', (_where, text, keys) => {
    expect(readingOf(text).classes).toEqual(expect.arrayContaining(keys.split(' ')));
  });

  it('and a warning is no ingredient', () => {
    const { classes, mayContain } = readingOf(
      'Ingredients: tomatoes, sugar (may contain wheat), salt. Produced where nuts are handled.',
    );
    expect(mayContain).toEqual(expect.arrayContaining(['wheat', 'tree-nut']));
    for (const key of ['wheat', 'tree-nut']) expect(classes).not.toContain(key);
  });

  it('a vegan product is not what it is named for', () => {
    expect(
      readingOf('Vegan cheese: water, coconut oil, starch, salt, flavouring').classes,
    ).not.toContain('dairy');
  });
});

it('runs of blanks, lines and brackets take no time', () => {
  for (const run of [' ', '\n', '\t \n', '( ', 'made in a kitchen '])
    for (const text of [`Ingredients:${run.repeat(20_000)}x`, `Oats, ${run.repeat(20_000)}salt`]) {
      const started = performance.now();
      foods.read(text);
      expect(performance.now() - started, JSON.stringify(run)).toBeLessThan(5000);
    }
});
