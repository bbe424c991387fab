import type { Dose } from '../axis/events.ts';

export const meals = ['breakfast', 'lunch', 'snack', 'dinner', 'evening'] as const;
export type Meal = (typeof meals)[number];

/** A food as virtual people know it. Doses are usual portions of each class; all of it is our own reckoning. */
export interface VirtualFood {
  /** Words that people type for it; each person keeps to one. */
  readonly words: readonly string[];
  readonly meals: readonly Meal[];
  readonly doses: readonly Dose[];
  /** What often comes with it: the first word of another food. */
  readonly with?: string;
  /** Eaten more on bad days. */
  readonly comfort: boolean;
}

/** words; meals (first letters); doses; what comes with it; ! for comfort. */
const table = `
latte, coffee with milk; b s; dairy milk caffeine=0.8
cappuccino; b s; dairy=0.6 milk=0.6 caffeine=0.8
black coffee, coffee; b s; caffeine
tea with milk, tea; b s; dairy=0.2 milk=0.2 caffeine=0.5
orange juice, oj; b; citrus added-sugar=0.3 high-glycaemic=0.5
cornflakes, cereal; b; refined-grain high-glycaemic; milk
milk, glass of milk; b s; dairy milk
oatmeal, porridge; b; fibre; milk
muesli; b; fibre wheat=0.5 gluten=0.5 tree-nut=0.5; yogurt
yogurt, yoghurt; b s; dairy yogurt fermented
toast, bread; b e; wheat gluten refined-grain high-glycaemic; butter
butter; b e; dairy=0.3
wholemeal bread, brown bread; b l; wheat gluten fibre; cheddar
croissant; b; wheat gluten dairy=0.4 refined-grain high-glycaemic
scrambled eggs, eggs; b; egg dairy=0.2
boiled egg, egg; b l; egg
peanut butter, pb; b s; peanut
jam; b; added-sugar high-glycaemic; toast
honey; b; added-sugar excess-fructose
banana; b s; fibre=0.5
apple; s; fibre=0.5 excess-fructose
berries, blueberries; b s; fibre=0.5
orange, mandarin; s; citrus fibre=0.5
cheddar, cheese; l e; dairy cheese histamine=0.5
cheese sandwich; l; dairy cheese wheat gluten refined-grain
ham sandwich; l; wheat gluten refined-grain processed-meat
tuna salad; l; fish egg=0.3
chicken salad; l d; fibre=0.5
green salad, salad; l d; fibre=0.7
tomato soup; l; nightshade
lentil soup, lentils; l d; fibre gos
hummus; l e; sesame gos; wholemeal bread
sushi; l d; fish soy=0.5 refined-grain
burrito; l d; wheat gluten dairy=0.5 spicy=0.5 nightshade=0.5
burger, hamburger; l d; wheat gluten red-meat ultra-processed=0.5; chips !
pizza; d; wheat gluten dairy cheese nightshade=0.5 refined-grain; cola !
pasta with tomato sauce, pasta; d; wheat gluten refined-grain high-glycaemic=0.7 nightshade; parmesan
parmesan; d; dairy=0.3 cheese=0.3 histamine=0.5
lasagne; d; wheat gluten dairy red-meat nightshade=0.5
mac and cheese; d; wheat gluten dairy cheese refined-grain !
rice, white rice; d; refined-grain high-glycaemic
chicken breast, chicken; d;
salmon; d; fish omega-3
prawns, shrimp; d; shellfish
steak, beef; d; red-meat
sausages; d; processed-meat red-meat=0.5
fried chicken; d; wheat=0.5 gluten=0.5 ultra-processed !
chicken curry, curry; d; spicy nightshade=0.5; rice
chilli, chili con carne; d; spicy red-meat nightshade gos; rice
thai noodles, pad thai; d; peanut egg=0.5 spicy=0.5
tofu; d; soy; rice
potatoes; d; nightshade high-glycaemic
chips, fries; d; nightshade high-glycaemic ultra-processed=0.5 !
broccoli; d; fibre
peas; d; fibre=0.7 gos=0.5
mushrooms; d; polyol
onion; d; fructan
chocolate, milk chocolate; s e; cocoa dairy=0.3 milk=0.3 added-sugar high-glycaemic=0.5 !
dark chocolate; s e; cocoa added-sugar=0.5 !
ice cream; s e; dairy milk added-sugar high-glycaemic !
biscuits, cookies; s; wheat gluten added-sugar high-glycaemic=0.7 !
cake; s; wheat gluten egg=0.5 dairy=0.4 added-sugar high-glycaemic !
crisps; s e; ultra-processed nightshade=0.5 !
peanuts; s e; peanut
almonds, nuts; s; tree-nut
whey shake, protein shake; s; whey dairy=0.5
cola, coke; s d; added-sugar high-glycaemic caffeine=0.3
lemonade; s; added-sugar high-glycaemic citrus=0.3
red wine, wine; e; alcohol histamine sulphite
beer; e; alcohol gluten=0.3; crisps
kombucha; s; fermented
sauerkraut; d; fermented histamine fibre=0.5
kefir; b; dairy=0.8 milk=0.8 fermented probiotic
miso soup; d; soy fermented
`;

const mealOf = new Map(meals.map((meal) => [meal[0]!, meal]));

const read = (line: string): VirtualFood => {
  const comfort = line.endsWith('!');
  const [words = '', when = '', doses = '', companion = ''] = line.replace('!', '').split(';');
  const dosed = doses.split(' ').filter((item) => item !== '');
  return {
    words: words.split(',').map((word) => word.trim()),
    meals: when
      .split(' ')
      .filter((letter) => letter !== '')
      .map((letter) => mealOf.get(letter)!),
    doses: dosed.map((item) => {
      const [name = '', portions = '1'] = item.split('=');
      return { class: name, portions: Number(portions) };
    }),
    ...(companion.trim() === '' ? {} : { with: companion.trim() }),
    comfort,
  };
};

/** Everything that virtual people may eat. */
export const virtualFoods: readonly VirtualFood[] = table.trim().split('\n').map(read);
