import type { Match } from './find/resolve.ts';
import type { FoodTables } from './tables.ts';
import { type Amount, gramsPerUnit } from './text/quantities.ts';

/** A bowl of a food is a usual portion of it, be it cornflakes or soup. */
const dishes: ReadonlySet<string> = new Set(['bowl', 'plate', 'serving', 'cupful', 'mug']);

/** Grams of an amount of a food: by weight, by the table of household units, else in usual portions. */
export const createPortions = (tables: FoodTables) => {
  const grams = new Map<string, number>();
  for (const portion of tables.portions)
    grams.set(`${portion.unit}/${portion.code ?? ''}`, portion.grams);
  return (amount: Amount | null, match: Match): number => {
    const usual = match.grams;
    if (amount === null) return usual;
    if (amount.unit === null) return amount.count * usual;
    const measured = gramsPerUnit(amount.unit);
    if (measured !== undefined) return amount.count * measured;
    const own = grams.get(`${amount.unit}/${tables.codes[match.foods[0]!.index]!}`);
    if (own === undefined && dishes.has(amount.unit)) return amount.count * usual;
    return amount.count * (own ?? grams.get(`${amount.unit}/`) ?? usual);
  };
};
