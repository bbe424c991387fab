import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFoods, readFoodTables } from './index.ts';

const foods = createFoods(
  readFoodTables(readFileSync(new URL('../assets/foods.json', import.meta.url), 'utf8')),
);

/** Nothing stays unknown, and each name is a part of that of the food in its place. */
const check = (text: string, names: readonly string[]): void => {
  const { items, unknown } = foods.read(text);
  expect(unknown).toEqual([]);
  expect(items.map(({ food }, i) => (food.includes(names[i] ?? '?') ? names[i] : food))).toEqual(
    names,
  );
};

describe('bread, milk and flavours', () => {
  it.each<readonly [string, readonly string[]]>([
    ['trim flat white', ['Flat white, made with Milk, fat free']],
    ['strong latte, skim', ['made with Milk, fat free']],
    [
      "Tomato sandwich, Duke's mayo, white bread",
      ['Salad sandwich, made with Bread', 'Mayonnaise'],
    ],
    ['Flahavans porridge made with water, tsp honey', ['made with Water', 'Honey']],
    ['Koko milk in my tea', ['Tea with milk, made with Coconut milk']],
    ['2 gin and slimline', ['Gin', 'Tonic water']],
    ['onion dip and ready salted chips', ['Onion dip', 'Potato chips']],
    ['half a tube of salt and vinegar Pringles', ['Potato chips, restructured']],
    ['Slice of bara brith, buttered', ['Hot cross bun', 'Butter']],
    ['co-op meal deal: ham & cheese toastie, monster', ['Cheese and ham toastie', 'Energy drink']],
    ['iced coffee light n sweet', ['Iced Latte']],
  ])('%s', check);
});

describe('two foods and no one dish', () => {
  it.each<readonly [string, readonly string[]]>([
    ['rice and salad', ['Rice', 'Mixed salad']],
    ['chicken teriyaki w/ rice and salad', ['Teriyaki chicken', 'Mixed salad']],
    ['big mac with salad', ['Big Mac', 'Mixed salad']],
    ['subway 6inch meatball marinara no cheese southwest sauce', ['Meatball sub', 'Mayonnaise']],
    ['burger no onion chips', ['Hamburger', 'french fries']],
    ['dal 2 rotis', ['Dal', 'Chapati']],
    ['roti curry chicken', ['Chapati', 'Chicken curry']],
    [
      'chicken parmo chips garlic sauce',
      ['Chicken', 'Chicken parmigiana with chips', 'Garlic sauce'],
    ],
    [
      '2 bacon double cheeseburgers maccies 6 nuggets bbq dip',
      ['Bacon double cheeseburger', 'Chicken nuggets', 'Barbecue sauce'],
    ],
    ['meal prep chicken rice broc', ['Chicken and rice', 'Broccoli']],
    ['shrimp scampi over linguine', ['Garlic butter prawns', 'Pasta']],
  ])('%s', check);
});

describe('one food and no two', () => {
  it.each<readonly [string, readonly string[]]>([
    ['cheese and tomato piece', ['Cheese and tomato sandwich']],
    ['tuna mayo piece, bag of cheese n onion', ['Tuna mayonnaise sandwich', 'Potato chips']],
    ['turnip mash', ['Turnips']],
    ['boiled egg and bread and butter soldiers', ['Egg', 'Bread and butter']],
    ['cider donut at the orchard', ['Doughnut']],
    ["few squares of Green & Black's milk chocolate", ['Milk chocolate']],
    ['mango bubble tea w popping boba', ['Fruit tea with tapioca']],
    ['butter chicken frozen', ['Butter chicken']],
    ['chees n onion sandwich', ['Cheese and onion sandwich']],
    ['haggis supper', ['Haggis']],
    ['bec on a roll salt pepper ketchup', ['Roll with bacon', 'Salt', 'Black pepper', 'Ketchup']],
    ['poutine w gravy n curds', ['Poutine']],
    ['caesar (the drink)', ['Bloody Mary']],
    ['lentil bolognese wholewheat spaghetti', ['Lentil bolognese']],
    ['chicken ceaser wrap from school', ['Chicken caesar wrap']],
  ])('%s', check);
});

