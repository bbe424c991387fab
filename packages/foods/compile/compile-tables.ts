import type { FoodsAsset } from '../src/assets.ts';
import { readClassItems } from '../src/class-items.ts';
import { allergenKeys, type ClassKey, preparationTags } from '../src/classes.ts';
import {
  packColumns,
  packDigits,
  packPairs,
  packSparse,
  shortened,
  shortYear,
} from '../src/packed.ts';
import type { ClassShare } from '../src/tables.ts';
import { foldLetters } from '../src/text/normalise.ts';
import { keyOf, stemsOf, wordsOf } from '../src/text/words.ts';
import { readTable, TableError, type TableRow } from './read-table.ts';
import { readSynonyms } from './synonyms.ts';

/** The texts of all tables, by file name; raw ones as published, the others hand-kept in `data/`. */
export interface TableTexts {
  /** FDA-FDD: code,desc,survey. */
  readonly foods: string;
  /** FDA-FDD: ing_id,ingredient. */
  readonly ingredientNames: string;
  /** FDA-FDD: code,ing_id,pct. */
  readonly composition: string;
  /** FPED: cup, ounce and other equivalents in 100 g by food code. */
  readonly patterns: string;
  readonly ingredients: string;
  readonly ownIngredients: string;
  /** Everyday names of all ingredients: code,name,family,note. */
  readonly families: string;
  readonly ownFoods: string;
  readonly leftOut: string;
  readonly preparations: string;
  readonly foodClasses: string;
  /** How recipes of one name differ: words,unless,classes,note. */
  readonly variations: string;
  readonly commonNames: string;
  readonly portions: string;
  readonly labelWords: string;
  /** FNDDS: further names of foods, as published. */
  readonly synonyms: string;
}

/** Percentages of one food must add up to this, in per cent (rounding of the source). */
const sums = [99.6, 100.4] as const;
const languages = new Set(['en', 'en-GB', 'en-US', 'de', 'fr', 'es']);
const grades = new Set(['good', 'fair', 'low']);
const tags: ReadonlySet<string> = new Set([...preparationTags, 'histamine']);

interface Food {
  readonly code: number;
  readonly name: string;
  readonly year: number;
  /** Grams per 100 g by ingredient code. */
  readonly parts: ReadonlyMap<number, number>;
  /** Foods it is the sum of, with their share; empty for a food of the survey. */
  readonly of: readonly (readonly [code: number, share: number])[];
}

/** Checks every sum, join and range and returns the asset. Throws TableError at the first that fails. */
export const compileTables = (texts: TableTexts, version: string): FoodsAsset => {
  const ingredients = readIngredients(texts);
  const families = readFamilies(texts.families, ingredients);
  const foods = readFoods(texts, ingredients);
  const codes = [...foods.keys()].sort((a, b) => a - b);
  const place = new Map(codes.map((code, i) => [code, i]));
  const rank = rankByUse(foods, ingredients);
  const counts: number[] = [];
  const parts: number[] = [];
  const hundredths: number[] = [];
  for (const code of codes) {
    const own = [...foods.get(code)!.parts]
      .map(([ingredient, percent]) => [ingredient, inHundredths(percent)] as const)
      .filter(([, amount]) => amount > 0)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    counts.push(own.length);
    for (const [i, [ingredient, amount]] of own.entries()) {
      parts.push(rank.get(ingredient)!);
      // The largest part is what the others leave.
      if (i > 0) hundredths.push(amount);
    }
  }
  const byRank = [...rank.keys()];
  return {
    version,
    ingredientCodes: byRank,
    ingredientNames: byRank.map((code) => ingredients.get(code)!.name).join('\n'),
    ingredientClasses: byRank.map((code) => ingredients.get(code)!.classes).join('\n'),
    ingredientFamilies: byRank.map((code) => families.get(code)!).join('\n'),
    ingredientDry: byRank.map(() => 100),
    codeSteps: codes.map((code, i) => code - (codes[i - 1] ?? 0)),
    names: codes.map((code) => foods.get(code)!.name).join('\n'),
    years: packDigits(codes.map((code) => shortYear(foods.get(code)!.year))),
    counts: packDigits(counts),
    parts: packPairs(parts),
    hundredths: packColumns(hundredths.map(shortened)),
    preparations: readPreparations(texts.preparations, foods, place),
    foodClasses: readFoodClasses(texts, foods, place),
    variations: readVariations(texts.variations),
    commonNames: readCommonNames(texts.commonNames, place),
    synonyms: readSynonyms(
      texts.synonyms,
      place,
      codes.map((code) => foods.get(code)!.name),
      readTable('common-names.csv', texts.commonNames).map((row) => row.cell('name')),
    ),
    portions: readPortions(texts.portions, place),
    labelWords: readLabelWords(texts.labelWords),
  };
};

