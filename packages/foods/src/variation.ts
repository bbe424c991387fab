/** Recipes of one name differ: what a dish may hold beside its own recipe. */
import type { ClassKey } from './classes.ts';
import type { ClassDose, Composed } from './compose.ts';
import type { ClassShare, FoodTables, Variation } from './tables.ts';
import { takeModifiers } from './text/modifiers.ts';
import { foldLetters } from './text/normalise.ts';
import { stemOf, stemsOf, wordsOf } from './text/words.ts';

/** Of the weight, where the table names no share: a trace. */
const trace = 0.01;

interface Rule {
  readonly unless: ReadonlySet<string>;
  readonly classes: Variation['classes'];
}

/** Index of a food to the allergens that other recipes of its name hold, each with a probability of at most one half. */
export const createVariations = (tables: FoodTables) => {
  const rules = new Map<string, Rule[]>();
  for (const { words, unless, classes } of tables.variations) {
    const rule = { unless: new Set(unless.map(stemOf)), classes };
    for (const stem of new Set(words.map(stemOf)))
      rules.set(stem, [...(rules.get(stem) ?? []), rule]);
  }
  const remembered = new Map<number, readonly ClassShare[]>();

  const read = (name: string): readonly ClassShare[] => {
    const { rest, removals } = takeModifiers(foldLetters(name));
    const stems = new Set(stemsOf(wordsOf(rest)));
    const without = new Set<ClassKey>(removals.flatMap(({ keys }) => keys));
    const found = new Map<ClassKey, ClassShare>();
    for (const stem of stems)
      for (const { unless, classes } of rules.get(stem) ?? []) {
        if ([...unless].some((other) => stems.has(other))) continue;
        for (const item of classes)
          if (!without.has(item.key) && item.probability > (found.get(item.key)?.probability ?? 0))
            found.set(item.key, item);
      }
    return [...found.values()];
  };

  return (index: number): readonly ClassShare[] => {
    let known = remembered.get(index);
    if (known === undefined) remembered.set(index, (known = read(tables.names[index]!)));
    return known;
  };
};

/** What other recipes of the parts of a composed food may hold and it does not, in grams expected of `total`. */
export const variationsOf = (
  { classes, gone }: Pick<Composed, 'classes' | 'gone'>,
  parts: readonly { readonly share: number; readonly possible: readonly ClassShare[] }[],
  total: number,
): ReadonlyMap<ClassKey, ClassDose> => {
  const found = new Map<ClassKey, ClassDose>();
  for (const { share: part, possible } of parts)
    for (const { key, share, probability } of possible) {
      const known = Math.max(classes.get(key)?.probability ?? 0, found.get(key)?.probability ?? 0);
      if (gone.has(key) || known >= probability) continue;
      const percent = 100 * part * (share === 1 ? trace : share) * probability;
      found.set(key, { percent, grams: (percent * total) / 100, probability });
    }
  return found;
};
