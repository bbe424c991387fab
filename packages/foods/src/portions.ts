import type { Match } from './find/resolve.ts';
import type { FoodTables } from './tables.ts';
import type { Amount } from './text/quantities.ts';
import { gramsPerUnit } from './text/units.ts';
import { brands } from './text/vocabulary.ts';
import { stemOf, wordsOf } from './text/words.ts';

/** A bowl of a food is a usual portion of it, be it cornflakes or soup. */
const dishes: ReadonlySet<string> = new Set([
  'bowl',
  'plate',
  'serving',
  'cupful',
  'mug',
  'side',
  'box',
]);
/** "Crackers", "dates": nobody eats one. About so many grams of small pieces, in two to four of them. */
const fewPieces = 40;
/** "Sausages", "eggs": two; of larger pieces nobody knows. */
const largePiece = 70;

/** "A few olives": nobody counted. */
const vagueCount = /\b(?:few|several|couple|paar|quelques|unos|unas)\b/u;
const fewOf = 0.5;
/** A portion of so many pieces is counted by them. */
const manyPieces = 2.4;
/** A usual portion that is no more than this is a piece. */
const mostOfPiece = 200;

/** A slice of these is a portion; other slices are those of bread. */
const cutInSlices =
  /\b(?:pie|cake|cheesecake|tart|quiche|lasagn[ae]|strudel|gateau|flan|pudding|torte|sponge|roulade|frittata|meatloaf|pavlova|roll)\b/u;

/** A food drunk by the glass; a drop of it is a small splash, in grams. */
const leastPoured = 100;
const smallSplash = 10;
/** "Tuna roll (8)": so many are pieces of rolls, fewer are rolls. */
const leastOfRolls = 4;

const isPlural = (phrase: string): boolean => {
  const [named = ''] = phrase.split(/ (?:no|without|with|ohne|mit|sans|avec|sin|con) /u);
  const last = wordsOf(named).findLast((word) => !brands.has(word)) ?? '';
  return last.endsWith('s') && stemOf(last) !== last;
};

/**
 * Grams of an amount of a food: by weight, by the table of household units, else in usual portions. `phrase` tells
 * one piece from several.
 */
export const createPortions = (tables: FoodTables) => {
  const grams = new Map<string, number>();
  for (const portion of tables.portions)
    grams.set(`${portion.unit}/${portion.code ?? ''}`, portion.grams);
  return (amount: Amount | null, match: Match, phrase: string): number => {
    const usual = match.grams;
    if (amount === null) {
      if (match.many !== undefined && isPlural(phrase)) return match.many;
      if (match.piece && usual > fewPieces && usual <= largePiece && isPlural(phrase))
        return 2 * usual;
      if (!match.piece || usual > fewPieces || !isPlural(phrase)) return usual;
      return usual * Math.max(2, Math.min(4, Math.round(fewPieces / usual)));
    }
    const code = tables.codes[match.foods[0]!.index]!;
    if (amount.unit === null) {
      // "10 grapes": a number counts pieces where a portion is many of them.
      const piece = grams.get(`piece/${code}`);
      const counted = !match.piece && amount.count >= 2 && Number.isInteger(amount.count);
      const rolls =
        amount.count < leastOfRolls &&
        /\b(?:tuna|salmon|california|sushi|maki) rolls?\b/u.test(phrase);
      const many = counted && !rolls && piece !== undefined && manyPieces * piece < usual;
      if (many && vagueCount.test(phrase)) return fewOf * usual;
      return amount.count * (many ? piece : usual);
    }
    const measured = gramsPerUnit(amount.unit);
    if (measured !== undefined) return amount.count * measured;
    // Units of effect, as of vitamins, weigh next to nothing.
    if (amount.unit === 'iu') return usual;
    // "A drop of milk" is poured, "3 drops of vitamin D" are counted.
    if (amount.unit === 'drop' && amount.count === 1 && usual >= leastPoured) return smallSplash;
    const own = grams.get(`${amount.unit}/${code}`);
    if (own === undefined && dishes.has(amount.unit)) return amount.count * usual;
    // A piece of cake or quiche is a portion of it.
    if (own === undefined && amount.unit === 'piece' && usual <= mostOfPiece)
      return amount.count * usual;
    if (
      own === undefined &&
      amount.unit === 'slice' &&
      usual <= mostOfPiece &&
      cutInSlices.test(phrase)
    )
      return amount.count * usual;
    return amount.count * (own ?? grams.get(`${amount.unit}/`) ?? usual);
  };
};
