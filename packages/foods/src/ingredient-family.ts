/** Without meaning as a suspect: in nearly everything, or nothing that could be named. */
const unspecific =
  /^(?:water|salt|starches|leavening agents|artificial sweeteners|juice$|replacement)/iu;

/** The word after the first comma names the thing, the first only its kind. */
const kinds = new Set([
  'fish',
  'crustaceans',
  'mollusks',
  'spices',
  'nuts',
  'seaweed',
  'flavorings',
  'melon',
  'fish roe',
]);
/** The word after the comma comes first: "Flour, wheat" is wheat flour. */
const turned = new Set([
  'flour',
  'oil',
  'juice',
  'syrup',
  'bran',
  'germ',
  'protein',
  'fat',
  'sauce',
  'seeds',
  'squash',
]);

const special: readonly (readonly [RegExp, string])[] = [
  [/^Oil, vegetable/u, 'vegetable oil'],
  [/^Oil, cocoa/u, 'cocoa butter'],
  [/^Fat, animal/u, 'animal fat'],
  [/^Fat, milk|^Butter/u, 'butter'],
  [/^Milk, buttermilk/u, 'buttermilk'],
  [/^Milk/u, 'milk'],
  [/^Whey/u, 'whey'],
  [/^Cheese/u, 'cheese'],
  [/^Cream, sour/u, 'sour cream'],
  [/^Cream/u, 'cream'],
  [/^Egg(?:plant)/u, 'aubergine'],
  [/^Egg/u, 'egg'],
  [/^Peppers, non-bell|pepper, red\/cayenne|^Spices, chili/u, 'chilli'],
  [/^Peppers, sweet|^Pimento|^Spices, paprika/u, 'sweet pepper'],
  [/^Sauce, pepper/u, 'chilli sauce'],
  [/^Spices, pepper/u, 'pepper'],
  [/^Onions|^Spices, onion/u, 'onion'],
  [/^Garlic|^Spices, garlic|^Juice, garlic/u, 'garlic'],
  [/^Tomato|^Sauce, tomato/u, 'tomato'],
  [/^Potatoes|^Flour, potato/u, 'potato'],
  [/^Corn|^Bran, corn|^Flour, corn|^Cornmeal|^Popcorn/u, 'maize'],
  [/^Flour, wheat|^Wheat|^Germ, wheat|^Bran, wheat/u, 'wheat'],
  [/^Oat|^Bran, oat|^Flour, oat|infant, oat/u, 'oats'],
  [/^Barley|^Flour, barley|^Malt extract|^Syrup, malt/u, 'barley'],
  [/^Rye|^Flour, rye/u, 'rye'],
  [/^Rice|^Flour, rice|^Bran, rice/u, 'rice'],
  [/^Beans, soy|^Soy |^Flour, soy|^Protein, soy|^Tofu|^Protein, textured|^Miso/u, 'soya'],
  [/^Beans, green/u, 'green beans'],
  [/^Beans, ([a-z]+)/u, 'beans'],
  [/^Peas, edible/u, 'mangetout'],
  [/^Peas/u, 'peas'],
  [/^Chickpeas|^Protein, chickpea/u, 'chickpeas'],
  [/^Peanuts|^Flour, peanut/u, 'peanut'],
  [/coconut/iu, 'coconut'],
  [/^Coffee/u, 'coffee'],
  [/^Tea, herbal/u, 'herbal tea'],
  [/^Tea/u, 'tea'],
  [/^Chocolate|^Cocoa/u, 'cocoa'],
  [/^Wine/u, 'wine'],
  [/^Beverage, alcoholic, rice/u, 'sake'],
  [/^Beverage, alcoholic/u, 'spirits'],
  [/^Sugars/u, 'sugar'],
  [/^Protein, milk/u, 'milk protein'],
  [/^Gelatin/u, 'gelatine'],
  [/^Tangerine|^Juice, tangerine/u, 'mandarin'],
  [/^Lettuce/u, 'lettuce'],
  [/^Turkey/u, 'turkey'],
  [/^Chicken/u, 'chicken'],
  [/sesame/iu, 'sesame'],
  [/mustard seed/iu, 'mustard'],
  [/^Celer|celery/u, 'celery'],
];

const tidy = (text: string): string =>
  text
    .replace(/\(.*?\)|\(.*$/gu, '')
    .replace(/\/.*$/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();

/**
 * The everyday name under which forms of one ingredient are one: "Onions, cooked" and "Spices, onion
 * powder" are onion. Null for water, salt and additives that cannot be named.
 */
export const ingredientFamily = (name: string): string | null => {
  if (unspecific.test(name)) return null;
  const found = special.find(([pattern]) => pattern.test(name));
  if (found !== undefined) return found[1];
  const [first = '', second = ''] = name.split(',').map(tidy);
  if (second !== '' && kinds.has(first)) return second;
  if (second !== '' && turned.has(first))
    return first === 'seeds' ? `${second} seeds` : `${second} ${first}`;
  return first === '' ? null : first;
};

/** Counts from a trace: these act in grams, not in spoonfuls. */
const potent = new Set([
  'chilli',
  'chilli sauce',
  'garlic',
  'onion',
  'mustard',
  'celery',
  'sesame',
  'egg',
  'peanut',
  'coffee',
  'tea',
  'yeast extract',
  'soya',
]);

/** Share of a serving from which an ingredient is worth a look of its own, 0 to 1. */
export const leastShare = (family: string): number => (potent.has(family) ? 0.003 : 0.05);
