import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readFoodTables } from '../index.ts';
import { compoundOf } from './german-compounds.ts';
import { createResolver } from './resolve.ts';

const tables = readFoodTables(
  readFileSync(new URL('../../assets/foods.json', import.meta.url), 'utf8'),
);
const { names } = createResolver(tables, undefined);
const partsOf = (word: string): readonly string[] => {
  const compound = compoundOf(word, names);
  return compound === null
    ? []
    : [compound.head, ...compound.others].map(({ index }) => tables.names[index]!);
};

it.each([
  ['himbeerjoghurt', ['Yogurt', 'Raspberries']],
  ['erdbeermilch', ['Milk', 'Strawberries']],
  ['bohnensalat', ['salad', 'Green beans']],
  ['roggenbrotchen', ['Roll', 'rye']],
  ['rhabarberschorle', ['sparkling water', 'Rhubarb']],
  ['rinderfilet', ['Beef']],
  ['pilzrahmsosse', ['Gravy', 'Mushrooms', 'Cream']],
  ['spargelcremesuppe', ['soup', 'Asparagus', 'Cream']],
  ['hahnchengeschnetzeltes', ['Chicken', 'Gravy', 'Cream']],
  ['rahmschnitzel', ['schnitzel', 'Cream']],
])('%s', (word, parts) => {
  const told = partsOf(word);
  expect(told).toHaveLength(parts.length);
  for (const [i, part] of parts.entries()) expect(told[i]).toContain(part);
});

it.each(['gartenzwergsalat', 'xylophonsuppe', 'salat', 'milch'])(
  '%s is not taken apart',
  (word) => {
    expect(partsOf(word)).toEqual([]);
  },
);
