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
  /** Names that share their stems with that of another food, as they are written: "frosty", and no frosties. */
  readonly byWriting: ReadonlyMap<string, NamedFood>;
  /** What the same word means in a text of another language: "chips", "raisins". */
  readonly abroad: ReadonlyMap<Tongue, ReadonlyMap<string, NamedFood>>;
  /** The name with these stems in any order, unless the order tells foods apart. */
  readonly inAnyOrder: (stems: readonly string[]) => NamedFood | undefined;
  /** Longest name, in stems. */
  readonly longest: number;
  /** Usual portion by food index. */
  readonly gramsAt: ReadonlyMap<number, number>;
}

const isAlike = (one: string, other: string): boolean => one.slice(0, 2) === other.slice(0, 2);
const writingOf = (name: string): string => wordsOf(foldLetters(name)).join(' ');

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

interface Entry {
  readonly name: CommonName;
  readonly stems: string[];
}

const indexBags = (byKey: ReadonlyMap<string, NamedFood>): CommonNames['inAnyOrder'] => {
  // Only phrases that are no name as they stand ask for it.
  let bags: Map<string, NamedFood | null> | undefined;
  const build = (): Map<string, NamedFood | null> => {
    const built = new Map<string, NamedFood | null>();
    for (const food of byKey.values()) {
      if (food.stems.length < 2) continue;
      const bag = bagOf(food.stems);
      const other = built.get(bag);
      if (other === undefined) built.set(bag, food);
      else if (other !== null && other.index !== food.index) built.set(bag, null);
    }
    return built;
  };
  return (stems) => (bags ??= build()).get(bagOf(stems)) ?? undefined;
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
  const groups = new Map<string, Entry[]>();
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
  const byWriting = new Map<string, NamedFood>();
  const abroad = new Map<Tongue, Map<string, NamedFood>>();
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
    for (const { name: other } of group.length > 1 ? group : []) {
      if (other.code === name.code || !isAlike(other.language, name.language)) continue;
      const written = writingOf(other.name);
      const at = indexOfCode(tables.codes, other.code);
      if (at < 0 || written === writingOf(name.name) || byWriting.has(written)) continue;
      const { many: _portion, ...alike } = food;
      byWriting.set(written, {
        ...alike,
        index: at,
        grams: other.grams,
        piece: other.unit !== undefined,
        name: other.name,
        english: other.language.startsWith('en'),
      });
    }
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
  }
  return { written, byKey, byWriting, abroad, inAnyOrder: indexBags(byKey), longest, gramsAt };
};