interface Named {
  readonly name: string;
  readonly classes: string;
}

const checkedClasses = (row: TableRow): string => {
  const text = row.cell('classes');
  try {
    readClassItems(text);
  } catch (error) {
    return row.fail((error as Error).message);
  }
  return text;
};

const readIngredients = (texts: TableTexts): Map<number, Named> => {
  const published = new Map<number, string>();
  for (const row of readTable('FDD ingredients', texts.ingredientNames)) {
    const code = row.number('ing_id', 0, 9000);
    if (published.has(code)) row.fail(`ingredient ${code} is there twice`);
    published.set(code, row.cell('ingredient'));
  }
  const ingredients = new Map<number, Named>();
  for (const row of readTable('ingredients.csv', texts.ingredients)) {
    const code = row.number('code', 0, 9000);
    const name = row.cell('name');
    if (published.get(code) !== name)
      row.fail(`the source names ingredient ${code} "${published.get(code) ?? 'nothing'}"`);
    if (ingredients.has(code)) row.fail(`ingredient ${code} is there twice`);
    ingredients.set(code, { name, classes: checkedClasses(row) });
  }
  for (const row of readTable('FDD ingredients', texts.ingredientNames)) {
    const code = Number(row.cell('ing_id'));
    if (!ingredients.has(code)) row.fail(`ingredient ${code} has no row in ingredients.csv`);
  }
  for (const row of readTable('own-ingredients.csv', texts.ownIngredients)) {
    const code = row.number('code', 9001, 9999);
    if (ingredients.has(code)) row.fail(`ingredient ${code} is there twice`);
    ingredients.set(code, { name: row.cell('name'), classes: checkedClasses(row) });
  }
  return ingredients;
};

const readFamilies = (
  text: string,
  ingredients: ReadonlyMap<number, Named>,
): Map<number, string> => {
  const families = new Map<number, string>();
  for (const row of readTable('ingredient-families.csv', text)) {
    const code = row.number('code', 0, 9999);
    const name = ingredients.get(code)?.name ?? row.fail(`there is no ingredient ${code}`);
    if (name !== row.cell('name')) row.fail(`ingredient ${code} is named "${name}"`);
    if (families.has(code)) row.fail(`ingredient ${code} is there twice`);
    const family = row.cell('family');
    if (family === '' || family !== family.toLowerCase()) row.fail(`"${family}" is no family`);
    families.set(code, family === '-' ? '' : family);
  }
  for (const [code, { name }] of ingredients)
    if (!families.has(code))
      throw new TableError(`ingredient-families.csv: no row for ingredient ${code}, "${name}"`);
  return families;
};

