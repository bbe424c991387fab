import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classKeys } from './classes.ts';
import { adjectives } from './text/adjectives.ts';
import { foldLetters } from './text/normalise.ts';
import { places, shops } from './text/places.ts';

const rowsOf = (name: string): string[][] => {
  const text = readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/gu)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\n') rows.push([]);
  }
  return rows.slice(0, -1);
};

const [namesHeader, ...names] = rowsOf('common-names.csv');
const [foodsHeader, ...foods] = rowsOf('own-foods.csv');
const [ingredientsHeader, ...ingredients] = rowsOf('own-ingredients.csv');
const ownFoods = new Set(foods.map(([code]) => code));
const ownIngredients = new Set(ingredients.map(([code]) => code));

const codesOf = (row: readonly string[]): number => Number(row[0]);
const isAscending = (codes: readonly number[]): boolean =>
  codes.every((code, at) => at === 0 || code > codes[at - 1]!);

describe('own ingredients', () => {
  it('have the columns of the ingredient table and codes from 9001 up, ascending', () => {
    expect(ingredientsHeader).toEqual(['code', 'name', 'classes', 'note']);
    expect(ingredients.every((row) => row.length === 4 && row[1] !== '')).toBe(true);
    expect(ingredients.every((row) => codesOf(row) >= 9001 && codesOf(row) <= 9999)).toBe(true);
    expect(isAscending(ingredients.map(codesOf))).toBe(true);
  });

  it('name each class once, with shares and probabilities above 0 and at most 1', () => {
    const known = new Set<string>(classKeys);
    const wrong = ingredients.filter(([, , classes = '']) => {
      const items = classes.split(' ').filter((item) => item !== '');
      const keys = items.map((item) => item.replace(/[=~].*$/u, ''));
      const numbers = items.flatMap((item) => item.match(/(?<=[=~])[\d.]+/gu) ?? []).map(Number);
      return (
        !items.every((item) => /^[a-z0-9-]+(=[\d.]+)?(~[\d.]+)?$/u.test(item)) ||
        !keys.every((key) => known.has(key)) ||
        new Set(keys).size !== keys.length ||
        !numbers.every((number) => number > 0 && number <= 1)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('call wheat gluten, and milk dairy', () => {
    const keys = ingredients.map(([, name, classes = '']) => ({
      name,
      keys: new Set(classes.split(' ').map((item) => item.replace(/[=~].*$/u, ''))),
    }));
    expect(keys.filter((one) => one.keys.has('wheat') && !one.keys.has('gluten'))).toEqual([]);
    for (const kind of ['milk', 'cheese', 'yogurt', 'whey', 'skim-milk'])
      expect(keys.filter((one) => one.keys.has(kind) && !one.keys.has('dairy'))).toEqual([]);
  });
});

describe('own foods', () => {
  it('have six-digit codes, ascending, and names of their own', () => {
    expect(foodsHeader).toEqual(['code', 'name', 'parts', 'note']);
    expect(foods.every((row) => row.length === 4 && /^1\d{5}$/u.test(row[0]!))).toBe(true);
    expect(isAscending(foods.map(codesOf))).toBe(true);
    expect(new Set(foods.map(([, name]) => name)).size).toBe(foods.length);
  });

  it('are sums of surveyed foods, ingredients and earlier own foods in grams', () => {
    const wrong = foods.flatMap(([code, name, parts = '']) =>
      parts
        .split(' ')
        .filter((part) => {
          const [, kind, of = '', grams] = /^(i?)(\d+):(\d+(?:\.\d+)?)$/u.exec(part) ?? [];
          if (kind === undefined || !(Number(grams) > 0 && Number(grams) <= 1500)) return true;
          if (kind === 'i') return Number(of) > 985 && !ownIngredients.has(of);
          return of.length === 6
            ? !ownFoods.has(of) || Number(of) >= Number(code)
            : !/^[1-9]\d{7}$/u.test(of);
        })
        .map((part) => `${name}: ${part}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('common names', () => {
  it('hold no adjective, place or shop that is read as telling nothing', () => {
    const idle = new Set([...adjectives, ...places, ...shops]);
    const words = names.flatMap(([name]) => foldLetters(name!).split(/[^\p{L}\d]+/u));
    expect(words.filter((word) => idle.has(word))).toEqual([]);
  });

  const languages = ['en', 'en-GB', 'en-US', 'de', 'fr', 'es'];

  it('are sorted, lower case, without a name twice in a language', () => {
    expect(namesHeader).toEqual(['name', 'language', 'code', 'grams', 'note']);
    expect(names.every((row) => row.length === 5)).toBe(true);
    const keys = names.map(([name, language]) => `${name}\t${language}`);
    const byCodePoint = (a: string, b: string): number =>
      Buffer.compare(Buffer.from(a), Buffer.from(b));
    expect(keys).toEqual([...keys].sort(byCodePoint));
    expect(new Set(keys).size).toBe(keys.length);
    expect(names.filter(([name]) => name !== name!.toLowerCase().trim() || name === '')).toEqual(
      [],
    );
  });

  it('lead to a food, with a portion of 1 to 1500 g, in a known language', () => {
    const wrong = names.filter(
      ([, language = '', code = '', grams]) =>
        !languages.includes(language) ||
        !(ownFoods.has(code) || /^[1-9]\d{7}$/u.test(code)) ||
        !(Number(grams) >= 1 && Number(grams) <= 1500),
    );
    expect(wrong).toEqual([]);
  });

  it('mean one food in English, or one each in British and American English', () => {
    const english = new Map<string, string[]>();
    for (const [name = '', language = ''] of names)
      if (language.startsWith('en')) english.set(name, [...(english.get(name) ?? []), language]);
    expect([...english].filter(([, of]) => of.includes('en') && of.length > 1)).toEqual([]);
  });

  it('are enough: 500 in English, 200 foods each in German, French and Spanish', () => {
    const foodsIn = (start: string): number =>
      new Set(names.filter(([, of]) => of!.startsWith(start)).map(([, , code]) => code)).size;
    expect(foodsIn('en')).toBeGreaterThanOrEqual(500);
    for (const language of ['de', 'fr', 'es'])
      expect(foodsIn(language)).toBeGreaterThanOrEqual(200);
  });

  it('name each of the 200 most common foods in German, French and Spanish', () => {
    const common = readFileSync(new URL('fixtures/common-foods.txt', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n');
    expect(new Set(common).size).toBe(common.length);
    expect(common.length).toBeGreaterThanOrEqual(200);
    const codes = new Map(
      ['en-US', 'en-GB', 'en'].flatMap((language) =>
        names.filter(([, of]) => of === language).map(([name, , code]) => [name, code] as const),
      ),
    );
    for (const language of ['de', 'fr', 'es']) {
      const named = new Set(names.filter(([, of]) => of === language).map(([, , code]) => code));
      expect(
        common.filter((name) => !named.has(codes.get(name) ?? '')),
        language,
      ).toEqual([]);
    }
  });

  it('tell British from American where a word means two foods', () => {
    const of = (language: string): Map<string, string> =>
      new Map(names.filter((row) => row[1] === language).map(([name, , code]) => [name!, code!]));
    const british = of('en-GB');
    const american = of('en-US');
    const differing = [...british].filter(
      ([name, code]) => american.has(name) && american.get(name) !== code,
    );
    expect(differing.length).toBeGreaterThanOrEqual(15);
  });

  it('keep apart what the words confuse', () => {
    const codeOf = (name: string, language = 'en'): string | undefined =>
      names.find(([one, of]) => one === name && of === language)?.[2];
    expect(codeOf('squash', 'en-GB')).not.toBe(codeOf('squash', 'en-US'));
    expect(codeOf('chips', 'en-GB')).not.toBe(codeOf('chips', 'en-US'));
    expect(codeOf('biscuit', 'en-GB')).not.toBe(codeOf('biscuit', 'en-US'));
    expect(codeOf('peanut butter')).not.toBe(codeOf('butter'));
    expect(codeOf('oat milk')).not.toBe(codeOf('milk'));
    expect(codeOf('milk thistle tea')).not.toBe(codeOf('tea with milk'));
    expect(codeOf('coconut milk')).not.toBe(codeOf('coconut drink'));
  });
});
