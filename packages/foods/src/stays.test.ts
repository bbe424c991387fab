import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createFoods, readFoodTables } from './index.ts';

const foods = createFoods(
  readFoodTables(readFileSync(new URL('../assets/foods.json', import.meta.url), 'utf8')),
);

it.each([
  // What is said of the last food behind a comma holds for it alone.
  ['pad thai, spring rolls no peanuts', 'peanut'],
  ['cake, tea no milk', 'dairy'],
  ['pizza, garlic bread no cheese', 'cheese'],
  ['salad with egg, bread no egg', 'egg'],
  // Half and half in front of which "with" stands is the cream.
  ['chicken soup with half and half', 'dairy'],
  ['coffee, chicken, half and half', 'dairy'],
  // A taste that may be the food itself.
  ['cup noodles shrimp', 'shellfish'],
  ['instant noodles cheese', 'dairy'],
  ['prawn flavoured rice', 'shellfish'],
  ['hazelnut flavour coffee', 'tree-nut'],
  ['mcdonalds shake, cookies and cream ice cream', 'dairy'],
  ['huel and a cookies and cream cake', 'dairy'],
  ['crisps, beef, milk', 'dairy'],
  ['crisps, cheese, apple', 'cheese'],
  // "Free from" and an allergen is no shelf.
  ['crackers, free from sesame', 'gluten'],
  ['free from seafood pasta', 'gluten'],
  ['a genius pizza', 'gluten'],
  // Breaded, not how it was made.
  ['poulet pané', 'gluten'],
  ['sausage, pudding and custard', 'egg'],
  ['prawns off the barbie', 'shellfish'],
  ['tangy cheese doritos', 'milk'],
  ['waffles, nuggets, syrup', 'egg'],
  // A meal of ingredients is no packet.
  ['pizza ingredients tomato, ham, mushroom', 'gluten'],
  ['cheese omelette ingredients ham, onion, pepper', 'egg'],
  ['burger with extra ingredients cheese, bacon, egg', 'gluten'],
  // What is flavoured is still there; brackets that name no food tell nothing.
  ['Ingredients: chicken flavoured soya protein pieces (water, salt), rice', 'soy'],
  ['Ingredients: soy sauce seasoning (salt, sugar), rice', 'soy'],
  ['Ingredients: bread (white, toasted), butter', 'gluten'],
  ['Ingredients: biscuit (crushed, sweet), sugar', 'gluten'],
  ['Ingredients: rice, salmon 3 days, salt', 'fish'],
] as const)('%s: %s stays', (text, key) => {
  const most = Math.max(
    0,
    ...foods.read(text).items.map(({ classes }) => classes.get(key)?.probability ?? 0),
  );
  expect(most).toBeGreaterThan(0.5);
});

it.each([
  'Ingredients: mixed grains, honey, salt',
  'Ingredients: whole grains, honey, salt',
  'coliflor gratinada',
  'Blumenkohl überbacken',
  'pollo relleno',
  // In breadcrumbs.
  'croustillant de poulet',
  // Monkfish.
  'sopa de rape',
  'cola de rape',
])('%s: what is in it is not told with certainty', (text) => {
  for (const { confidence } of foods.read(text).items) expect(confidence).toBeLessThan(0.8);
});
