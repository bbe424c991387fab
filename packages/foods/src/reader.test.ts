import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFoods, readFoodTables } from './index.ts';

const foods = createFoods(
  readFoodTables(readFileSync(new URL('../assets/foods.json', import.meta.url), 'utf8')),
);

/** What the foods of a text begin with, in their order. */
const check = (typed: string, names: readonly string[]): void => {
  const { items, unknown } = foods.read(typed);
  expect(unknown).toEqual([]);
  expect(items.map(({ food }, i) => food.slice(0, names[i]?.length))).toEqual(names);
};

describe('what is joined stays apart, what is one food stays one', () => {
  it.each<readonly [string, readonly string[]]>([
    ['bread and cheese', ['Bread, white', 'Cheese']],
    ['coffee and cake', ['Coffee, brewed', 'Cake']],
    ['tea and cake', ['Tea with milk', 'Cake']],
    ['chicken and sausage gumbo', ['Gumbo']],
    ['cheese and Branston pickle sandwich', ['Sandwich base']],
    ['linguine with white clam sauce', ['Spaghetti with white clam sauce']],
    ['pret jambon beurre baguette', ['Ham sandwich with butter']],
    ['blt wrap', ['Bacon, lettuce']],
    ['tagine lamb prunes couscous', ['Tagine, lamb', 'Prune', 'Couscous']],
    ['bunny chow (lamb)', ['Bunny chow']],
    ['GF beer (Peroni)', ['Gluten-free beer']],
    ['kombucha gt’s', ['Kombucha']],
    ['5 egg whites 2 whole eggs 50g oats', ['Egg, white', 'Egg, whole', 'Oats']],
  ])('%s', check);
});

describe('a name as it stands keeps its words', () => {
  it.each<readonly [string, readonly string[]]>([
    ['fish from chippy', ['Fish in batter']],
    ['Lemon slices Mr Kipling', ['Sponge cake']],
    ['light ice cream', ['Light ice cream']],
    ['nuggs', ['Vegan nuggets']],
    ['just right', ['Fruit and fibre cereal']],
  ])('%s', check);
});

describe('milk of a drink is counted once', () => {
  it.each<readonly [string, readonly string[]]>([
    ['cup of tea, splash of milk', ['Tea with milk']],
    ['mug of tea, milk, 2 sugars', ['Tea with milk', 'Sugar']],
    ['tea, skimmed milk', ['Tea with milk, made with Milk, fat free']],
    ['tea, glass of milk', ['Tea with milk', 'Milk']],
    ['coffee, splash of milk', ['Coffee, brewed', 'Milk']],
  ])('%s', check);
});

describe('a taste is no food', () => {
  it.each<readonly [string, readonly string[]]>([
    ['super noodles bbq beef', ['Instant noodles']],
    ['pot noodle chicken', ['Instant noodles']],
    ['pot noodle with chicken', ['Instant noodles', 'Chicken']],
    ['grenade carb killa cookies and cream', ['Protein bar']],
  ])('%s', check);
});

describe('words mean another food beside others', () => {
  it.each<readonly [string, readonly string[]]>([
    ['two rashers, sausage, pudding', ['Bacon', 'British pork sausage', 'Black pudding']],
    ['chips gravy and a pudding', ['Chips and gravy', 'Steak and kidney pudding']],
    ['fish fingers, waffles, beans', ['Fish stick', 'Potato', 'Baked beans']],
    ['waffles with syrup', ['Waffle', 'Syrup']],
    ['toast with grape jelly', ['Bread, white, toasted', 'Jam']],
    ['jelly and ice cream', ['Jelly']],
    ['curd rice with pickle', ['Curd rice', 'Indian pickle']],
  ])('%s', check);
});

describe('what is around a food', () => {
  it.each<readonly [string, readonly string[]]>([
    ['cheerios dry', ['Multigrain hoops']],
    ['cold fish pie standing up', ['Fish pie']],
    ['curly wurly 6 syns', ['Chocolate-coated caramel']],
    ['skyr (HEX B)', ['Skyr']],
    ['cottage pie for one', ['Cottage pie']],
    ['toddler: pasta. me: same', ['Pasta']],
    ['braai: garlic bread', ['Garlic bread']],
    ['jam piece', ['Jam sandwich']],
    ['free from cornflakes', ['Corn Flakes']],
    ['crisps and a twix out the machine', ['Potato chips', 'Chocolate']],
    ['nuggets to share with my mate', ['Chicken nuggets']],
    ['meal prep: chicken, rice', ['Chicken', 'Rice']],
  ])('%s', check);

  it('what is left out ends where something else is named', () => {
    const held = foods
      .read('sandwich pas de croûtes aux œufs')
      .items.some(({ classes }) => (classes.get('egg')?.probability ?? 0) > 0.5);
    expect(held).toBe(true);
  });

  it('a word with letters of another language is no slip of an English one', () => {
    for (const text of ['mielone z ryżem', 'flaki po łódzku'])
      expect(foods.read(text).unknown.length).toBeGreaterThan(0);
  });

  it('a shelf of a supermarket is no "without"', () => {
    const [fish] = foods.read('tesco free from fish fingers').items;
    expect(fish!.classes.get('fish')?.probability).toBeGreaterThan(0.5);
    expect(fish!.classes.get('wheat')?.probability ?? 0).toBeLessThan(0.5);
  });
});

it.each([
  ['in n out double double protein style', 'Double cheeseburger'],
  ['halo top', 'Light ice cream'],
])('%s is not lost', (typed, name) => {
  expect(foods.read(typed).items[0]!.food).toContain(name);
});

describe('what nobody knows makes only itself unknown', () => {
  it.each([
    ['steamed fish gai zorb rice', ['gai zorb'], 2],
    ['blorf with mushroom sauce', ['blorf'], 1],
    ['black and white zorb', ['black', 'white zorb'], 0],
  ])('%s', (typed, words, count) => {
    const { items, unknown } = foods.read(typed);
    expect(unknown).toEqual(words);
    expect(items).toHaveLength(count);
  });
  it('a sentence is not cut into foods', () => {
    expect(foods.read('something sweet my colleague brought from turkey').items).toEqual([]);
  });
});
