import { assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallTables } from './fixtures/small-tables.ts';
import { composeServing, correct, createFoods, type FoodReading, noCorrections } from './index.ts';

const foods = createFoods(smallTables());

const codesOf = ({ items }: FoodReading): number[] => items.map(({ code }) => code);
const keysOf = ({ items }: FoodReading): string[] => [
  ...new Set(
    items.flatMap(({ classes }) =>
      [...classes].filter(([, { probability }]) => probability >= 0.5).map(([key]) => key),
    ),
  ),
];
const read = (text: string) => {
  const reading = foods.read(text);
  return { codes: codesOf(reading), keys: keysOf(reading), unknown: reading.unknown, reading };
};

describe('what was eaten', () => {
  it.each([
    ['latte and a croissant', [92101900, 51166000]],
    ['apple, bread; milk\nhoney', [63101000, 51101000, 11100000, 91302000]],
    ['coffee + toast & butter', [92101000, 51101000, 81100500]],
    ['beans on toast', [100001]],
    ['Beans on Toast and a latte', [100001, 92101900]],
    ['bread w/ butter', [51101000, 81100500]],
    ['ice-cream', [13110000]],
    ['icecream', [13110000]],
    ['apples', [63101000]],
    ['peanut butter', [42202000]],
    ['chocolate milk', [11511000]],
    ['milk chocolate', [91705010]],
    ['eggplant', [75200000]],
    ['Brot mit Käse', [51101000, 14104100]],
    ['Kaffee mit Milch', [92101000, 11100000].slice(0, 1)],
    ['Käsebrot', [51101000]],
    ['croisant', [51166000]],
    ['Heinz baked beans', [41201000]],
    ['Wonder Bread', [51101000]],
    ['homemade pizza', [58106000]],
    ['curry with chicken', [27146000]],
  ])('%s', (text, codes) => {
    expect(read(text).codes).toEqual(codes);
  });

  it('keeps the words, the code, the version of the data and the classes', () => {
    const [latte] = foods.read('A large Latte').items;
    expect(latte).toMatchObject({
      phrase: 'a large latte',
      code: 92101900,
      food: 'Coffee, Latte',
      dataVersion: 'small',
      how: 'name',
    });
    expect(latte!.grams).toBeCloseTo(336);
    expect(latte!.classes.get('dairy')).toEqual({ percent: 83, grams: 278.88, probability: 1 });
  });

  it('tells less sure where British and American words differ, unless the language is known', () => {
    const chips = (language?: 'en-US' | 'en-GB') =>
      createFoods(smallTables(), language === undefined ? {} : { language }).read('chips')
        .items[0]!;
    expect(chips()).toMatchObject({ code: 100003 });
    expect(chips().confidence).toBeLessThan(0.9);
    expect(chips('en-US')).toMatchObject({ code: 71201000 });
    expect(chips('en-US').confidence).toBeGreaterThan(0.9);
  });

  it('does not guess: what is not understood goes to unknown', () => {
    expect(read('xyzzy and a latte')).toMatchObject({ codes: [92101900], unknown: ['xyzzy'] });
    expect(read('qwertz').codes).toEqual([]);
  });
});

describe('amounts', () => {
  const grams = (text: string) => foods.read(text).items.map((item) => Math.round(item.grams));
  it.each([
    ['2 slices of toast', [60]],
    ['half a pizza', [125]],
    ['a slice of pizza', [110]],
    ['a splash of milk', [20]],
    ['200 ml milk', [200]],
    ['0,5 l Milch, 3 apples', [450]],
    ['apples x2', [300]],
    ['2 apples and half an apple', [300, 75]],
    ['chicken 150g', [150]],
  ])('%s', (text, wanted) => {
    expect(grams(text)).toEqual(wanted);
  });
});

describe('what is not in it', () => {
  it.each([
    ['dairy-free ice cream', 'dairy'],
    ['vegan ice cream', 'egg'],
    ['gluten free bread', 'gluten'],
    ['pizza without cheese', 'dairy'],
    ['pizza, no cheese', 'cheese'],
    ['glutenfreies Brot', 'wheat'],
    ['pizza ohne Käse', 'cheese'],
    ['ice cream sans lait', 'dairy'],
    ['decaf latte', 'caffeine'],
    ['lactose-free milk', 'lactose'],
    ['porridge with oat milk', 'dairy'],
    ['oat milk latte', 'dairy'],
    ['latte with oat milk and honey', 'dairy'],
  ])('%s holds no %s', (text, key) => {
    const { keys, reading } = read(text);
    expect(reading.items.length).toBeGreaterThan(0);
    expect(keys).not.toContain(key);
  });

  it('takes nothing else away', () => {
    expect(read('lactose-free milk').keys).toContain('dairy');
    expect(read('egg-free ice cream').keys).toContain('dairy');
    expect(read('pizza no cheese and a latte').keys).toContain('dairy');
    expect(read('free range egg').keys).toContain('egg');
  });

  it('is less sure the more of the food went, as what replaces it is not known', () => {
    const sure = (text: string) => foods.read(text).items[0]!.confidence;
    expect(sure('dairy-free ice cream')).toBeLessThan(sure('ice cream'));
    expect(sure('gluten-free apple')).toBe(sure('apple'));
  });

  it('drops an ingredient by name', () => {
    const held = (text: string) => foods.read(text).items[0]!.ingredients.map(({ name }) => name);
    expect(held('chicken curry')).toContain('Onions, cooked');
    expect(held('chicken curry without onions')).not.toContain('Onions, cooked');
  });
});

