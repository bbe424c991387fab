import { describe, expect, it } from 'vitest';
import { sharesOf, smallTables } from './fixtures/small-tables.ts';
import { composeServing, correct, createFoods, noCorrections } from './index.ts';

const tables = smallTables();
const foods = createFoods(tables);
const only = (text: string) => {
  const { items } = foods.read(text);
  expect(items, text).toHaveLength(1);
  return items[0]!;
};

describe('recipes of one name', () => {
  it('may hold what this recipe does not, each with its probability', () => {
    const { variations, classes, grams } = only('chicken curry');
    expect([...variations].map(([key, { probability }]) => [key, probability])).toEqual([
      ['mustard', 0.4],
      ['tree-nut', 0.25],
    ]);
    expect(classes.has('mustard')).toBe(false);
    expect(variations.get('mustard')!.grams).toBeCloseTo(0.4 * 0.01 * grams, 9);
  });

  it('keep the confidence at 0.8 at most; the food itself is as sure as before', () => {
    const { confidence, identified } = only('chicken curry');
    expect(confidence).toBe(0.8);
    expect(identified).toBeGreaterThan(0.9);
  });

  it('leave a food of one ingredient as sure as it is', () => {
    const { confidence, identified, variations } = only('apple');
    expect(variations.size).toBe(0);
    expect(confidence).toBe(identified);
    expect(confidence).toBeGreaterThan(0.9);
  });

  it('do not hold what the person says is not in it', () => {
    const { variations } = only('chicken curry without mustard');
    expect([...variations.keys()]).toEqual(['tree-nut']);
  });

  it('are silent where a word speaks against them, and where the food is sure to hold the class', () => {
    const read = (unless: readonly string[], classes: string) =>
      createFoods({
        ...tables,
        variations: [{ words: ['curry'], unless, classes: sharesOf(classes) }],
      }).read('chicken curry').items[0]!.variations;
    expect(read(['chicken'], 'mustard~0.4').size).toBe(0);
    const [sure] = [...only('chicken curry').classes].filter(
      ([, { probability }]) => probability === 1,
    );
    expect(read([], `${sure![0]}~0.4`).size).toBe(0);
  });
});

describe('what was inferred', () => {
  it.each(['aple', 'cheese bread'])('%s: the confidence is 0.8 at most', (text) => {
    expect(only(text).confidence).toBeLessThanOrEqual(0.8);
    expect(only(text).identified).toBeGreaterThanOrEqual(only(text).confidence);
  });

  it('is sure again once the person has said what it is', () => {
    const mine = createFoods(tables, { corrections: correct(noCorrections, 'aple', 63101000) });
    expect(mine.read('aple').items[0]).toMatchObject({ confidence: 1, code: 63101000 });
  });
});

describe('in a diary', () => {
  it('a trace that another recipe may hold is no dose and makes no day unknown', () => {
    const serving = composeServing(foods)('bread')!;
    expect(serving.classes.map(({ key }) => key)).not.toContain('sesame');
    expect(serving.complete).toBe(true);
  });

  it('more of it is possible, with its probability', () => {
    const many = createFoods({
      ...tables,
      variations: [{ words: ['curry'], unless: [], classes: sharesOf('peanut=0.1~0.4') }],
    });
    const peanut = composeServing(many)('chicken curry')!.classes.find(
      ({ key }) => key === 'peanut',
    );
    expect(peanut!.dose).toBeCloseTo(35, 6);
    expect(peanut!.probability).toBeGreaterThan(0.35);
    expect(peanut!.probability).toBeLessThanOrEqual(0.4);
  });
});
