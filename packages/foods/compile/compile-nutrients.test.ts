import { describe, expect, it } from 'vitest';
import { readClassItems } from '../src/class-items.ts';
import { nutrientKeys, readNutrients } from '../src/nutrients.ts';
import { compileNutrients, type NutrientTexts } from './compile-nutrients.ts';

const amount = (food: string, number: number, value: number | string): string =>
  `~${food}~^~${number}~^${value}^1^0^~1~^^^^^^^^^^^11/1976^`;
const food = (code: string, group: string, name: string): string =>
  `~${code}~^~${group}~^~${name}~^`;
const recipe = (code: number, of: number, weight: number | string): string =>
  `${code}^01/01/2003^12/31/2004^1^${of}^~X~^1^~GM~^0^0^0^${weight}^^^^`;

const texts: NutrientTexts = {
  amounts: [
    amount('01077', 208, 60),
    amount('01077', 213, 5),
    amount('01077', 301, 113),
    amount('14411', 208, 0),
    amount('14411', 255, 99.9),
    amount('18069', 208, 266),
    amount('20044', 208, 365),
    amount('01077', 307, 43),
    amount('20044', 307, 1),
    amount('09003', 208, 52),
    amount('09003', 301, 6),
    amount('04002', 208, 902),
  ].join('\r\n'),
  foods: [
    food('01077', '0100', 'Milk'),
    food('14411', '1400', 'Water, tap'),
    food('18069', '1800', 'Bread, white'),
    food('09003', '0900', 'Apples, raw'),
    food('04002', '0400', 'Lard'),
  ].join('\r\n'),
  recipes: [
    'header',
    recipe(11111000, 1077, 244),
    recipe(51101000, 18069, 100),
    recipe(58100000, 51101000, 60),
    recipe(58100000, 11111000, 60),
    recipe(58200000, 9999, 100),
    recipe(58300000, 4132, 50),
    recipe(58400000, 1077, 100),
    recipe(58400000, 42062, 0.3),
    recipe(63101000, 9003, 100),
    recipe(58500000, 1077, 100),
    recipe(58600000, 18069, 100),
    recipe(58700000, 18069, 100),
  ].join('\n'),
  changes:
    'header\n58100000^01/01/2003^12/31/2004^-20^0^0^\n58600000^01/01/2003^12/31/2004^-10^5^4002^\n58700000^01/01/2003^12/31/2004^0^-5^4002^\n',
  composition: 'code,ing_id,pct\n11111000,0,100\n51101000,1,62\n51101000,2,38\n63101000,7,100\n',
  patterns: 'FOODCODE,ADD_SUGARS (tsp. eq.)\n51101000,1\n',
  links:
    'code,name,references,note\n0,Milk,,\n1,Flour,-,\n2,Water,14411,\n3,Rice,20044,\n5,Tea,14411*2,\n6,Mixed,01077 20044,\n7,Apple,,\n8,Sugars,20044,\n9,Additives,-,\n',
  referenceCodes: 'old,new,hides,note\n4132,01077,,\n42062,,calcium_mg,\n',
  recipesLeftOut: 'code,name,reason\n58500000,Odd dish,too much oil\n',
  fortified: 'from,to,note\n95000000,95999999,drinks\n',
  ownFoods:
    'code,name,parts,note\n100001,Rice and milk,i0:50 i3:50,\n100002,Nearly milk,i0:97 i9:3,\n100003,Half known,i0:90 i9:10,\n100004,Bread with milk,51101000:50 100001:50,\n100005,Thin drink,i2:95 i9:5,\n',
};

const parts = new Map([
  [92_000_000, [[6, 100] as const]],
  [92_100_000, [[2, 90] as const, [8, 10] as const]],
  [95_000_000, [[0, 100] as const]],
]);
const ingredients = new Map(
  Object.entries({
    0: 'Milk',
    1: 'Flour',
    2: 'Water',
    3: 'Rice',
    5: 'Tea',
    6: 'Mixed',
    7: 'Apple',
    8: 'Sugars',
    9: 'Additives',
  }).map(([code, name]) => [
    Number(code),
    {
      code: Number(code),
      name,
      classes: name === 'Sugars' ? readClassItems('added-sugar=0.9') : [],
      family: null,
      dry: 1,
    },
  ]),
);
const codes = Int32Array.of(
  ...[100_001, 100_002, 100_003, 100_004, 100_005, 11_111_000, 51_101_000, 58_100_000],
  ...[
    58_200_000, 58_300_000, 58_400_000, 58_500_000, 58_600_000, 58_700_000, 63_101_000, 92_000_000,
    92_100_000, 95_000_000,
  ],
);
const tables = {
  codes,
  ingredients,
  preparationsAt: (place: number) =>
    codes[place] === 92_000_000
      ? [{ tag: 'cured' as const, probability: 1, grade: 'good' as const }]
      : [],
  partsAt: (place: number) =>
    (parts.get(codes[place]!) ?? []).map(([ingredient, percent]) => ({ ingredient, percent })),
};
const asset = compileNutrients(texts, tables);
const of = readNutrients(JSON.stringify(asset), codes);
const energy = (code: number): number | undefined => of(code)?.get('energy_kcal');

