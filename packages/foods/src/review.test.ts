import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFoods, readFoodTables } from './index.ts';

const asset = readFileSync(new URL('../assets/foods.json', import.meta.url), 'utf8');
const foods = createFoods(readFoodTables(asset));

const read = (text: string) => {
  const { items, unknown } = foods.read(text);
  const classes = items.flatMap((item) => [...item.classes]);
  return {
    unknown,
    likely: new Set(
      classes.filter(([, { probability }]) => probability >= 0.5).map(([key]) => key),
    ),
    possible: new Set(classes.map(([key]) => key)),
  };
};
const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** Name, classes that it holds, classes of which it does not even hold a chance. */
type Expected = readonly [name: string, held: string, absent: string];

const holds = ([name, held, absent]: Expected): void => {
  const { likely, possible, unknown } = read(name);
  expect(unknown, name).toEqual([]);
  expect(
    wordsOf(held).filter((key) => !(likely as ReadonlySet<string>).has(key)),
    `${name}: missing`,
  ).toEqual([]);
  expect(
    wordsOf(absent).filter((key) => (possible as ReadonlySet<string>).has(key)),
    `${name}: too many`,
  ).toEqual([]);
};

describe('words that mislead', () => {
  it.each<Expected>([
    ['oat milk', 'gluten', 'dairy milk lactose'],
    ['soya milk', 'soy', 'dairy milk lactose'],
    ['almond milk', 'tree-nut', 'dairy milk lactose'],
    ['rice milk', '', 'dairy milk lactose gluten'],
    ['coconut milk', 'coconut', 'dairy milk lactose tree-nut'],
    ['koko', 'coconut', 'dairy tree-nut'],
    ['cashew milk', 'tree-nut', 'dairy milk'],
    ['chocolate oat milk', 'gluten cocoa', 'dairy milk lactose'],
    ['oat milk latte', 'gluten caffeine', 'dairy milk lactose'],
    ['peanut butter', 'peanut', 'dairy tree-nut'],
    ['almond butter', 'tree-nut', 'dairy peanut'],
    ['apple with almond butter', 'tree-nut polyol', 'dairy peanut'],
    ['cocoa butter', '', 'dairy tree-nut'],
    ['butternut squash', '', 'dairy tree-nut'],
    ['corn cob', '', 'gluten wheat'],
    ['akara', '', 'shellfish fish egg'],
    ['muri', '', 'gluten'],
    ['pani puri', 'gluten', 'dairy'],
    ['rasgulla', 'dairy', 'tree-nut'],
    ['salata de vinete', '', 'sesame'],
    ['ezogelin', 'gluten', ''],
    ['aceitunas rellenas', 'fish', ''],
    ['buttergemüse', 'dairy', ''],
    ['merluza a la romana', 'fish egg gluten', ''],
    ['palets bretons', 'dairy egg gluten', ''],
    ['ezekiel bread', 'gluten soy', ''],
    ['banza mac', 'dairy', 'gluten wheat'],
    ['rüeblitorte', 'tree-nut egg', ''],
    ['creamed onions', 'dairy gluten', ''],
    ['kai jeow', 'egg fish', ''],
    ['chicken and sausage gumbo', 'gluten celery', 'shellfish'],
    ['chilli crab', 'shellfish egg', 'tree-nut'],
    ['gnocchi sorrentina', 'dairy gluten', ''],
    ['daim mcflurry', 'dairy tree-nut', ''],
    ['cadbury mini roll', 'dairy gluten egg', ''],
    ['cheese sliders', 'dairy gluten', ''],
    ['olive garden breadsticks', 'dairy gluten', ''],
    ['sucuk', 'red-meat', 'dairy soy mustard'],
    ['bacon, egg and cheese bagel', 'dairy egg gluten', ''],
    ['butternut squash curry', '', 'dairy tree-nut'],
    ['butter beans', 'gos', 'dairy'],
    ['eggplant', 'nightshade', 'egg'],
    ['buckwheat', '', 'wheat gluten'],
    ['cream crackers', 'wheat gluten', 'dairy'],
    ['ginger nuts', 'wheat gluten', 'tree-nut peanut'],
    ['sweetbread', 'red-meat', 'added-sugar gluten wheat'],
    ['coconut', 'coconut', 'tree-nut'],
    ['water chestnuts', '', 'tree-nut'],
    ['chestnuts', '', 'tree-nut'],
    ['tiger nuts', '', 'tree-nut'],
    ['milk thistle tea', '', 'dairy milk'],
    ['cream of tartar', '', 'dairy'],
  ])('%s', (...expected) => holds(expected));
});

