import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFoods, readFoodTables } from '../index.ts';

const foods = createFoods(
  readFoodTables(readFileSync(new URL('../../assets/foods.json', import.meta.url), 'utf8')),
);
const namesIn = (text: string): string[] => foods.read(text).items.map(({ food }) => food);

describe('a known food beside a number, a size or a state', () => {
  it.each([
    ['3 deviled eggs', 'Egg, deviled', 180],
    ['margherita pizza 10 inch', 'Pizza Margherita', 330],
    ['10 inch margherita pizza', 'Pizza Margherita', 330],
    ['12" pizza', 'Pizza, cheese', 475.2],
    ['quiche lorraine (une part)', 'Quiche', 150],
    ['wine gums half a bag', 'Gelatine sweets', 15],
    ['blue gatorade', 'Sports drink', 355],
    ['unripe banana', 'Banana, raw', 110],
    ['pint bottle of bulmers', 'Hard cider', 568],
    ['sup of milk', 'Milk, NFS', 20],
    ['drop of milk', 'Milk, NFS', 10],
    ['ten nuggets', 'Chicken nuggets', 160],
    ['10 pc nuggets', 'Chicken nuggets', 160],
    ['8 sushi pieces', 'Sushi', 240],
    ['spicy tuna roll (8)', 'Tuna maki', 184],
    ['2 tuna rolls', 'Tuna maki', 360],
    ['4 croquetas', 'Ham croquettes', 140],
    ['12" sub', 'sandwich or sub', 220],
    ['indomie 2 packs', 'Instant noodles', 60],
    ['nuggets 20 pc', 'Chicken nuggets', 320],
    ['masala omelette 3 eggs', 'Egg omelet', 120],
    ['rxbar blueberry', 'Date, nut and egg white bar', 52],
    ['pot noodle bombay bad boy', 'Instant noodles', 305],
    ['horlicks made with milk', 'Malted milk drink', 250],
    ['flat white skim', 'Flat white', 160],
  ])('%s: %s, %d g', (text, food, grams) => {
    const [item, ...others] = foods.read(text).items;
    expect(others).toEqual([]);
    expect(item?.food).toContain(food);
    expect(item?.grams).toBeCloseTo(grams, 5);
  });

  it('reads a slice that is buttered as bread and butter', () => {
    expect(namesIn('slice of barmbrack buttered')).toEqual(['Hot cross bun', 'Butter, NFS']);
  });

  it('counts drops of what is given by the drop', () => {
    const [vitamin] = foods.read('3 drops vitamin d').items;
    expect(vitamin?.grams).toBeLessThan(1);
  });
});

describe('a dish and what is eaten beside it', () => {
  it.each([
    ['fish supper salt n sauce', ['Fish and chips', 'Brown sauce']],
    ['bran flakes skim milk', ['Cereal, bran flakes', 'Milk, fat free']],
    ['weetabix 2 semi skimmed', ['Weetabix', 'Milk, reduced fat']],
    ['tea 2 sugars semi skimmed', ['Tea with milk', 'Sugar']],
    ['quiche lorraine salade', ['Quiche', 'Mixed salad']],
    ['samosa chutney', ['Samosa', 'Chutney']],
    ['fish n chips with tartare', ['Fish and chips', 'Tartar sauce']],
    ['pint n peanuts', ['Beer', 'Peanuts']],
    ['chai with 1 tsp sugar', ['chai', 'Sugar']],
  ])('%s', (text, expected) => {
    const found = namesIn(text);
    expect(found).toHaveLength(expected.length);
    for (const [i, food] of expected.entries()) expect(found[i]).toContain(food);
    expect(foods.read(text).unknown).toEqual([]);
  });

  it('takes no other word for a slip of a rare one', () => {
    for (const text of ['conkies']) {
      const { items } = foods.read(text);
      expect(items.map(({ how }) => how)).not.toContain('spelling');
    }
  });
});

describe('what people of one country call a food', () => {
  it.each([
    ['käsekrainer mit senf und kren', ['Sausage filled with cheese', 'Mustard', 'Horseradish']],
    ['topfenstrudel', ['Quark strudel']],
    ['mannerschnitten 5 stk', ['Hazelnut wafer']],
    ['erdäpfelsalat', ['Potato salad']],
    ['heißer kakao', ['Hot chocolate']],
    ['barrys tea', ['Tea with milk']],
    ['tim tams x3', ['Chocolate digestive biscuit']],
    ['2 min noodles', ['Instant noodles']],
    ['peach cobbler', ['Peach cobbler']],
    ['biscuits and sausage gravy', ['Sausage biscuit with gravy']],
    ['chicken spice bag', ['Spice bag']],
    ['ofada rice and ayamase', ['Rice with pepper stew']],
    ['pancit palabok', ['Pancit']],
    ['makki di roti sarson ka saag', ['Sarson ka saag with maize bread']],
    ['bulalo w rice', ['Beef soup', 'Rice, white']],
    ['timmies double double', ['Coffee with cream and sugar']],
  ])('%s', (text, expected) => {
    const found = namesIn(text);
    expect(found).toHaveLength(expected.length);
    for (const [i, food] of expected.entries()) expect(found[i]).toContain(food);
    expect(foods.read(text).unknown).toEqual([]);
  });

  it('takes two minute noodles for one portion, five wafers for five', () => {
    expect(foods.read('2 min noodles').items[0]?.grams).toBe(350);
    expect(foods.read('mannerschnitten 5 stk').items[0]?.grams).toBeCloseTo(37.5, 5);
  });

  it('holds gluten in a Mars bar', () => {
    expect(foods.read('mars bar').items[0]?.classes.get('gluten')?.probability).toBeGreaterThan(
      0.5,
    );
  });
});

