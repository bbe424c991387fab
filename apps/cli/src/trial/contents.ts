import { placeFactor } from '@zonula/diary';
import type { Foods } from '@zonula/foods';
import { classesTakenAlong } from '@zonula/safety';
import { loadFoods } from '../foods/data.ts';
import { foodClasses } from './holds.ts';

const eaten: ReadonlySet<string> = new Set(['food', 'ingredient']);

/**
 * Every class that an exposure may hold, however unlikely; null where it is not understood. What is put on the skin holds none. A supplement or a
 * habit is looked up like food, since some are; a habit that our own table knows is no food.
 */
export const classesOf = (
  exposure: string,
  foods: () => Foods = loadFoods,
  { otherRecipes = true }: { readonly otherRecipes?: boolean } = {},
): readonly string[] | null => {
  const slash = exposure.indexOf('/');
  const [category, name] = [exposure.slice(0, slash), exposure.slice(slash + 1)];
  if (category === 'class') return [name, ...classesTakenAlong(name)];
  if (!eaten.has(category) && category !== 'supplement' && category !== 'habit') return [];
  if (category === 'habit') {
    const { category: placed, known } = placeFactor(name);
    if (known && placed === 'habit') return [];
  }
  const { items, unknown, notes } = foods().read(name);
  if (items.length === 0 || unknown.length > 0 || notes.length > 0) return null;
  return [
    ...new Set(
      items.flatMap(({ classes, variations }) => [
        ...classes.keys(),
        ...(otherRecipes ? variations.keys() : []),
      ]),
    ),
  ];
};

/**
 * What the tables know counts, whatever is said; what they do not know, the person may say. What other supplements of a kind may hold
 * gives way to the label that the person has read.
 */
export const allClassesOf = (
  exposure: string,
  said: readonly string[] | null | undefined,
): readonly string[] | null => {
  const labelRead = exposure.startsWith('supplement/') && said !== null && said !== undefined;
  const known = classesOf(exposure, loadFoods, { otherRecipes: !labelRead });
  if (known === null) return said ?? null;
  return [...new Set([...known, ...(said ?? [])])];
};

/** Whether the food tables know the words at all. */
export const isKnownFood = (exposure: string): boolean => {
  const [category = '', name = ''] = exposure.split(/\/(.*)/su);
  if (category === 'class') return foodClasses.has(name);
  return !eaten.has(category) || classesOf(exposure) !== null;
};