describe('what is said not to be in it', () => {
  it.each<Expected>([
    ['dairy-free ice cream', '', 'dairy milk lactose cheese'],
    ['dairy-free lasagne', '', 'dairy milk cheese lactose'],
    ['dairy-free pizza', 'wheat gluten', 'dairy milk cheese lactose'],
    ['gluten-free bread', '', 'gluten wheat'],
    ['gluten-free beer', 'alcohol', 'gluten wheat'],
    ['gluten free pasta with pesto', 'dairy', 'gluten wheat'],
    ['vegan cheese', '', 'dairy cheese milk egg'],
    ['vegan pie', 'wheat gluten', 'dairy milk egg'],
    ['vegan pancakes', 'wheat gluten', 'dairy milk egg'],
    ['vegan chicken nuggets', '', 'dairy milk egg'],
    ['fried rice, no egg', 'soy', 'egg'],
    ['burger no cheese', 'wheat gluten red-meat', 'cheese'],
    ['lactose free yogurt', 'dairy', 'lactose'],
    ['lactofree yoghurt', 'dairy', 'lactose'],
  ])('%s', (...expected) => holds(expected));
});

describe('foods that the founding articles name', () => {
  it.each<Expected>([
    ['kimchi', 'fermented', ''],
    ['sauerkraut', 'fermented', ''],
    ['kefir', 'dairy fermented probiotic', ''],
    ['kombucha', 'fermented', 'dairy'],
    ['bone broth', 'bone-broth', ''],
    ['onions', 'fructan', ''],
    ['garlic', 'fructan', ''],
    ['asparagus', 'fructan', ''],
    ['artichokes', 'fructan', ''],
    ['avocado', 'polyol', ''],
    ['nuts', 'tree-nut', ''],
    ['seeds', 'sesame', ''],
    ['fatty fish', 'fish omega-3', ''],
    ['coconut oil', 'coconut', ''],
    ['coconut yoghurt', 'coconut', 'dairy'],
    ['coconut water', 'coconut', ''],
    ['aloe vera', 'aloe', ''],
    ['psyllium', 'fibre', ''],
    ['partially hydrolysed guar gum', 'fibre prebiotic', ''],
    ['collagen drink', 'collagen', ''],
    ['l-glutamine', '', 'dairy gluten'],
    ['digestive enzymes', '', 'dairy gluten'],
    ['probiotics', 'probiotic', ''],
  ])('%s', (...expected) => holds(expected));
});

