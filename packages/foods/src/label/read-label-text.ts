import { allergenKeys } from '../classes.ts';
import { compose } from '../compose.ts';
import { certainty } from '../find/certainty.ts';
import type { Resolver } from '../find/resolve.ts';
import { type FoodReading, type ResolvedFood, tooLong } from '../resolved-food.ts';
import type { FoodTables } from '../tables.ts';
import { maxCharacters, normalise } from '../text/normalise.ts';
import { createLabelLookup, type LabelLookup, readLabel } from './label.ts';
import { productOf } from './list.ts';

/** Doses of a packed food are told for so much of it, as no portion is known. */
const labelGrams = 100;

/** An allergen may be there or not. */
const isOpen = (classes: ResolvedFood['classes']): boolean =>
  [...classes].some(([key, { probability }]) => probability <= 0.5 && allergenKeys.has(key));

/** Reads ingredient lists; words that the label vocabulary lacks are looked up among the names of foods. */
export const createLabelReader = (tables: FoodTables, resolver: Resolver) => {
  let labelLookup: LabelLookup | null = null;
  return (typed: string): FoodReading => {
    labelLookup ??= createLabelLookup(tables, (words) => {
      const match = resolver.compound(words.join(' '));
      if (match === null || match.how !== 'name') return undefined;
      const { classes } = compose(tables, {
        match,
        removals: [],
        plantMilk: null,
        grain: null,
        named: () => null,
      });
      return [...classes].map(([key, { percent, probability }]) => ({
        key,
        share: percent / 100,
        probability,
      }));
    });
    const label = readLabel(typed, labelLookup, labelGrams);
    const phrase = normalise(typed.slice(0, 200)).text.slice(0, 80);
    const product = productOf(typed);
    const unread = label.ingredients.length === 0;
    const notes = typed.length > maxCharacters ? [tooLong] : [];
    if (unread) return { items: [], unknown: [phrase], notes };
    const item: ResolvedFood = {
      phrase,
      food: product === null ? 'From its ingredient list' : `${product}, from its ingredient list`,
      code: 0,
      with: [],
      identified: label.confidence,
      confidence:
        label.unknown.length === 0 && !isOpen(label.classes)
          ? label.confidence
          : Math.min(label.confidence, certainty.openRecipe),
      how: 'label',
      grams: labelGrams,
      ingredients: label.ingredients.map(({ name, percent }) => ({
        name,
        family: name.toLowerCase(),
        percent,
      })),
      classes: label.classes,
      variations: new Map(),
      preparations:
        (label.classes.get('ultra-processed')?.probability ?? 0) >= 0.5 ? ['ultra-processed'] : [],
      without: [],
      nutrients: null,
      dataVersion: tables.version,
      label: { emphasised: label.emphasised, mayContain: label.mayContain, unknown: label.unknown },
    };
    return { items: [item], unknown: [...label.unknown], notes };
  };
};