const readFoods = (
  texts: TableTexts,
  ingredients: ReadonlyMap<number, Named>,
): Map<number, Food> => {
  const leftOut = new Map(
    readTable('left-out.csv', texts.leftOut).map((row) => [
      row.number('code', 1e7, 1e8 - 1),
      { row, name: row.cell('name') },
    ]),
  );
  const parts = new Map<number, Map<number, number>>();
  const used = new Set<number>();
  for (const row of readTable('FDD composition', texts.composition)) {
    const code = row.number('code', 1e7, 1e8 - 1);
    const ingredient = row.number('ing_id', 0, 9000);
    if (!ingredients.has(ingredient)) row.fail(`there is no ingredient ${ingredient}`);
    const own = parts.get(code) ?? new Map<number, number>();
    // The source lists an ingredient again where it comes in by two ways.
    own.set(ingredient, (own.get(ingredient) ?? 0) + row.number('pct', 0, 100));
    parts.set(code, own);
    used.add(ingredient);
  }
  for (const code of ingredients.keys())
    if (code <= 9000 && !used.has(code))
      throw new RangeError(`FDD composition: no food holds ingredient ${code}`);
  const foods = new Map<number, Food>();
  for (const row of readTable('FDD foods', texts.foods)) {
    const code = row.number('code', 1e7, 1e8 - 1);
    const name = row.cell('desc');
    const [, year] = /^\d{4}-(\d{4})$/u.exec(row.cell('survey')) ?? row.fail('no survey years');
    const own = parts.get(code) ?? row.fail(`food ${code} has no composition`);
    const sum = [...own.values()].reduce((a, b) => a + b, 0);
    if (sum < sums[0] || sum > sums[1])
      row.fail(`the parts of food ${code} add up to ${sum.toFixed(2)} %`);
    if (foods.has(code)) row.fail(`food ${code} is there twice`);
    parts.delete(code);
    const gone = leftOut.get(code);
    if (gone === undefined) foods.set(code, { code, name, year: Number(year), parts: own, of: [] });
    else if (gone.name !== name) gone.row.fail(`the source names food ${code} "${name}"`);
    leftOut.delete(code);
  }
  for (const { row } of leftOut.values()) row.fail('the source has no such food');
  const [stray] = parts.keys();
  if (stray !== undefined) throw new RangeError(`FDD composition: there is no food ${stray}`);
  for (const row of readTable('own-foods.csv', texts.ownFoods)) {
    const food = readOwnFood(row, foods, ingredients);
    if (foods.has(food.code)) row.fail(`food ${food.code} is there twice`);
    foods.set(food.code, food);
  }
  return foods;
};

const readOwnFood = (
  row: TableRow,
  foods: ReadonlyMap<number, Food>,
  ingredients: ReadonlyMap<number, Named>,
): Food => {
  const items = row
    .cell('parts')
    .split(' ')
    .map((item) => {
      const [, kind, code, grams] =
        /^(i?)(\d+):(\d+(?:\.\d+)?)$/u.exec(item) ?? row.fail(`"${item}" is no part`);
      return { ingredient: kind === 'i', code: Number(code), grams: Number(grams) };
    });
  const total = items.reduce((sum, { grams }) => sum + grams, 0);
  const parts = new Map<number, number>();
  const add = (ingredient: number, percent: number): void => {
    parts.set(ingredient, (parts.get(ingredient) ?? 0) + percent);
  };
  for (const { ingredient, code, grams } of items) {
    const percent = (100 * grams) / total;
    if (ingredient) {
      if (!ingredients.has(code)) row.fail(`there is no ingredient ${code}`);
      add(code, percent);
      continue;
    }
    const food = foods.get(code) ?? row.fail(`there is no food ${code} above it`);
    for (const [of, share] of food.parts) add(of, (share * percent) / 100);
  }
  return {
    code: row.number('code', 100_001, 999_999),
    name: row.cell('name'),
    year: 0,
    parts,
    of: items
      .filter(({ ingredient }) => !ingredient)
      .map(({ code, grams }) => [code, grams / total] as const),
  };
};

/** Three digits at most: the source is not more precise than that. */
const inHundredths = (percent: number): number =>
  percent < 10 ? Math.round(100 * percent) : 10 * Math.round(10 * percent);

/** Common ingredients get small numbers, which take less room. */
const rankByUse = (
  foods: ReadonlyMap<number, Food>,
  ingredients: ReadonlyMap<number, Named>,
): Map<number, number> => {
  const uses = new Map<number, number>();
  for (const { parts } of foods.values())
    for (const code of parts.keys()) uses.set(code, (uses.get(code) ?? 0) + 1);
  return new Map(
    [...ingredients.keys()]
      .sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || a - b)
      .map((code, i) => [code, i]),
  );
};

/** In the table for a food to which nothing was done. */
const untouched = '-';