describe('what the second reading found', () => {
  it.each<Expected>([
    ['skinny latte', 'dairy milk caffeine', 'soy tree-nut'],
    ['nonfat latte', 'dairy milk skim-milk', 'soy tree-nut'],
    ['decaf tea with milk', 'dairy milk', 'caffeine'],
    ['oatmeal with milk', 'dairy milk gluten', ''],
    ['shreddies with milk', 'dairy milk wheat', ''],
    ['grits with cheese', 'dairy cheese', ''],
    ['sweetcorn chowder', 'dairy milk', ''],
    ['dal makhani', 'dairy', ''],
    ['smoked mackerel pate', 'fish dairy', ''],
    ['peppercorn sauce', 'dairy', ''],
    ['turkey and cheese sandwich', 'dairy cheese', ''],
    ['cheeseburger and chips', 'dairy cheese red-meat', ''],
    ['philadelphia roll', 'fish dairy', ''],
    ['chickpea and feta salad', 'dairy cheese', ''],
    ['hot cheetos', 'dairy cheese spicy', ''],
    ['yfood', 'dairy', ''],
    ['yoghurt raisins', 'dairy', ''],
    ['prawn fried rice', 'shellfish egg soy', ''],
    ['sweet and sour prawns', 'shellfish', ''],
    ['beef with oyster sauce', 'shellfish soy', ''],
    ['seafood pizza', 'shellfish dairy', ''],
    ['glucosamine', 'shellfish', ''],
    ['salmon quiche', 'fish egg dairy', ''],
    ['fish chowder', 'fish', ''],
    ['celeriac mash', 'celery', ''],
    ['honey mustard chicken', 'mustard', ''],
    ['beef and mustard sandwich', 'mustard', ''],
    ['mustard greens', 'mustard', ''],
    ['amaretti', 'tree-nut egg', ''],
    ['florentine', 'tree-nut', ''],
    ['biscotti', 'tree-nut egg gluten', ''],
    ['macarons', 'tree-nut egg', 'coconut'],
    ['nougat', 'tree-nut egg', ''],
    ['battenberg', 'tree-nut egg', ''],
    ['almond danish', 'tree-nut', ''],
    ['biscoff spread', 'wheat gluten', 'tree-nut cocoa'],
    ['daim', 'tree-nut', ''],
    ['picnic bar', 'peanut gluten', ''],
    ['protein flapjack', 'gluten dairy', ''],
    ['rxbar', 'egg tree-nut', 'dairy'],
    ['sesame bagel', 'sesame gluten', ''],
    ['brioche bun', 'egg dairy gluten', ''],
    ['pickled eggs', 'egg', 'fructan'],
    ['quorn sausages', 'egg', ''],
    ['glamorgan sausages', 'dairy egg gluten', ''],
    ['impossible burger', 'soy', ''],
    ['tofu banh mi', 'soy gluten', 'red-meat'],
    ['buddha bowl with tofu', 'soy sesame', ''],
    ['tattie scone', 'gluten wheat', ''],
    ['potato croquettes', 'gluten wheat', ''],
    ['semolina pudding', 'gluten wheat dairy', ''],
    ['lemon barley water', 'gluten', ''],
    ['kvass', 'gluten fermented', ''],
    ['beef barley soup', 'gluten', ''],
    ['cornetto', 'gluten dairy', ''],
    ['oatibix', 'gluten', 'wheat'],
    ['kix', '', 'wheat'],
    ['oatcakes', 'gluten', 'dairy wheat'],
    ['goji berries', 'nightshade', ''],
    ['vermouth', 'sulphite alcohol', ''],
    ['meat pie', 'gluten red-meat', 'alcohol'],
    ['chicken ramen', 'gluten egg', 'red-meat'],
    ['chicken pho', 'fish', 'red-meat'],
    ['pasta bake', 'dairy gluten', 'fish'],
    ['fruit bar', '', 'peanut tree-nut'],
    ['vanillekipferl', 'tree-nut gluten', ''],
    ['fideuá', 'gluten shellfish', ''],
    ['natillas', 'egg dairy', ''],
    ['ensaladilla rusa', 'fish egg', ''],
    ['soup and bread', 'gluten wheat celery', ''],
    ['turkey dinner', 'gluten celery', ''],
    ['chicken stroganoff', 'dairy', 'red-meat'],
    ['vodka and diet coke', 'alcohol caffeine', 'added-sugar'],
    ['cheese and tomato sandwich', 'cheese gluten nightshade', ''],
    ['dabeli', 'peanut dairy gluten', ''],
    ['badam milk', 'tree-nut dairy', ''],
    ['bangsilog', 'fish egg', 'red-meat'],
    ['sabudana vada', 'peanut', ''],
    ['chilli paneer', 'soy dairy', ''],
    ['cha gio', 'shellfish fish', 'gluten'],
    ['om ali', 'tree-nut dairy', ''],
    ['taiyaki', 'egg dairy gluten', ''],
    ['cheese bagel', 'dairy gluten', ''],
    ['mango pickle', 'mustard', ''],
    ['salsa macha', 'peanut sesame', ''],
    ['garden egg stew', 'fish nightshade', 'egg'],
    ['aquafaba meringue', '', 'egg'],
    ['mannerschnitten', 'tree-nut gluten', 'dairy'],
    ['caro coffee', 'gluten', 'caffeine'],
    ['käsesandwich', 'dairy gluten', 'egg'],
    ['schinkensandwich', 'gluten red-meat', 'egg'],
    ['kettle corn', '', 'dairy gluten'],
  ])('%s', (...expected) => holds(expected));
});

