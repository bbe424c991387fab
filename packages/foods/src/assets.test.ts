import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { classKeys, preparationTags, readFoodTables, readNutrients } from './index.ts';

const text = readFileSync(new URL('../assets/foods.json', import.meta.url), 'utf8');
const nutrientText = readFileSync(new URL('../assets/nutrients.json', import.meta.url), 'utf8');
const tables = readFoodTables(text);
const nutrientsOf = readNutrients(nutrientText, tables.codes);
const indexes = Array.from(tables.codes, (_, index) => index);
const named = (name: string): number => {
  const index = tables.names.indexOf(name);
  expect(index, name).toBeGreaterThanOrEqual(0);
  return index;
};

describe('the food tables that come with the program', () => {
  it('stay below 350 kB packed', () => {
    const packed = brotliCompressSync(text, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
    });
    expect(packed.length).toBeLessThanOrEqual(350_000);
  }, 60_000);

  it('hold every basic ingredient of the survey, each with known classes', () => {
    const codes = [...tables.ingredients.keys()].filter((code) => code <= 9000);
    expect(codes.sort((a, b) => a - b)).toEqual(Array.from({ length: 986 }, (_, i) => i));
    const known = new Set<string>(classKeys);
    for (const { classes } of tables.ingredients.values())
      for (const { key, share, probability } of classes) {
        expect(known.has(key), key).toBe(true);
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(probability).toBeGreaterThan(0);
        expect(probability).toBeLessThanOrEqual(1);
      }
  });

  it('hold foods by ascending code, whose parts add up', () => {
    expect(tables.names).toHaveLength(tables.codes.length);
    expect(tables.codes.length).toBeGreaterThan(9_800);
    const wrong = indexes.filter((index) => {
      const sum = tables.partsAt(index).reduce((total, { percent }) => total + percent, 0);
      const ascending = index === 0 || tables.codes[index]! > tables.codes[index - 1]!;
      return !ascending || sum < 99 || sum > 101;
    });
    expect(wrong.map((index) => tables.names[index])).toEqual([]);
  });

  it('say what was done to foods with known tags', () => {
    const known = new Set<string>([...preparationTags, 'histamine']);
    const items = indexes.flatMap((index) => tables.preparationsAt(index));
    expect(items.length).toBeGreaterThan(5000);
    expect(items.filter(({ tag, grade }) => !known.has(tag) || grade === undefined)).toEqual([]);
  });

  it('do not mistake what words confuse', () => {
    const keysOf = (name: string): Set<string> => {
      const one = [...tables.ingredients.values()].find((ingredient) => ingredient.name === name);
      expect(one, name).toBeDefined();
      return new Set(one!.classes.map(({ key }) => key));
    };
    const dairyFree = [
      'Nuts, coconut milk',
      'Oil, cocoa butter',
      'Leavening agents, cream of tartar',
      'Flour, peanut',
      'Squash, winter, cooked',
    ];
    for (const name of dairyFree) expect(keysOf(name).has('dairy'), name).toBe(false);
    expect(keysOf('Flour, buckwheat').has('gluten')).toBe(false);
    expect(keysOf('Flour, rye')).toEqual(new Set(['gluten', 'fructan', 'fibre']));
    expect(keysOf('Flour, oat').has('gluten')).toBe(true);
    expect(keysOf('Spices, nutmeg').has('tree-nut')).toBe(false);
    expect(keysOf('Nuts, coconut meat, raw').has('tree-nut')).toBe(false);
    expect(keysOf('Eggplant, raw').has('nightshade')).toBe(true);
    expect(keysOf('Eggplant, raw').has('egg')).toBe(false);
    expect(keysOf('Spices, pepper, black').has('nightshade')).toBe(false);
    expect(keysOf('Butter').has('dairy')).toBe(true);
    expect(keysOf('Mollusks, squid, raw').has('shellfish')).toBe(true);
  });
});

describe('the nutrients that come with the program', () => {
  const amount = (name: string, key: string): number | undefined =>
    nutrientsOf(tables.codes[named(name)]!)?.get(key);

  it('tell the energy of nine foods in ten', () => {
    const known = indexes.filter((index) => nutrientsOf(tables.codes[index]!)?.has('energy_kcal'));
    expect(known.length / indexes.length).toBeGreaterThan(0.9);
  });

  it('are those of well-known foods', () => {
    expect(amount('Milk, whole', 'calcium_mg')).toBe(113);
    expect(amount('Milk, whole', 'lactose_g')).toBeCloseTo(5, 0);
    expect(amount('Coffee, brewed', 'caffeine_mg')).toBe(40);
    expect(amount('Beer', 'alcohol_g')).toBeCloseTo(3.9, 1);
    expect(amount('Apple, raw', 'energy_kcal')).toBe(52);
    expect(amount('Flax seeds', 'linolenic_acid_g')).toBeGreaterThan(20);
  });

  it('are unknown, not zero, where makers add what the ingredients do not tell', () => {
    expect(amount('Oat milk', 'energy_kcal')).toBeGreaterThan(30);
    expect(amount('Oat milk', 'calcium_mg')).toBeUndefined();
    expect(amount('Oat milk', 'vitamin_b12_ug')).toBeUndefined();
  });

  it('hold nothing below zero, no food beyond pure fat, and no parts beyond the whole', () => {
    for (const index of indexes) {
      const amounts = nutrientsOf(tables.codes[index]!);
      if (amounts === null) continue;
      const name = tables.names[index];
      for (const [key, value] of amounts)
        expect(value, `${name}: ${key}`).toBeGreaterThanOrEqual(0);
      expect(amounts.get('energy_kcal') ?? 0, name).toBeLessThanOrEqual(905);
      const grams = ['protein_g', 'fat_g', 'carbohydrate_g', 'alcohol_g'] as const;
      const sum = grams.reduce((total, key) => total + (amounts.get(key) ?? 0), 0);
      expect(sum, name).toBeLessThanOrEqual(103);
    }
  });
});
