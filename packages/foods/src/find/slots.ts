/** What fills a place in a recipe: the meat of a curry, the sausages of a plate, the bread of a sandwich. */
import type { FoodTables, Part } from '../tables.ts';
import { stemOf, wordsOf } from '../text/words.ts';

type Recipes = Pick<FoodTables, 'ingredients' | 'partsAt' | 'classesAt' | 'names'>;

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(','));

const poultry = setOf('chicken,turkey,duck,goose');
const plants = setOf('soya,mycoprotein,pea protein,jackfruit');
const pulses = setOf('beans,lentils,chickpeas,cowpeas,pigeonpeas');
/** They season, and no dish is named by them. */
const seasonings = setOf(
  'fish sauce,dashi,stock cube,bone broth,animal fat,gelatine,collagen,anchovy',
);
const starches = setOf('maize,rice');

/** Per cent of a dish from which a part is its filling. */
const leastFilling = 4;
/** Per cent of what is named in a food, if it is one thing. */
const mostly = 60;

export type Filling = 'flesh' | 'cured' | 'plant' | 'pulse';

const familyOf = (tables: Recipes, code: number): string | null =>
  tables.ingredients.get(code)?.family ?? null;

const holds = (tables: Recipes, code: number, ...keys: readonly string[]): boolean =>
  (tables.ingredients.get(code)?.classes ?? []).some(
    ({ key, probability }) => probability >= 0.5 && keys.includes(key),
  );

const isCured = (tables: Recipes, index: number): boolean =>
  tables
    .classesAt(index)
    .some(({ key, probability }) => key === 'processed-meat' && probability >= 0.5) ||
  tables.partsAt(index).some(({ ingredient }) => holds(tables, ingredient, 'processed-meat'));

const kindOf = (tables: Recipes, code: number): Exclude<Filling, 'cured'> | null => {
  const family = familyOf(tables, code);
  if (family === null || seasonings.has(family)) return null;
  if (poultry.has(family) || holds(tables, code, 'red-meat', 'fish', 'shellfish')) return 'flesh';
  if (plants.has(family) && !holds(tables, code, 'fermented')) return 'plant';
  return pulses.has(family) ? 'pulse' : null;
};

/** Poultry and red meat, and what is made of them. */
export const isMeat = (tables: Recipes, code: number): boolean =>
  poultry.has(familyOf(tables, code) ?? '') ||
  (tables.ingredients.get(code)?.classes ?? []).some(({ key }) => key === 'red-meat');

/** Meat, fish or sea food that a dish is filled with, and not only seasoned. */
export const isFlesh = (tables: Recipes, { ingredient, percent }: Part): boolean =>
  percent >= leastFilling && kindOf(tables, ingredient) === 'flesh';

/** Maize and rice: the base of a dish in which there is no wheat. */
export const isStarch = (tables: Recipes, code: number): boolean =>
  starches.has(familyOf(tables, code) ?? '');

/** What a food by itself would be in a recipe; null for a dish and for what fills none. */
export const asFilling = (tables: Recipes, index: number): Filling | null => {
  const sums = new Map<Filling, number>();
  let named = 0;
  for (const { ingredient, percent } of tables.partsAt(index)) {
    if (familyOf(tables, ingredient) === null) continue;
    named += percent;
    const kind = kindOf(tables, ingredient);
    if (kind !== null) sums.set(kind, (sums.get(kind) ?? 0) + percent);
  }
  const [best] = [...sums].sort(([, a], [, b]) => b - a);
  if (best === undefined || best[1] < (mostly / 100) * named) return null;
  return best[0] === 'flesh' && isCured(tables, index) ? 'cured' : best[0];
};

/** Plates of several things, to which another is added. */
const plates =
  /\b(?:breakfast|brunch|english|irish|scottish|fry(?:[- ]?up)?|platter|board|mixed grill|buffet|meal|lunch|tapas|mezze)\b/u;
/** Pieces that are made of many things. */
const pieces = new Set('sausage banger bacon patty mince meatball roast'.split(' ').map(stemOf));

/** Kinds of fillings that are no food by themselves. */
const kinds = new Set('seafood meat shellfish fish poultry'.split(' ').map(stemOf));

/** Whether a dish is named for what it is filled with: fish tacos, seafood chowder. */
export const isNamedForFilling = (
  tables: Recipes,
  phrase: string,
  indexOf: (word: string) => number | null,
): boolean =>
  wordsOf(phrase).some((word) => {
    const index = indexOf(word);
    return kinds.has(stemOf(word)) || (index !== null && asFilling(tables, index) !== null);
  });

/**
 * Whether `part` stands in place of the usual filling of a dish: "chilli with turkey mince", "carbonara with turkey
 * bacon", "bangers and mash with vegan sausages". What is named with the dish stays: "chicken curry with prawns";
 * so does what a dish is by its kind: the clams of a vongole, the fish of a ceviche.
 */
export const takesPlace = (
  tables: Recipes,
  part: { readonly index: number; readonly phrase: string },
  dish: { readonly index: number; readonly phrase: string },
  indexOf: (word: string) => number | null,
  /** It stands in front, as in "turkey sausage roll" and "lentil moussaka", or the dish is one of many fillings. */
  isTold = false,
): boolean => {
  const recipe = tables.partsAt(dish.index);
  const flesh = recipe.filter((one) => isFlesh(tables, one));
  const hasMeat = flesh.some(({ ingredient }) => isMeat(tables, ingredient));
  if (!hasMeat || asFilling(tables, dish.index) !== null) return false;
  const last = stemOf(wordsOf(part.phrase).at(-1) ?? '');
  const told = wordsOf(tables.names[dish.index]!.toLowerCase()).map(stemOf);
  if (pieces.has(last) && told.includes(last)) return true;
  if (plates.test(dish.phrase)) return false;
  const nameless = wordsOf(dish.phrase).filter((word) => !isTold || !pieces.has(stemOf(word)));
  const isNamed = isNamedForFilling(tables, nameless.join(' '), indexOf);
  // "Tom yum with prawns": they are in its recipe.
  const own = new Set(
    recipe
      .filter(({ ingredient, percent }) => percent >= leastFilling && kindOf(tables, ingredient))
      .map(({ ingredient }) => familyOf(tables, ingredient)),
  );
  const [main] = tables.partsAt(part.index);
  if (main !== undefined && own.has(familyOf(tables, main.ingredient))) return false;
  const kind = asFilling(tables, part.index);
  if (isNamed || kind === null || (kind === 'pulse' && !isTold)) return false;
  return kind === 'cured' ? isCured(tables, dish.index) : true;
};