describe('words of packages', () => {
  it.each<Expected>([
    ['Ingredients: water, almond butter, salt', 'tree-nut', 'dairy'],
    ['Ingredients: oat milk, cocoa butter', 'gluten', 'dairy milk lactose'],
    ['Ingredients: buckwheat flour, water', '', 'wheat gluten'],
    ['Ingrédients : farine de blé noir, eau, sel', '', 'wheat gluten'],
    ['Ingredientes: harina de trigo sarraceno, agua', '', 'wheat gluten'],
    ['Ingrédients : noix de saint jacques, noix de muscade', 'shellfish', 'tree-nut'],
    ['Ingredients: malted wheat flour, water', 'wheat gluten', ''],
    ['Ingredients: celeriac root, water', 'celery', ''],
    ['Ingredients: water, Worcester sauce, salt', 'fish', ''],
    ['Ingredients: rolled oats, sugar', 'gluten', 'wheat'],
  ])('%s', (...expected) => holds(expected));
});

describe('what other recipes may hold', () => {
  it.each([
    ['summer squash', 'egg'],
    ['cornbread', 'tree-nut'],
    ['lentils', 'sulphite'],
    ['chilli flakes', 'gluten'],
    ['root beer', 'wheat'],
    ['oreos', 'mustard'],
    ['apple pie', 'celery'],
    ['meatloaf', 'sesame'],
    ['hot chocolate', 'tree-nut'],
    ['tuna steak', 'celery'],
    ['salsa', 'dairy'],
  ])('%s: %s is not among it', (text, key) => {
    const [item] = foods.read(text).items;
    expect([...item!.variations.keys()]).not.toContain(key);
  });

  it.each([
    ['fruit smoothie', 'dairy'],
    ['chicken curry', 'tree-nut'],
    ['paella', 'sulphite'],
    ['steak pie', 'egg'],
  ])('%s: %s is', (text, key) => {
    const [item] = foods.read(text).items;
    expect([...item!.variations.keys(), ...item!.classes.keys()]).toContain(key);
  });
});

describe('pictures alone', () => {
  it('are the foods that they show, each known by its name', () => {
    const shown = [
      ...'🍎🍊🍇🍅🥑🌶🌽🥐🥨🧀🥚🍳🥞🥓🍗🌭🍔🍟🍕🥪🌮🌯🥗🍝🍜🍛🍣🥟🍤🦐🦞🍙🍦🍰🍫🍿🍩🍪🥜🍯🥛☕🍵🧋🍺🍷🥃🍹🥂',
    ];
    for (const picture of shown) {
      const { items, unknown } = foods.read(picture);
      expect([picture, items.length > 0, unknown]).toEqual([picture, true, []]);
    }
    const [pizza, beer] = foods.read('🍕🍺🍺').items;
    expect(pizza!.classes.has('gluten')).toBe(true);
    expect(beer!.grams).toBe(2 * foods.read('🍺').items[0]!.grams);
    expect(foods.read('🍱')).toMatchObject({ items: [], unknown: ['🍱'] });
    expect(foods.read('😀')).toMatchObject({ items: [], unknown: [] });
  });
});

it.each([
  ['banana, gran bar', 'granola bar'],
  ['yog, ban, gran bar', 'granola bar'],
])('%s: no bar is lost with gran', (text, phrase) => {
  expect(foods.read(text).items.map((item) => item.phrase)).toContain(phrase);
});