describe('a bowl told by what is in it, without commas', () => {
  it('loses none of it', () => {
    const found = namesIn('chipotle bowl chicken white rice black beans corn salsa sour cream');
    for (const food of ['Chicken', 'Rice, white', 'Black beans', 'Salsa', 'Sour cream'])
      expect(found.some((name) => name.startsWith(food))).toBe(true);
  });
});

describe('terse entries', () => {
  it.each([
    ['espresso, black', 1, 'Coffee, espresso'],
    ['macaroni n cheese leftover', 1, 'Macaroni cheese'],
    ['oats sachet', 1, 'Oats'],
    ['pho, chicken', 1, 'Pho with chicken'],
    ['burrito extra guac', 2, 'burrito'],
    ['halibut dunked in gravy', 2, 'alibut'],
    ['matcha with oat', 1, 'Matcha latte'],
    ['brown rice 2 cups boiled', 1, 'Rice, brown'],
    ['vitamin d', 1, 'Vitamin D'],
    ['pad thai, tofu', 1, 'Pad thai with tofu'],
    ['g&t', 1, 'Gin and Tonic'],
    ['handful walnuts', 1, 'Walnuts'],
    ['bottle lemonade', 1, 'Soft drink'],
    ['Glas Milch', 1, 'Milk'],
    ['Stück Käsekuchen', 1, 'heesecake'],
    ['fried eggs 3', 1, 'gg'],
    ['apple sauce pouch', 1, 'pple'],
  ])('%s: %i, %s', (text, count, food) => {
    const { items, unknown } = foods.read(text);
    expect(unknown).toEqual([]);
    expect(items.map((item) => item.food)).toHaveLength(count);
    expect(items[0]!.food).toContain(food);
  });

  it('take an amount without "of" for what it is', () => {
    const grams = (text: string): number => foods.read(text).items[0]!.grams;
    expect(grams('handful walnuts')).toBe(grams('a handful of walnuts'));
    expect(grams('Glas Wein')).toBe(grams('ein Glas Wein'));
    expect(grams('fried eggs 3')).toBe(grams('3 fried eggs'));
  });

  it('leave open what nobody can tell', () => {
    for (const text of ['something sweet from my colleague', 'bits and bobs'])
      expect(namesIn(text), text).toEqual([]);
  });

  it('hold no dairy where its cheese is vegan', () => {
    const [pizza] = foods.read('margherita with vegan cheese').items;
    expect(pizza!.classes.has('dairy')).toBe(false);
    expect(pizza!.classes.has('gluten')).toBe(true);
  });
});

describe('packages without a heading', () => {
  it.each([
    ['rice flour, EGG white, LUPIN flour, salt', ['egg', 'lupin']],
    ['corn, sunflower oil, salt, cane sugar. CONTAINS MILK', ['dairy']],
  ])('%s', (text, keys) => {
    const { items } = foods.read(text);
    expect(items.map(({ how }) => how)).toEqual(['label']);
    for (const key of keys) expect([...items[0]!.classes.keys()]).toContain(key);
  });
});

describe('what is written in haste', () => {
  it.each([
    ['2 eggs scram + tst', ['Egg omelet or scrambled egg', 'Bread, white, toasted']],
    ['tuna swcorn s/w brown', ['Tuna mayonnaise sandwich, made with Bread, wheat']],
    ['big mac medium fries', ['Big Mac', 'Potato, french fries']],
    ['6 nugs bbq sauce', ['Chicken nuggets', 'Barbecue sauce']],
    ['chx + rice + broc 200g/150g/100g', ['Chicken', 'Rice', 'Broccoli']],
    ['new pots and peas', ['Potato, boiled', 'Green peas']],
    ['shep pie', ["Shepherd's pie"]],
    ['margarita on the rocks', ['Margarita']],
    ['bottle of sol', ['Beer']],
    ['toast then 2 more with jam', ['Toast with jam']],
    ["domino's dip", ['Dip']],
    ['rhubarb and custards', ['Hard candy']],
  ])('%s', (text, meant) => {
    const { items, unknown } = foods.read(text);
    expect(unknown).toEqual([]);
    expect(items).toHaveLength(meant.length);
    for (const [i, name] of meant.entries()) expect(items[i]!.food).toContain(name);
  });
});

describe('a part that is named', () => {
  it('stands in place of the usual one', () => {
    expect(namesIn('thai green curry with tofu')).toEqual(['Tofu thai curry']);
    expect(namesIn('chow mein with tofu')[0]).toBe('Chow mein');
    const [sandwich] = foods.read('turkey sandwich with swiss, lettuce, mustard on rye').items;
    expect(sandwich!.food).toContain('made with Bread, rye');
  });

  it('is the whole where what it is in is a list of fruit', () => {
    expect(namesIn('smoothie - banana, spinach, almond milk')[0]).toBe('Banana, raw');
    expect(namesIn('fruit salad (melon, grapes)')).toEqual(['Cantaloupe, raw', 'Grapes, raw']);
  });
});

describe('what a package claims', () => {
  it('is no ingredient', () => {
    const { unknown } = foods.read(
      'Maltitol, cocoa mass, cocoa butter, whole MILK powder, SOYA lecithin. No added sugar',
    );
    expect(unknown).toEqual([]);
  });
});
