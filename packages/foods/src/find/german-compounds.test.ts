import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createFoods, readFoodTables } from '../index.ts';

const foods = createFoods(
  readFoodTables(readFileSync(new URL('../../assets/foods.json', import.meta.url), 'utf8')),
);
const partsOf = (text: string): string => foods.read(text).items[0]?.food ?? '';

it.each([
  ['Himbeerjoghurt', ['Yogurt', 'Raspberries']],
  ['Erdbeermilch', ['Milk', 'Strawberries']],
  ['Bohnensalat', ['salad', 'Green beans']],
  ['Roggenbrötchen', ['Roll', 'rye']],
  ['Rhabarberschorle', ['sparkling water', 'Rhubarb']],
  ['Rinderfilet', ['Beef']],
  ['Pilzrahmsoße', ['Gravy', 'Mushrooms', 'Cream']],
  ['Spargelcremesuppe', ['soup', 'Asparagus', 'Cream']],
  ['Hähnchengeschnetzeltes', ['Chicken', 'Gravy', 'Cream']],
  ['Rahmschnitzel', ['schnitzel', 'Cream']],
])('%s', (typed, parts) => {
  const told = partsOf(typed);
  for (const part of parts) expect(told).toContain(part);
});

it.each(['Gartenzwergsalat', 'Xylophonsuppe'])('%s is not taken for what it ends with', (typed) => {
  expect(foods.read(typed).items).toEqual([]);
});
