/** A dish of which the person told the parts: "burrito bowl: rice, beans, salsa" holds no chicken of the usual recipe for sure. */
import { isFlesh, isNamedForFilling } from './find/slots.ts';
import type { Course } from './meal.ts';
import type { FoodTables } from './tables.ts';
import { takeAmount } from './text/quantities.ts';
import { praise } from './text/vocabulary.ts';
import { stemOf, wordsOf } from './text/words.ts';
import type { Unit } from './unit.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).map(stemOf));

/** Filled with cheese or without, as one likes. */
const vessels = setOf(
  `sandwich wrap baguette panini roll bap sub bagel pitta pita salad bowl burrito taco tacos fajita fajitas salat salade
  ensalada bocadillo brotchen`,
);
/** Of many kinds, with or without meat. */
const dishes = setOf(
  `quesadilla enchilada nachos pizza sushi fry curry soup stew chilli chili casserole tagine pasta lasagne lasagna noodles
  ramen pho rice risotto paella english breakfast up omelette omelet frittata rolls dumplings platter plate traybake
  board bake hotpot stir-fry suppe eintopf soupe tortilla sopa`,
);
/** Named for how they are made: a list tells what lies beside that. */
const ofTheirKind = setOf(
  `blt bouillabaisse caesar cesar california caprese chef chefs chowder club cobb cuban greek griechischer grecque griega
  melt nicoise philadelphia philly reuben tricolore waldorf yum`,
);
const dairy: ReadonlySet<string> = new Set(['cheese', 'cream', 'sour cream']);

/** So many parts, in brackets or behind a colon, are a list of what is in it; behind "with" some may be eaten beside it. */
const leastParts = { listed: 2, with: 3 };
const praiseStems: ReadonlySet<string> = new Set([...praise].map(stemOf));
const tied = / (?:with|containing|including|mit|avec|con) .*$/u;
/** Per cent of a part from which it tells what is in the dish. */
const telling = 10;

export const createToldParts = (
  tables: FoodTables,
  indexOfWord: (word: string) => number | null,
) => {
  const familiesOf = ({ match }: Unit): readonly string[] =>
    (match?.foods ?? []).flatMap(({ index }) =>
      tables
        .partsAt(index)
        .filter(({ percent }) => percent >= telling)
        .flatMap(({ ingredient }) => tables.ingredients.get(ingredient)?.family ?? []),
    );
  const isNamedForDairy = (phrase: string, indexOf: (word: string) => number | null): boolean =>
    wordsOf(phrase).some((word) => {
      const index = indexOf(word);
      const [main] = index === null ? [] : tables.partsAt(index);
      return main !== undefined && dairy.has(tables.ingredients.get(main.ingredient)?.family ?? '');
    });

  /** Marks the dish of a list: what of its recipe nobody told may be there or not. */
  return (dish: Course, courses: readonly Course[]): void => {
    const { match, phrase } = dish.unit;
    if (match === null || match.foods.length > 1 || match.instead !== null) return;
    const parts = courses.filter(({ within, told }) => within === dish && told !== null);
    const listed = parts.some(({ told }) => told === 'listed');
    if (parts.length < (listed ? leastParts.listed : leastParts.with)) return;
    const words = wordsOf(takeAmount(phrase.replace(tied, '')).rest).map(stemOf);
    // "Chef salad with turkey": of its kind is the rest too.
    const isVessel = listed
      ? words.some((word) => vessels.has(word))
      : words.every((word) => vessels.has(word) || praiseStems.has(word));
    if (!isVessel && !(listed && words.some((word) => dishes.has(word)))) return;
    // "Tacos" are not named for what is in the usual ones.
    const own = match.foods[0]!.index;
    if (words.some((word) => ofTheirKind.has(word))) return;
    const indexOfOther = (word: string): number | null => {
      const index = indexOfWord(word);
      const isKind = vessels.has(stemOf(word)) || dishes.has(stemOf(word));
      return index === own && isKind ? null : index;
    };
    const families = new Set(parts.flatMap(({ unit }) => familiesOf(unit)));
    const unsaid = new Set(
      tables
        .partsAt(own)
        .filter((part) => {
          const family = tables.ingredients.get(part.ingredient)?.family ?? '';
          if (families.has(family)) return false;
          // However little: the crab of mixed sushi.
          return isFlesh(tables, { ...part, percent: 100 })
            ? !isNamedForFilling(tables, phrase, indexOfOther)
            : isVessel && dairy.has(family) && !isNamedForDairy(phrase, indexOfOther);
        })
        .map(({ ingredient }) => ingredient),
    );
    if (unsaid.size > 0) dish.unit = { ...dish.unit, match: { ...match, unsaid } };
  };
};
