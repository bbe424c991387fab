import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClassItems } from '../class-items.ts';
import { smallTables } from '../fixtures/small-tables.ts';
import { createCompounds } from './compounds.ts';
import { isLabelText } from './evidence.ts';
import { createLabelLookup, readLabel } from './label.ts';
import { productOf, readList } from './list.ts';

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

describe('a list without its heading', () => {
  it.each([
    'Cod (FISH) 62%, breadcrumb (WHEAT flour, yeast, salt), rapeseed oil',
    'Tomato puree (62%), onion, garlic, basil, spice, salt',
    'Almonds 60%, dates, cocoa 8%, salt',
    'Rye flour, water, salt',
    'TORTILLA: CORN FLOUR, WATER, LIME, SALT',
    'BARLEY malt, water, hops, yeast. ALC 4.8% VOL',
    'Mozzarella: pasteurised milk, salt, rennet, starter culture',
    'Tomatoes (148 g per 100 g ketchup), spirit vinegar, sugar, salt, spice',
    'Dinkelmehl 58%, Wasser, Roggensauerteig (Roggenmehl, Wasser), Hefe, Speisesalz',
    'farine de blé, sucre, huile de colza, oeufs, sel',
    'Harina de trigo, aceite de oliva, agua, sal, levadura',
    'Ingredients Sugar, Palm Oil, Hazelnuts 13%',
  ])('%s', (text) => {
    expect(isLabelText(text)).toBe(true);
  });
  it.each([
    'chicken, rice, broccoli, olive oil, salt',
    'skyr 0%, almonds, honey',
    'semi-skimmed milk 2%, oats, banana',
    'dark chocolate (85%), almonds, raspberries',
    'beef mince (5%), rice, peas',
    'breakfast: oats, water, salt, sugar',
    'salad: lettuce, tomato, olive oil, vinegar, salt',
    'almond flour pancakes, coconut flour bread, coffee',
    'coffee with milk powder, sugar, water',
    'whey isolate, oats, banana',
    'tomatoes, onion, garlic, olive oil, salt, pepper on pasta',
    'WHEAT toast, EGGS, MILK',
    'EGGS, MILK, OATS, NUTS',
  ])('a meal: %s', (text) => {
    expect(isLabelText(text)).toBe(false);
  });
  it('names the product that stands in front, and does not count it', () => {
    expect(productOf('Mayonnaise: salt, egg, sugar')).toBe('Mayonnaise');
    expect(productOf('Oat bar. Oats (62%), salt, sugar')).toBe('Oat bar');
    expect(productOf('Rye flour, water, salt')).toBeNull();
    expect(read('EGG bar. Salt 62%, iron, sugar').ingredients.map(({ name }) => name)).toEqual([
      'Salt',
      'iron',
      'sugar',
    ]);
  });
  it('advice, warnings of the factory and strength are no ingredients', () => {
    const label = read(
      'Ingredients: salt, sugar. Allergens: see capitals. Produced where EGG and SESAME are handled. Alc. 4.8% vol',
    );
    expect(label.ingredients.map(({ name }) => name)).toEqual(['salt', 'sugar']);
    expect(label.mayContain).toEqual(['egg', 'sesame']);
    expect(label.keys).toEqual(expect.arrayContaining(['alcohol', 'fermented']));
    expect(label.unknown).toEqual([]);
  });
  it('an unknown kind of a known thing is known, an unknown thing is told', () => {
    expect(read('Ingredients: xyz sugar, salt').unknown).toEqual([]);
    expect(read('Ingredients: xyz egg, salt').unknown).toEqual(['xyz egg']);
    expect(read('Ingredients: salt (dairy)').keys).toEqual(['dairy']);
  });
  it.each([
    ['Weizenextrakt', ['gluten', 'wheat']],
    ['Haselnusspulver', ['tree-nut']],
    ['Milchreisflocken', undefined],
  ])('compounds: %s', (word, keys) => {
    const words = [
      { name: 'weizen', language: 'de', classes: readClassItems('gluten wheat') },
      { name: 'haselnuss', language: 'de', classes: readClassItems('tree-nut') },
    ] as const;
    expect(createCompounds(words)(word.toLowerCase())?.map(({ key }) => key)).toEqual(keys);
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
