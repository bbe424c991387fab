import { describe, expect, it } from 'vitest';
import { nutrientKeys, readNutrients } from '../src/nutrients.ts';
import { compileNutrients, type NutrientTexts } from './compile-nutrients.ts';

const amount = (food: string, number: number, value: number | string): string =>
  `~${food}~^~${number}~^${value}^1^0^~1~^^^^^^^^^^^11/1976^`;
const recipe = (food: number, of: number, weight: number): string =>
  `${food}^01/01/2003^12/31/2004^1^${of}^~X~^1^~GM~^0^0^0^${weight}^^^^`;

const texts: NutrientTexts = {
  amounts: [
    amount('01077', 208, 60),
    amount('01077', 213, 5),
    amount('18069', 208, 266),
    amount('20044', 208, 365),
  ].join('\r\n'),
  recipes: [
    'header',
    recipe(11111000, 1077, 244),
    recipe(51101000, 18069, 100),
    recipe(58100000, 51101000, 60),
    recipe(58100000, 11111000, 60),
    recipe(58200000, 9999, 100),
    recipe(58300000, 4132, 50),
  ].join('\n'),
  changes: 'header\n58100000^01/01/2003^12/31/2004^-20^0^0^\n',
  composition: 'code,ing_id,pct\n11111000,0,100\n51101000,1,62\n51101000,2,38\n',
  links: 'kind,code,reference,note\ningredient,3,20044,rice\nreference,4132,01077,old number\n',
};

const parts = new Map([
  [100_001, [[0, 50] as const, [3, 50] as const]],
  [100_002, [[0, 97] as const, [9, 3] as const]],
  [100_003, [[0, 90] as const, [9, 10] as const]],
]);
const codes = Int32Array.of(
  100_001,
  100_002,
  100_003,
  11_111_000,
  51_101_000,
  58_100_000,
  58_200_000,
  58_300_000,
);
const asset = compileNutrients(texts, codes, (place) =>
  (parts.get(codes[place]!) ?? []).map(([ingredient, percent]) => ({ ingredient, percent })),
);
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

  it('find references under their new number', () => {
    expect(energy(58_300_000)).toBe(60);
  });

  it('come from the basic ingredients where there is no recipe', () => {
    expect(energy(100_001)).toBe(213);
  });

  it('leave little of unknown content aside, and are unknown with more', () => {
    expect(energy(100_002)).toBe(60);
    expect(energy(100_003)).toBeUndefined();
  });

  it('are never zero for being unknown', () => {
    expect(of(51_101_000)?.has('lactose_g')).toBe(false);
    expect(of(58_200_000)).toBeNull();
    expect(of(12_345_678)).toBeNull();
    expect(asset.known).toBe(6);
  });

  it('are refused with other tables', () => {
    expect(() => readNutrients(JSON.stringify(asset), codes.subarray(1))).toThrow(/belong/u);
    expect(nutrientKeys).toHaveLength(asset.columns.length);
  });

  it('are refused where a link or an amount cannot be', () => {
    const build = (changed: Partial<NutrientTexts>) => () =>
      compileNutrients({ ...texts, ...changed }, codes, () => []);
    expect(build({ links: 'kind,code,reference,note\ningredient,3,77777,x\n' })).toThrow(
      /line 2: SR28 has no food 77777/u,
    );
    expect(build({ links: 'kind,code,reference,note\nfood,3,01077,x\n' })).toThrow(/no kind/u);
    expect(build({ amounts: amount('01077', 208, 'x') })).toThrow(/01077.*208/u);
  });
});