describe('what was done to it', () => {
  it('is kept as a tag, and counts as a class where it is one', () => {
    expect(read('kimchi').keys).toContain('fermented');
    expect(foods.read('fermented apple').items[0]).toMatchObject({ preparations: ['fermented'] });
  });
});

describe('sums of parts', () => {
  it('takes an unknown dish as its head with what it is made with', () => {
    const { items } = foods.read('chicken pizza');
    expect(items[0]).toMatchObject({ code: 58106000, with: [24100000], how: 'sum' });
    expect(items[0]!.confidence).toBeLessThan(0.9);
  });
});

describe('corrections', () => {
  it('win over everything, whatever the spelling', () => {
    const corrections = correct(noCorrections, 'My  Brekkie', 56203540);
    const corrected = createFoods(smallTables(), { corrections });
    expect(
      corrected
        .read('my brekkie and latte')
        .items.map(({ code, confidence }) => [code, confidence]),
    ).toEqual([
      [56203540, 1],
      [92101900, 0.97],
    ]);
    const latte = createFoods(smallTables(), {
      corrections: correct(corrections, 'latte', 92101000),
    });
    expect(codesOf(latte.read('Latte'))).toEqual([92101000]);
    expect(codesOf(foods.read('latte'))).toEqual([92101900]);
  });

  it('ignore a phrase without words and a code that is gone', () => {
    expect(correct(noCorrections, ' !? ', 1).size).toBe(0);
    const gone = createFoods(smallTables(), { corrections: correct(noCorrections, 'latte', 5) });
    expect(codesOf(gone.read('latte'))).toEqual([92101900]);
  });
});

describe('whatever is typed', () => {
  const odd = [
    '',
    ' ',
    '\n',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '🍕🍕',
    '\u0000\u0007',
    '((((',
    '1/0',
    'x2',
    '2',
    'and',
    'with',
    'no',
    'without',
    'no no no',
    'a of the',
    '%',
    '½',
    '\ud800',
    'ingredients:',
    'Zutaten: (((',
    'latte'.repeat(50),
    'with '.repeat(300),
    '١٢٣',
    'ﷺ',
    'a\u0301\u0301\u0301',
  ];
  it.each(odd)('%j does not throw', (text) => {
    expect(() => foods.read(text)).not.toThrow();
  });

  it('1 MB of text is cut, with a note, and quick', () => {
    for (const text of [
      'a'.repeat(1_000_000),
      'latte and '.repeat(100_000),
      '('.repeat(1_000_000),
      `ingredients: ${'milk, '.repeat(170_000)}`,
      'no cheese '.repeat(100_000),
      ', '.repeat(500_000),
      '1/2 '.repeat(250_000),
    ]) {
      const start = performance.now();
      expect(foods.read(text).notes.join(' ')).toMatch(/very long/u);
      expect(performance.now() - start).toBeLessThan(5000);
    }
  });

  it('says when foods in a row are so many that the rest was not read', () => {
    const row = (count: number): string => Array(count).fill('milk').join(' and ');
    expect(foods.read(row(40)).notes).toEqual([]);
    expect(foods.read(row(41)).notes.join(' ')).toContain('the rest of them was not read');
    expect(foods.read(`${row(40)} and cheese`).unknown).toEqual(['cheese']);
    // What was not read may hold anything.
    const complete = (text: string) => composeServing(foods)(text)?.complete;
    expect([complete(row(40)), complete(row(41))]).toEqual([true, false]);
  });

  it('never throws, and every answer is whole', () => {
    const words = oneof(
      string({ unit: 'binary', maxLength: 40 }),
      string({ unit: 'grapheme', maxLength: 40 }),
      constantFrom(
        ...odd,
        'latte',
        'bread',
        'no',
        'with',
        'and',
        '2',
        'x',
        '-',
        ',',
        '(',
        ')',
        'ingredients: ',
        'gluten-free ',
      ),
    );
    assert(
      property(words, words, words, (a, b, c) => {
        const { items } = foods.read(`${a} ${b} ${c}`);
        for (const item of items) {
          expect(item.confidence).toBeGreaterThanOrEqual(0);
          expect(item.confidence).toBeLessThanOrEqual(1);
          expect(item.grams).toBeGreaterThan(0);
          for (const { percent, grams, probability } of item.classes.values()) {
            expect(percent).toBeGreaterThanOrEqual(0);
            expect(percent).toBeLessThanOrEqual(100 + 1e-9);
            expect(grams).toBeLessThanOrEqual(item.grams + 1e-9);
            expect(probability).toBeGreaterThan(0);
            expect(probability).toBeLessThanOrEqual(1);
          }
        }
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  it('the same words give the same answer', () => {
    expect(foods.read('latte and xyzzy')).toEqual(
      createFoods(smallTables()).read('latte and xyzzy'),
    );
  });
});
