import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFoods, readFoodTables } from '../index.ts';
import { withoutAsides } from './asides.ts';

const foods = createFoods(
  readFoodTables(readFileSync(new URL('../../assets/foods.json', import.meta.url), 'utf8')),
);

it.each([
  ['cup of tea, stone cold by the time i drank it', 'cup of tea'],
  ["cupcake, coworker's birthday", 'cupcake'],
  ['fried spam and an egg on top of that', 'fried spam and an egg'],
  ['fish, the chippy does a gluten free night', 'fish'],
  ['lasagne, it was a bit dry', 'lasagne'],
  ['93/7 ground beef', 'ground beef'],
  ["the rest of yesterday's chilli", 'chilli'],
  ['a cheeky pint', 'a pint'],
  ['egg salad: boiled egg, lettuce, tomato', 'boiled egg, lettuce, tomato'],
  ['chicken salad - lettuce, tomato, cucumber', 'chicken, lettuce, tomato, cucumber'],
  ['egg salad: lettuce, tomato, eggplant', 'egg, lettuce, tomato, eggplant'],
  ['cheese salad: lettuce, tomato, cucumber', 'cheese, lettuce, tomato, cucumber'],
  ['cheese board: brie, crackers, grapes', 'brie, crackers, grapes'],
  ['vegan cheese board: crackers, grapes, olives', 'vegan cheese, crackers, grapes, olives'],
  ['tea cold by the time i drank it and a cheese sandwich', 'tea and a cheese sandwich'],
  ['nothing til about 3pm then toast', 'toast'],
  ['hot pot at a friends - lamb, tofu, napa', 'lamb, tofu, napa'],
])('%s: %s', (typed, told) => {
  expect(withoutAsides(typed).replace(/ +/gu, ' ').trim()).toBe(told);
});

it.each([
  'caesar salad: chicken, croutons, lettuce',
  'salad - tuna, egg, potato',
  'birthday cake',
  'egg on top of toast',
  'my mum made lasagne',
  'my mum had lasagne',
  'the cafe has scones, jam and cream',
  'venison bbq',
  'curry with nan',
  'nothing til cheese on toast, soup',
  'skipped breakfast until milk then cereal',
  'charcuterie board: crackers, grapes, olives',
])('leaves %s as it is', (typed) => {
  expect(withoutAsides(typed)).toBe(typed);
});

describe('what is understood', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    // Text, foods, classes that are not there.
    ['full english with salmon', ['Full English breakfast', 'Salmon, cooked'], []],
    ['pasta and sauce', ['Pasta, cooked', 'Spaghetti sauce'], ['soy']],
    ['crisps, cheese and onion', ['Potato chips'], ['egg']],
    ['sweet potato toast', ['Sweet potato, baked'], ['gluten']],
    ['kwinoa salad', ['Quinoa salad'], []],
    ['furikake rice', ['Rice, white'], []],
    ["arby's roast beef", ['Roast beef sandwich'], []],
    ['chicken curry half n half', ['Chicken curry', 'Potato, french fries'], []],
    ['half and half', ['Cream, half and half'], []],
    ['chicken wrap with hummus instead of mayo', ['Chicken wrap', 'Hummus'], ['egg']],
    ['quorn spaghetti bolognese', ['Spaghetti bolognese'], ['red-meat']],
    ['curry flavour super noodles', ['Instant noodles'], []],
    ['kebab, garlic sauce no salad', ['Doner kebab, no salad', 'Garlic sauce'], []],
    ['sausage on a hero', ['British pork sausage', 'Roll, white'], ['cocoa']],
    ['skim cap', ['Coffee, Cappuccino, nonfat'], []],
    ['1c broccoli', ['Broccoli'], []],
    ['slice of tomato pie', ['Pizza'], []],
    ['glass of cab', ['Wine, table, red'], []],
    ['stale croissant', ['Croissant'], []],
    ['Kyoto ramen', ['Ramen'], []],
    ['thé au citron', ['Tea, hot', 'Lemon'], []],
    ['pâtes jambon fromage', ['Pasta, cooked', 'Ham', 'Cheese'], []],
    ["jus d'orange pressé", ['Orange juice'], []],
    ['blt wrap hula hoops ribena', ['Bacon', 'Tortilla', 'Potato chips', 'Ribena'], []],
  ])('%s', (typed, told, absent) => {
    const { items, unknown } = foods.read(typed);
    expect(unknown).toEqual([]);
    expect(items.map(({ food }, i) => food.slice(0, told[i]?.length))).toEqual(told);
    for (const key of absent)
      for (const { classes } of items)
        expect([...classes].find(([one]) => one === key)?.[1].probability ?? 0).toBeLessThan(0.5);
  });
});

it('a text without a blank takes no time', () => {
  const start = process.cpuUsage();
  foods.read('a'.repeat(100_000));
  foods.read('Ingredients: '.concat('ß'.repeat(100_000)));
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(3000);
});
