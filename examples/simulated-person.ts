/**
 * Invents one person's diary whose truth is known. Prints the tidy diary:
 *
 *     npx tsx examples/simulated-person.ts > examples/simulated-person.csv
 *
 * What truly acts on itch (0-10), in points per portion by days after it:
 * ice cream 0.7, 1.0, 0.8, 0.3 from the next day on, 0.5 of them through bloating; pizza 1.2, 0.5
 * from the next day on. Cola comes with nearly every pizza and does nothing. Stress and short
 * sleep act too. Everything else does nothing. On itchy days the person leaves the red wine.
 */
import { createRandom } from '@zonula/numerics';

const days = 210;
const seed = 2024;

interface Dish {
  readonly name: string;
  readonly weight: number;
}
const meals: readonly (readonly Dish[])[] = [
  [
    { name: 'porridge', weight: 4 },
    { name: 'yoghurt with berries', weight: 3 },
    { name: 'toast with jam', weight: 3 },
    { name: 'scrambled eggs', weight: 2 },
  ],
  [
    { name: 'cheese sandwich', weight: 4 },
    { name: 'lentil soup', weight: 3 },
    { name: 'green salad', weight: 3 },
    { name: 'chicken wrap', weight: 2 },
    { name: 'sushi', weight: 1 },
  ],
  [
    { name: 'pasta with tomato sauce', weight: 4 },
    { name: 'curry with rice', weight: 3 },
    { name: 'salmon and potatoes', weight: 2 },
    { name: 'stir-fried vegetables', weight: 3 },
    { name: 'pizza', weight: 3 },
    { name: 'bean stew', weight: 2 },
  ],
];
const extras: readonly { readonly name: string; readonly rate: number }[] = [
  { name: 'ice cream', rate: 0.13 },
  { name: 'dark chocolate', rate: 0.3 },
  { name: 'crisps', rate: 0.15 },
  { name: 'orange juice', rate: 0.25 },
  { name: 'peanuts', rate: 0.12 },
  { name: 'apple', rate: 0.4 },
  { name: 'beer', rate: 0.1 },
  { name: 'oysters', rate: 0.02 },
];

const iceCreamToItch = [0, 0.16, 1, 0.8, 0.3];
const iceCreamToBloating = 1.8;
const bloatingToItch = 0.3;
const pizzaToItch = [0, 1.2, 0.5];
const stressToItch = 0.25;
const sleepToItch = -0.2;

const random = createRandom(seed);
const chance = (rate: number): boolean => random.uniform() < rate;
const score = (value: number): number => Math.min(10, Math.max(0, Math.round(value)));

const draw = (dishes: readonly Dish[]): string => {
  let left = random.uniform() * dishes.reduce((sum, { weight }) => sum + weight, 0);
  for (const { name, weight } of dishes) {
    left -= weight;
    if (left < 0) return name;
  }
  return dishes[0]!.name;
};

const dateOf = (day: number): string =>
  new Date(Date.UTC(2024, 0, 8 + day)).toISOString().slice(0, 10);

const past = (doses: readonly number[], curve: readonly number[]): number =>
  curve.reduce((sum, weight, lag) => sum + weight * (doses[doses.length - 1 - lag] ?? 0), 0);

const iceCream: number[] = [];
const pizza: number[] = [];
let restlessness = 0;
let stress = 4;
let bloatingBefore = 2;
let itchBefore = 3;
const lines = [
  '#scale gut/bloating 0 10',
  '#scale skin/itch 0 10',
  '#scale stress/level 0 10',
  'date,category,name,value',
];

for (let day = 0; day < days; day++) {
  const weekend = day % 7 >= 5;
  stress = 4 + 0.6 * (stress - 4) + 1.2 * random.normal() - (weekend ? 0.5 : 0);
  const sleep = 7.2 - 0.15 * (stress - 4) + 0.8 * random.normal();

  const eaten = meals.map(draw);
  if (chance(eaten.includes('pizza') ? 0.9 : 0.02)) eaten.push('cola');
  for (const { name, rate } of extras) if (chance(rate)) eaten.push(name);
  if (chance(itchBefore >= 5 ? 0.05 : weekend ? 0.4 : 0.15)) eaten.push('red wine');
  iceCream.push(eaten.includes('ice cream') ? 1 : 0);
  pizza.push(eaten.includes('pizza') ? 1 : 0);

  restlessness = 0.6 * restlessness + 0.55 * random.normal();
  const bloating = 2 + iceCreamToBloating * iceCream[day]! + 0.9 * random.normal();
  const itch =
    2.6 +
    restlessness +
    past(iceCream, iceCreamToItch) +
    bloatingToItch * (bloatingBefore - 2) +
    past(pizza, pizzaToItch) +
    stressToItch * (stress - 4) +
    sleepToItch * (sleep - 7.2);
  bloatingBefore = bloating;
  itchBefore = itch;

  const onHoliday = day >= 118 && day < 126;
  if (onHoliday || chance(0.1)) continue;
  const write = (category: string, name: string, value: number) =>
    lines.push(`${dateOf(day)},${category},${name},${value}`);
  if (!chance(0.04)) write('skin', 'itch', score(itch));
  if (!chance(0.08)) write('gut', 'bloating', score(bloating));
  for (const name of [...eaten, 'coffee'].sort()) write('food', name, 1);
  write('sleep', 'hours', Math.round(10 * sleep) / 10);
  write('stress', 'level', score(stress));
}

process.stdout.write(`${lines.join('\n')}\n`);