describe('a name as it is written', () => {
  it.each<readonly [string, readonly string[]]>([
    ['frosty', ['Milk shake']],
    ['frosties', ['Frosted corn flakes']],
    ['lait', ['Milk']],
    ['thé au lait', ['Tea with milk']],
    ['Gurken', ['Cucumber']],
    ['pasta sauce', ['Spaghetti sauce']],
    ['cous cous', ['Couscous']],
    ['cheddars', ['Crackers']],
    ['pickles', ['Pickles, dill']],
  ])('%s', check);
});

describe('what is beside tells', () => {
  it.each<readonly [string, readonly string[]]>([
    ['2 biscuits and sausage gravy', ['Biscuit, NFS', 'Sausage gravy']],
    ['pancakes, bacon, oj w the roommates', ['Pancakes, plain', 'Bacon', 'Orange juice']],
    ['KD with cut up hot dogs', ['Macaroni', 'Frankfurter']],
    ['Double double and an apple fritter', ['Coffee with cream and sugar', 'Fritter']],
    ['descafeinado con leche sin lactosa', ['Coffee with milk']],
    ['une pinte de blonde', ['Beer']],
    ['sloppy joe, chips', ['Sloppy joe', 'Potato chips']],
  ])('%s', check);
});

describe('what is said beside it', () => {
  it.each<readonly [string, readonly string[]]>([
    ['pad thai w tofu, 2 stars', ['Pad thai']],
    ['macaroni cheese and chips fae the canteen', ['Macaroni cheese', 'french fries']],
    ['goldfish straight out of the bag lol', ['Crackers']],
    ['caved. 2 slices pepperoni pizza', ['Pizza with pepperoni']],
    [
      'Pack up: cheese and pickle on white, Seabrook crisps',
      ['Cheese', 'Sweet pickle', 'Bread', 'Potato chips'],
    ],
    ['RU : steak haché, frites', ['Ground beef patty', 'french fries']],
    ['nowt til tea then crisps', ['Potato chips']],
    ['Two Welsh cakes after chapel', ['Welsh cake']],
    ['brats on the grill', ['Bratwurst']],
    ['carne asada fries split w gf', ['french fries, with cheese']],
    ['banana post workout', ['Banana']],
    ['plátano antes de correr', ['Banana']],
    ['plain timbits 3', ['Doughnut']],
    ['rice krispie not gf so had nestle gf cornflakes', ['Corn Flakes']],
    ['wings lemon pepper wet', ['Chicken wing']],
    ['dark choc bounty, no the milk one actually', ['hocolate']],
  ])('%s', check);
});

describe('milk, sweets and breads that are told behind', () => {
  it.each<readonly [string, readonly string[]]>([
    ['flat white, oat, from Insomnia', ['Flat white with oat drink']],
    ['latte, soya', ['Latte with soya drink']],
    ['iced tea w lemon, unsweet', ['black, unsweetened']],
    ['2 eggs, sweet potato hash, no toast', ['Egg', 'Sweet potato']],
    ['spicy sweet chili doritos', ['Maize chips']],
    ['pancit my tita brought', ['Pancit']],
    ['cake that my mum made', ['Cake']],
    ['Alpro choc pudding pot', ['Soya dessert, chocolate']],
    ['burger in a brioche bun', ['Hamburger']],
    ['5 lumpia', ['Pork spring rolls']],
  ])('%s', check);

  it.each(["frozen Udi's pepperoni pizza (the gluten free one)", 'beer (the gf kind)'])(
    '%s holds no gluten',
    (text) => {
      const [item] = foods.read(text).items;
      expect(item!.classes.get('gluten')?.probability ?? 0).toBe(0);
    },
  );
});

it('what follows "without gluten" is there', () => {
  const { items } = foods.read('Pain sans gluten Schär beurre de cacahuète');
  expect(items.some(({ classes }) => (classes.get('peanut')?.probability ?? 0) > 0.5)).toBe(true);
});

it('a word behind the food that nobody knows is told', () => {
  expect(foods.read('cocoa butter lip thing').unknown).toEqual(['lip']);
});

it.each([['Ingredients: pesto (basil, oil), pasta', 'dairy']] as const)(
  '%s: %s is possible',
  (text, key) => {
    const [label] = foods.read(text).items;
    expect(label!.classes.get(key)?.probability).toBe(0.5);
    expect(label!.confidence).toBeLessThanOrEqual(0.8);
  },
);