const readPreparations = (
  text: string,
  foods: ReadonlyMap<number, Food>,
  place: ReadonlyMap<number, number>,
): string => {
  const named = new Set<number>();
  const lines = new Map<number, string>();
  for (const row of readTable('preparations.csv', text)) {
    const code = row.number('code', 100_001, 1e8 - 1);
    const food = foods.get(code) ?? row.fail(`there is no food ${code}`);
    if (food.name !== row.cell('food')) row.fail(`food ${code} is named "${food.name}"`);
    if (named.has(code)) row.fail(`food ${code} is there twice`);
    named.add(code);
    const text = row.cell('preparations');
    if (text === untouched) continue;
    for (const item of text.split(' ')) {
      const [, tag = '', probability = '1', grade = ''] =
        /^([a-z-]+)(?:~(\d*\.?\d+))?:([a-z]+)$/u.exec(item) ?? [];
      const sure = Number(probability);
      if (!tags.has(tag) || !grades.has(grade) || !(sure > 0 && sure <= 1))
        row.fail(`"${item}" is no preparation`);
    }
    lines.set(place.get(code)!, text);
  }
  for (const { code, name } of foods.values())
    if (!named.has(code))
      throw new TableError(`preparations.csv: no row for food ${code}, "${name}"`);
  return packSparse(lines);
};

/** Grams of the class in the unit of a column of FPED (USDA 2020, definitions of the equivalents). */
const patterns: readonly (readonly [column: string, key: ClassKey, grams: number])[] = [
  ['PF_CUREDMEAT (oz. eq.)', 'processed-meat', 28.35],
  ['D_YOGURT (cup eq.)', 'yogurt', 245],
  ['A_DRINKS (no. of drinks)', 'alcohol', 14],
];
/** Less of a class than this share is left to the ingredients. */
const leastShare = 0.005;

/**
 * Classes that a food has as a whole and its ingredients do not show: ham is pork, yogurt is milk. From the
 * hand-kept table where it names the food, else from FPED; own foods have those of their parts by weight.
 */
const readFoodClasses = (
  texts: TableTexts,
  foods: ReadonlyMap<number, Food>,
  place: ReadonlyMap<number, number>,
): string => {
  const stated = new Map<number, ClassShare[]>();
  for (const row of readTable('FPED', texts.patterns)) {
    const code = row.number('FOODCODE', 1e7, 1e8 - 1);
    const shares = patterns.flatMap(([column, key, grams]) => {
      const share = Math.min(1, (row.number(column, 0, 1000) * grams) / 100);
      return share >= leastShare ? [{ key, share, probability: 1 }] : [];
    });
    if (shares.length > 0 && foods.has(code)) stated.set(code, shares);
  }
  const named = new Set<number>();
  for (const row of readTable('food-classes.csv', texts.foodClasses)) {
    const code = row.number('code', 100_001, 1e8 - 1);
    const food = foods.get(code) ?? row.fail(`there is no food ${code}`);
    if (food.name !== row.cell('food')) row.fail(`food ${code} is named "${food.name}"`);
    if (named.has(code)) row.fail(`food ${code} is there twice`);
    named.add(code);
    const own = readClassItems(checkedClasses(row));
    const keys = new Set(own.map(({ key }) => key));
    stated.set(code, [...own, ...(stated.get(code) ?? []).filter(({ key }) => !keys.has(key))]);
  }
  const lines = new Map<number, string>();
  for (const { code, of } of foods.values()) {
    const shares = sumOfParts(stated.get(code) ?? [], of, stated);
    if (shares.length === 0) continue;
    stated.set(code, shares);
    lines.set(place.get(code)!, shares.map(itemOf).join(' '));
  }
  return packSparse(lines);
};

const sumOfParts = (
  own: readonly ClassShare[],
  of: readonly (readonly [code: number, share: number])[],
  stated: ReadonlyMap<number, readonly ClassShare[]>,
): ClassShare[] => {
  const sums = new Map<ClassKey, ClassShare>();
  for (const [code, part] of of)
    for (const { key, share, probability } of stated.get(code) ?? []) {
      const other = sums.get(key);
      sums.set(key, {
        key,
        share: Math.min(1, (other?.share ?? 0) + share * part),
        probability: Math.max(other?.probability ?? 0, probability),
      });
    }
  for (const share of own) sums.set(share.key, share);
  return [...sums.values()].filter(({ share }) => share >= 0.0001);
};

