import { type ClassKey, classKeys, createFoods } from '@zonula/foods';
import { classesTakenAlong } from '@zonula/safety';
import { expect, it } from 'vitest';
import { loadFoodTables } from '../foods/data.ts';

/** What has a gate of its own: the seven foods of eczema and gluten. */
const guarded: readonly ClassKey[] = [
  'dairy',
  'egg',
  'peanut',
  'tree-nut',
  'fish',
  'shellfish',
  'wheat',
  'gluten',
];
/** Foods with a gate of their own, parts of them, and allergens that count from a trace. */
const single: ReadonlySet<string> = new Set([
  ...guarded,
  'milk',
  'skim-milk',
  'whey',
  'cheese',
  'yogurt',
  'lactose',
  'soy',
  'sesame',
  'mustard',
  'celery',
  'lupin',
  'sulphite',
]);

it('names every food of which leaving out a kind of food would take more than half', () => {
  const tables = loadFoodTables();
  const foods = createFoods(tables);
  const names = new Set(
    tables.commonNames.filter(({ language }) => language.startsWith('en')).map(({ name }) => name),
  );
  const portions = [...names].flatMap((name) => {
    const { items, unknown } = foods.read(name);
    if (items.length === 0 || unknown.length > 0) return [];
    const grams = new Map<string, number>();
    for (const { classes } of items)
      for (const [key, dose] of classes)
        grams.set(key, (grams.get(key) ?? 0) + dose.grams * dose.probability);
    return [grams];
  });
  expect(portions.length).toBeGreaterThan(7000);
  const all = new Map(
    guarded.map((key) => [key, portions.reduce((sum, dish) => sum + (dish.get(key) ?? 0), 0)]),
  );
  for (const kind of classKeys.filter((key) => !single.has(key))) {
    const gone = portions.filter((dish) => dish.has(kind));
    const shareOf = (key: ClassKey): number =>
      gone.reduce((sum, dish) => sum + (dish.get(key) ?? 0), 0) / all.get(key)!;
    const told = classesTakenAlong(kind);
    for (const key of guarded) {
      if (shareOf(key) > 0.5) expect(told, `${kind} takes ${key} along`).toContain(key);
      // Nothing is named that hardly goes along.
      if (told.includes(key)) expect(shareOf(key), `${kind}: ${key}`).toBeGreaterThan(0.4);
    }
  }
});
