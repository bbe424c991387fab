import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallTables } from '../fixtures/small-tables.ts';
import { createLabelLookup, readLabel } from './label.ts';
import { isLabelText, readList } from './list.ts';

const find = createLabelLookup(smallTables(), () => undefined);
const read = (text: string) => {
  const { classes, ...rest } = readLabel(text, find, 100);
  return {
    ...rest,
    keys: [...classes].filter(([, dose]) => dose.probability >= 0.5).map(([key]) => key),
    classes,
  };
};

describe('ingredient lists', () => {
  it.each([
    ['crisps: potatoes, sunflower oil, salt', ['potatoes', 'sunflower oil', 'salt']],
    ['roasted seaweed: seaweed, corn oil, salt', ['seaweed', 'corn oil', 'salt']],
    ['oat biscuits. ingredients: oats, palm oil, salt', ['oats', 'palm oil', 'salt']],
    ['Zutaten: Hafer, Salz', ['Hafer', 'Salz']],
    ['Ingredientes: patatas, aceite de girasol, sal', ['patatas', 'aceite de girasol', 'sal']],
  ])('a short list, its heading is no ingredient: %s', (text, names) => {
    expect(isLabelText(text)).toBe(true);
    expect(read(text).ingredients.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    'dinner: potatoes, sunflower oil, salmon, salt',
    'pasta: penne, olive oil, tomatoes, salt',
    'sandwich: ham, cheese, butter',
  ])('no list: %s', (text) => {
    expect(isLabelText(text)).toBe(false);
  });

  it.each([
    ['Ingredients: potatoes, sugar, EGG powder, salt. Gluten free', ['egg'], ['gluten', 'wheat']],
    [
      'Ingredients: potatoes, sugar, EGG, salt. Free from MILK and wheat',
      ['egg'],
      ['dairy', 'wheat'],
    ],
    ['Ingredients: WHEAT flour, free range EGG, salt', ['wheat', 'egg'], []],
    ['Ingredients: WHEAT flour, EGGS free range, salt', ['wheat', 'egg'], []],
    ['Zutaten: Kartoffeln, Zucker, Salz. Glutenfrei, ohne Milch', [], ['gluten', 'dairy']],
  ])('what is said to be free of something does not hold it: %s', (text, there, absent) => {
    const { keys } = read(text);
    expect(keys).toEqual(expect.arrayContaining(there));
    expect(keys.filter((key) => absent.includes(key))).toEqual([]);
  });

  it('a British label, allergens in capitals', () => {
    const label = read(
      'Ingredients: Fortified WHEAT flour (WHEAT flour, calcium, iron), sugar (23 %), palm oil, emulsifiers (E471, SOYA lecithin), salt. May contain nuts and sesame.',
    );
    expect(label.keys).toEqual(['gluten', 'wheat', 'soy', 'added-sugar', 'ultra-processed']);
    expect(label.emphasised).toEqual(['gluten', 'wheat', 'soy']);
    expect(label.mayContain).toEqual(['tree-nut', 'sesame']);
    expect(label.ingredients.map(({ name }) => name)).toEqual([
      'Fortified WHEAT flour',
      'sugar',
      'palm oil',
      'emulsifiers',
      'salt',
    ]);
    expect(label.classes.get('added-sugar')!.percent).toBe(23);
    expect(label.classes.get('ultra-processed')!.probability).toBeLessThan(1);
    expect(label.confidence).toBe(1);
  });

  it('a German label all in capitals emphasises nothing', () => {
    const label = read(
      'ZUTATEN: WEIZENMEHL, ZUCKER, 4,5 % MAGERMILCHPULVER. KANN SPUREN VON HASELNÜSSEN ENTHALTEN.',
    );
    expect(label.keys).toEqual(['dairy', 'skim-milk', 'gluten', 'wheat', 'added-sugar']);
    expect(label.emphasised).toEqual([]);
    expect(label.mayContain).toEqual(['tree-nut']);
    expect(label.classes.get('dairy')!.percent).toBeCloseTo(4.5);
  });

  it('a French label, allergens in bold', () => {
    const label = read(
      'Ingrédients : farine de **blé** 61%, **œufs**, lait. Peut contenir des traces de fruits à coque.',
    );
    expect(label.keys).toEqual(['dairy', 'milk', 'gluten', 'wheat', 'egg']);
    expect(label.emphasised).toEqual(['gluten', 'wheat', 'egg']);
    expect(label.mayContain).toEqual(['tree-nut']);
  });

  it('a Spanish label with decimal commas', () => {
    const label = read(
      'Ingredientes: harina de TRIGO (60,5%), azúcar, LECHE. Puede contener trazas de cacahuete.',
    );
    expect(label.keys).toEqual(['dairy', 'milk', 'gluten', 'wheat', 'added-sugar']);
    expect(label.mayContain).toEqual(['peanut']);
  });

  it('nested brackets and a purpose with a colon', () => {
    const label = read(
      'Ingredients: filling [sugar, emulsifier: soya lecithin (from soya {x})], salt',
    );
    expect(label.keys).toContain('soy');
    expect(label.ingredients.map(({ name }) => name)).toEqual(['filling', 'salt']);
  });

  it('"contains" declares, "may contain" does not', () => {
    const label = read('Ingredients: salt. Contains: milk. May contain egg.');
    expect(label.keys).toEqual(['dairy']);
    expect(label.mayContain).toEqual(['egg']);
  });

  it('estimates in descending order what is not declared', () => {
    const { ingredients } = read('Ingredients: salt, sugar 10%, palm oil, iron');
    const shares = ingredients.map(({ percent }) => percent);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(100 + 1e-9);
  });

  it('lists the words it does not know', () => {
    const { unknown, confidence } = read('Ingredients: xyzium, salt');
    expect(unknown).toEqual(['xyzium']);
    // Half of the entries is known, and less than half of the weight.
    expect(confidence).toBeLessThan(0.5);
    expect(confidence).toBeGreaterThan(0.25);
  });
});

describe('isLabelText', () => {
  it.each([
    'Ingredients: salt',
    'INGREDIENTS - SALT',
    'Zutaten: Salz',
    'Ingrédients : sel',
    'Ingredientes: sal',
    'Oat biscuits.\nIngredients: oats',
  ])('%s', (text) => {
    expect(isLabelText(text)).toBe(true);
  });
  it.each(['latte and a croissant', 'good ingredients', ''])('not %j', (text) => {
    expect(isLabelText(text)).toBe(false);
  });
});

describe('whatever is printed', () => {
  it('never throws', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 200 }), (text) => {
        readList(`ingredients: ${text}`);
        expect(readLabel(`zutaten: (${text}`, find, 100).confidence).toBeLessThanOrEqual(1);
      }),
      { seed: 1, numRuns: 300 },
    );
    for (const text of [
      '('.repeat(100_000),
      'milk,'.repeat(100_000),
      'a'.repeat(1_000_000),
      '(milk, '.repeat(5000),
      'may contain '.repeat(2000),
    ])
      expect(() => readLabel(text, find, 100)).not.toThrow();
  });
});
