import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ClassKey } from '../classes.ts';
import { createFoods, readFoodTables } from '../index.ts';

const foods = createFoods(
  readFoodTables(readFileSync(new URL('../../assets/foods.json', import.meta.url), 'utf8')),
);
/** How likely the first food, the dish itself, holds a class. */
const inDish = (text: string, key: ClassKey): number =>
  foods.read(text).items[0]?.classes.get(key)?.probability ?? 0;

describe('what a dish is named for, or is by its kind, stays in it', () => {
  it.each<readonly [string, readonly ClassKey[]]>([
    // Something else stands in front.
    ['vegetable fish pie', ['fish', 'shellfish']],
    ['mushroom fish pie', ['fish', 'shellfish']],
    ['turkey fish pie', ['fish', 'shellfish']],
    ['potato fish stew', ['fish', 'shellfish']],
    ['bean fish stew', ['fish', 'shellfish']],
    ['spinach fish curry', ['fish']],
    ['potato fish curry', ['fish']],
    ['vegetable shrimp gumbo', ['shellfish']],
    ['lentil shrimp gumbo', ['shellfish']],
    ['mushroom seafood paella', ['shellfish']],
    ['chicken seafood gumbo', ['shellfish']],
    ['chicken takoyaki', ['shellfish', 'egg', 'wheat']],
    ['tofu ceviche', ['fish']],
    // Something else stands behind.
    ['fish curry with vegetables', ['fish']],
    ['fish stew with vegetables', ['fish', 'shellfish']],
    ['fish tacos with prawns', ['fish']],
    ['fish tacos with chicken', ['fish']],
    ['laksa with vegetables', ['shellfish']],
    ['laksa with lentils', ['shellfish']],
    ['cod curry with vegetables', ['fish']],
    ['mussel stew with vegetables', ['shellfish']],
    ['seafood chowder with chicken', ['fish', 'shellfish']],
    ['seafood linguine with chicken', ['shellfish']],
    ['seafood salad with chicken', ['shellfish']],
    ['spaghetti vongole with chicken', ['shellfish', 'wheat']],
    ['takoyaki with chicken', ['shellfish', 'egg', 'wheat']],
    ['egg foo young with tofu', ['shellfish', 'egg']],
    ['bouillabaisse with chicken', ['fish', 'shellfish']],
    ['ceviche with chicken', ['fish']],
    ['kedgeree with chicken', ['fish', 'egg', 'dairy']],
    ['california roll with tofu', ['fish']],
    // Flour is named.
    ['flour tortilla burrito, corn tortillas', ['wheat', 'gluten', 'dairy']],
    ['flour tortilla burrito with corn tortillas', ['wheat', 'gluten', 'dairy']],
  ])('%s: %s', (text, keys) => {
    for (const key of keys) expect(inDish(text, key), key).toBeGreaterThan(0.8);
  });

  it.each<readonly [string, ClassKey]>([
    ['paella with chicken', 'shellfish'],
    ['gumbo with tofu', 'shellfish'],
    ['laksa with chicken', 'shellfish'],
    ['laksa with just vegetables', 'shellfish'],
    ['singapore noodles with chicken', 'shellfish'],
    ['poke bowl with chicken', 'fish'],
  ])('%s: %s is less likely, and never gone', (text, key) => {
    expect(inDish(text, key)).toBe(0.5);
  });

  it.each<readonly [string, ClassKey]>([
    ['paella with chicken, no shellfish', 'shellfish'],
    ['paella with chicken, no prawns', 'shellfish'],
    ['fish tacos, corn tortillas', 'wheat'],
    ['lentil moussaka', 'red-meat'],
  ])('%s: no %s, as was said', (text, key) => {
    expect(inDish(text, key)).toBe(0);
  });
});