describe('nutrients in 100 g', () => {
  it('are those of the recipe, whatever it weighs', () => {
    expect(energy(11_111_000)).toBe(60);
    expect(of(11_111_000)?.get('lactose_g')).toBe(5);
  });

  it('follow recipes of recipes and what is lost in cooking', () => {
    expect(energy(58_100_000)).toBeCloseTo((266 + 60) / 2 / 0.8, 0);
  });

  it('count fat that is taken up in the pan or runs off', () => {
    expect(energy(58_600_000)).toBeCloseTo((266 + 0.05 * 902) / 0.95, 0);
    expect(energy(58_700_000)).toBeCloseTo((266 - 0.05 * 902) / 0.95, 0);
  });

  it('find references under their new number', () => {
    expect(energy(58_300_000)).toBe(60);
  });

  it('hide what a recipe adds without saying how much of it', () => {
    expect(energy(58_400_000)).toBe(60);
    expect(of(58_400_000)?.has('calcium_mg')).toBe(false);
  });

  it('are the sum of its parts for an own food, and of its basic ingredients without a recipe', () => {
    expect(energy(100_001)).toBe(213);
    expect(energy(100_004)).toBe(239);
    expect(energy(92_000_000)).toBe(213);
  });

  it('leave little of unknown content aside, and are unknown with more; water does not count', () => {
    expect(energy(100_002)).toBe(60);
    expect(energy(100_003)).toBeUndefined();
    expect(energy(100_005)).toBeUndefined();
  });

  it('do not tell what makers may have added', () => {
    expect(energy(95_000_000)).toBe(60);
    expect(of(95_000_000)?.has('calcium_mg')).toBe(false);
  });

  it("leave out a recipe that is not the food's own", () => {
    expect(of(58_500_000)).toBeNull();
  });

  it('hide the salt of what was cured', () => {
    expect(of(100_001)?.get('sodium_mg')).toBe(22);
    expect(of(92_000_000)?.has('sodium_mg')).toBe(false);
  });

  it('take added sugar from FPED, else from the basic ingredients', () => {
    expect(of(51_101_000)?.get('added_sugar_g')).toBeCloseTo(4.2);
    expect(of(92_100_000)?.get('added_sugar_g')).toBeCloseTo(9);
    expect(of(100_004)?.get('added_sugar_g')).toBeCloseTo(2.1);
    expect(of(11_111_000)?.get('added_sugar_g')).toBeUndefined();
  });

  it('know that plants hold no lactose', () => {
    expect(of(63_101_000)?.get('lactose_g')).toBe(0);
  });

  it('are never zero for being unknown', () => {
    expect(of(51_101_000)?.has('lactose_g')).toBe(false);
    expect(of(58_200_000)).toBeNull();
    expect(of(12_345_678)).toBeNull();
    expect(asset.known).toBe(14);
    expect(asset.recipes).toBe(8);
  });

  it('are refused with other tables', () => {
    expect(() => readNutrients(JSON.stringify(asset), codes.subarray(1))).toThrow(/belong/u);
    expect(nutrientKeys).toHaveLength(asset.columns.length);
  });
});

describe('a nutrient table that cannot be', () => {
  const edit = (table: keyof NutrientTexts, from: string, to: string): NutrientTexts => {
    expect(texts[table]).toContain(from);
    return { ...texts, [table]: texts[table].replace(from, to) };
  };
  const cases: readonly (readonly [string, NutrientTexts, RegExp])[] = [
    ['an unknown reference', edit('links', '3,Rice,20044', '3,Rice,77777'), /line 5: .*77777/u],
    ['no reference', edit('links', '14411*2', '14411x2'), /line 6: "14411x2"/u],
    ['another name', edit('links', '3,Rice', '3,Wheat'), /line 5: .*"Rice"/u],
    ['an ingredient twice', edit('links', '9,Additives,-', '7,Apple,-'), /line 10: .*twice/u],
    [
      'a share far from the reference',
      edit(
        'amounts',
        `${amount('20044', 208, 365)}`,
        `${amount('20044', 208, 365)}\r\n${amount('20044', 291, 30)}`,
      ),
      /line 5: .*fibre is 0.*0.3/u,
    ],
    ['an ingredient without a row', edit('links', '9,Additives,-,\n', ''), /9, "Additives"/u],
    ['a new number of nothing', edit('referenceCodes', '01077', '77777'), /line 2: .*77777/u],
    ['a hidden thing', edit('referenceCodes', 'calcium_mg', 'calcium'), /line 3: "calcium"/u],
    ['an amount', edit('amounts', '^60^', '^x^'), /01077.*"x".*208/u],
    ['a weight', edit('recipes', '^244^', '^^'), /11111000: weight "" of 1077/u],
    ['a change of all', edit('changes', '^-20^0^', '^-100^0^'), /58100000: nothing is left/u],
    ['a food without a group', edit('foods', '^~0100~^~Milk~', ''), /01077: no group/u],
    ['a range', edit('fortified', '95999999', 'x'), /fortified.csv, line 2/u],
  ];
  it.each(cases)('is refused: %s', (_, broken, complaint) => {
    expect(() => compileNutrients(broken, tables)).toThrow(complaint);
  });
});