const itemOf = ({ key, share, probability }: ClassShare): string =>
  `${key}${share < 1 ? `=${Number(share.toFixed(4))}` : ''}${probability < 1 ? `~${probability}` : ''}`;

/** Rarer than one recipe in four is not told; above one half the food's own recipe should say so. */
const variationRange = [0.25, 0.5] as const;

const readVariations = (text: string): string =>
  readTable('recipe-variation.csv', text)
    .map((row) => {
      const classes = checkedClasses(row);
      const [least, most] = variationRange;
      for (const { key, probability } of readClassItems(classes)) {
        if (!allergenKeys.has(key)) row.fail(`"${key}" is no allergen`);
        if (probability < least || probability > most)
          row.fail(`"${key}" needs a probability of ${least} to ${most}`);
      }
      if (row.cell('words') === '') row.fail('a word is needed');
      return [row.cell('words'), row.cell('unless'), classes].join('\t');
    })
    .join('\n');

/**
 * Lines `step of place TAB name|language|grams|unit TAB name ...`; what is as in the name before is left out, and so are
 * names that are read as another of the same food ("oat cake", "oatcake").
 */
const readCommonNames = (text: string, place: ReadonlyMap<number, number>): string => {
  const seen = new Set<string>();
  /** By key, language and food: grams of the singular and of the plural, which are all that is read. */
  const portions = new Map<string, number[]>();
  const byPlace = new Map<number, (readonly [name: string, rest: string])[]>();
  for (const row of readTable('common-names.csv', text)) {
    const name = row.cell('name');
    const language = row.cell('language');
    const at = place.get(row.number('code', 100_001, 1e8 - 1)) ?? row.fail('there is no such food');
    if (name !== name.toLowerCase() || name.trim() !== name || name === '' || name.includes('|'))
      row.fail(`"${name}" is not in lower case`);
    if (!languages.has(language)) row.fail(`"${language}" is no language`);
    if (seen.has(`${name}\t${language}`)) row.fail(`"${name}" is there twice`);
    seen.add(`${name}\t${language}`);
    const [, unit = ''] = /\bunit=(piece|slice)\b/u.exec(row.cell('note')) ?? [];
    const names = byPlace.get(at) ?? [];
    const grams = row.number('grams', 0.05, 1500);
    const key = `${keyOf(stemsOf(wordsOf(foldLetters(name))))}\t${language}\t${at}`;
    const known = portions.get(key);
    const isPlural = known?.length === 1 && grams > known[0]! && name.endsWith('s');
    if (known !== undefined && !isPlural) continue;
    portions.set(key, [...(known ?? []), grams]);
    names.push([name, `${language}|${grams}|${unit}`]);
    byPlace.set(at, names);
  }
  let last = 0;
  let before = '';
  return [...byPlace.keys()]
    .sort((a, b) => a - b)
    .map((at) => {
      const step = at - last;
      last = at;
      const names = byPlace.get(at)!.map(([name, rest]) => {
        const told = rest === before ? name : `${name}|${rest}`;
        before = rest;
        return told;
      });
      return [step, ...names].join('\t');
    })
    .join('\n');
};

const readPortions = (text: string, place: ReadonlyMap<number, number>): string =>
  readTable('portions.csv', text)
    .map((row) => {
      const food = row.cell('food');
      const at =
        food === '' ? '' : (place.get(Number(food)) ?? row.fail(`there is no food ${food}`));
      return [row.cell('unit'), at, row.number('grams', 0.05, 2000)].join('\t');
    })
    .join('\n');

const readLabelWords = (text: string): string =>
  readTable('label-words.csv', text)
    .map((row) => {
      const language = row.cell('language');
      if (!languages.has(language)) row.fail(`"${language}" is no language`);
      return [row.cell('name'), language, checkedClasses(row)].join('\t');
    })
    .join('\n');
