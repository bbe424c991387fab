import type { CommonName, FoodTables } from '../tables.ts';
import type { Tongue } from '../text/language.ts';
import { foldLetters } from '../text/normalise.ts';
import { bagOf, keyOf, stemsOf, wordsOf } from '../text/words.ts';

export interface NamedFood {
  readonly index: number;
  readonly grams: number;
  /** `grams` are those of one piece or slice. */
  readonly piece: boolean;
  /** Grams of the usual portion where the plural is typed; undefined where it is that of the singular. */
  readonly many?: number;
  readonly name: string;
  /** Other regions mean another food by the same word. */
  readonly ambiguous: boolean;
  readonly english: boolean;
  /** Stems of the name, to know the head of a longer phrase. */
  readonly stems: readonly string[];
}

/** Where a word means different foods: British first, then the rest of English, then the others. */
const languageOrder: readonly CommonName['language'][] = ['en-GB', 'en', 'en-US', 'de', 'fr', 'es'];

export interface CommonNames {
  /** All names as they are written, folded. */
  readonly written: ReadonlySet<string>;
  readonly byKey: ReadonlyMap<string, NamedFood>;
  /** What the same word means in a text of another language: "chips", "raisins". */
  readonly abroad: ReadonlyMap<Tongue, ReadonlyMap<string, NamedFood>>;
  /** Names in which the words may stand in any order, without those where order tells foods apart. */
  readonly byBag: ReadonlyMap<string, NamedFood>;
  /** Longest name, in stems. */
  readonly longest: number;
  /** Usual portion by food index. */
  readonly gramsAt: ReadonlyMap<number, number>;
}

export const indexOfCode = (codes: Int32Array, code: number): number => {
  let low = 0;
  let high = codes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = codes[middle]!;
    if (found === code) return middle;
    if (found < code) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};

/**
 * Indexes the hand-kept names. `language` is the person's own, which wins where regions differ.
 */
export const indexCommonNames = (
  tables: FoodTables,
  language: CommonName['language'] | undefined,
): CommonNames => {
  const order = (name: CommonName): number =>
    name.language === language ? -1 : languageOrder.indexOf(name.language);
  const written = new Set<string>();
  const groups = new Map<string, { readonly name: CommonName; readonly stems: string[] }[]>();
  for (const name of tables.commonNames) {
    const folded = foldLetters(name.name);
    const stems = stemsOf(wordsOf(folded));
    if (stems.length === 0) continue;
    written.add(folded);
    const key = keyOf(stems);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ name, stems }]);
    else group.push({ name, stems });
  }
  const byKey = new Map<string, NamedFood>();
  const abroad = new Map<Tongue, Map<string, NamedFood>>();
  const bags = new Map<string, NamedFood | null>();
  const gramsAt = new Map<number, number>();
  let longest = 1;
  for (const [key, group] of groups) {
    group.sort((a, b) => order(a.name) - order(b.name));
    const { name, stems } = group[0]!;
    const index = indexOfCode(tables.codes, name.code);
    if (index < 0) continue;
    const english = group.filter((one) => one.name.language.startsWith('en'));
    const regional = english.some((one) => one.name.code !== name.code);
    // "Roast potato" and "roast potatoes": one key, two portions.
    const many = group.find(
      (one) =>
        one.name.code === name.code &&
        one.name.language === name.language &&
        one.name.grams > name.grams &&
        one.name.name.endsWith('s') &&
        !name.name.endsWith('s'),
    );
    const food: NamedFood = {
      index,
      grams: name.grams,
      piece: name.unit !== undefined,
      ...(many === undefined ? {} : { many: many.name.grams }),
      name: name.name,
      ambiguous: regional && language === undefined,
      english: english.length > 0,
      stems,
    };
    byKey.set(key, food);
    for (const one of group) {
      const tongue = one.name.language;
      if (tongue !== 'de' && tongue !== 'fr' && tongue !== 'es') continue;
      const there = indexOfCode(tables.codes, one.name.code);
      if (there < 0 || there === index) continue;
      const own = abroad.get(tongue) ?? new Map<string, NamedFood>();
      abroad.set(tongue, own);
      const { many: _portion, ...alike } = food;
      own.set(key, {
        ...alike,
        index: there,
        grams: one.name.grams,
        piece: one.name.unit !== undefined,
        name: one.name.name,
        ambiguous: false,
      });
    }
    if (!gramsAt.has(index)) gramsAt.set(index, name.grams);
    longest = Math.max(longest, stems.length);
    if (stems.length > 1) {
      const bag = bagOf(stems);
      const other = bags.get(bag);
      if (other === undefined) bags.set(bag, food);
      else if (other !== null && other.index !== index) bags.set(bag, null);
    }
  }
  const byBag = new Map<string, NamedFood>();
  for (const [bag, food] of bags) if (food !== null) byBag.set(bag, food);
  return { written, byKey, abroad, byBag, longest, gramsAt };
};
