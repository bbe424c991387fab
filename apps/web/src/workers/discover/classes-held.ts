import { placeFactor } from '@zonula/diary';
import type { Foods } from '@zonula/foods';
import { classesTakenAlong } from '@zonula/safety';

const eaten: ReadonlySet<string> = new Set(['food', 'ingredient', 'supplement', 'habit']);

type Items = ReturnType<Foods['read']>['items'];

/** What it is made of, by name or as items of the food tables; null where it is not understood. */
const madeOf = (
  foods: Foods,
  identity: string,
): { readonly named: readonly string[]; readonly items: Items } | null => {
  const slash = identity.indexOf('/');
  const [category, name] = [identity.slice(0, slash), identity.slice(slash + 1)];
  if (category === 'class') return { named: [name, ...classesTakenAlong(name)], items: [] };
  if (!eaten.has(category)) return { named: [], items: [] };
  if (category === 'habit') {
    const { category: placed, known } = placeFactor(name);
    if (known && placed === 'habit') return { named: [], items: [] };
  }
  const { items, unknown } = foods.read(name);
  return items.length === 0 || unknown.length > 0 ? null : { named: [], items };
};

/**
 * Classes that something of the diary holds and whose probability is `enough`; null where it is not understood. What is put on the skin holds
 * none, nor does a habit that is known to be no food.
 */
export const classesHeld = (
  foods: Foods,
  identity: string,
  enough: (probability: number) => boolean,
): readonly string[] | null => {
  const made = madeOf(foods, identity);
  if (made === null) return null;
  const held = made.items.flatMap(({ classes }) =>
    [...classes].filter(([, { probability }]) => enough(probability)).map(([key]) => key),
  );
  return [...new Set([...made.named, ...held])];
};

/**
 * Every class that something may hold, however unlikely, other recipes included; null where it is not understood. For the gates. What other
 * supplements of a kind may hold gives way to a label that the person has read.
 */
export const everyClassOf = (
  foods: Foods,
  identity: string,
  { otherRecipes = true }: { readonly otherRecipes?: boolean } = {},
): readonly string[] | null => {
  const made = madeOf(foods, identity);
  if (made === null) return null;
  const held = made.items.flatMap(({ classes, variations }) => [
    ...classes.keys(),
    ...(otherRecipes ? variations.keys() : []),
  ]);
  return [...new Set([...made.named, ...held])];
};
