import { placeFactor } from '@zonula/diary';
import type { Foods } from '@zonula/foods';
import { classesTakenAlong } from '@zonula/safety';

const eaten: ReadonlySet<string> = new Set(['food', 'ingredient', 'supplement', 'habit']);

/**
 * Classes that something of the diary holds and whose probability is `enough`; null where it is not understood. What is put on the skin holds
 * none, nor does a habit that is known to be no food.
 */
export const classesHeld = (
  foods: Foods,
  identity: string,
  enough: (probability: number) => boolean,
): readonly string[] | null => {
  const slash = identity.indexOf('/');
  const [category, name] = [identity.slice(0, slash), identity.slice(slash + 1)];
  if (category === 'class') return [name, ...classesTakenAlong(name)];
  if (!eaten.has(category)) return [];
  if (category === 'habit') {
    const { category: placed, known } = placeFactor(name);
    if (known && placed === 'habit') return [];
  }
  const { items, unknown } = foods.read(name);
  if (items.length === 0 || unknown.length > 0) return null;
  const held = items.flatMap(({ classes }) =>
    [...classes].filter(([, { probability }]) => enough(probability)).map(([key]) => key),
  );
  return [...new Set(held)];
};
