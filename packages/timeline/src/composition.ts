import { countDays, type Dosed, toPortions, usable } from './doses.ts';
import type { Grain } from './grain.ts';
import { compareText, fold, type Item, type ItemRow, type Items } from './items.ts';
import { median } from './statistics.ts';

/** What one serving of a food holds; null when the food is not understood. */
export interface Composition {
  /** `share` of the serving, 0 to 1; `probability` (default 1) that the food holds it at all. */
  readonly ingredients: readonly {
    readonly name: string;
    readonly share: number;
    readonly probability?: number;
  }[];
  /** `dose` of the class in one serving if it is held, above 0; `probability` as above. */
  readonly classes: readonly {
    readonly key: string;
    readonly dose: number;
    readonly probability?: number;
  }[];
  /** False when some of the words were not understood: what is not named here is then not absent. */
  readonly complete?: boolean;
}
export type ComposeFood = (name: string) => Composition | null;

/** What is held with less probability is no dose: the day is unknown unless another food supplies it. */
const LEAST_PROBABILITY = 0.5;
/** Below this it counts as not held. */
const NEGLIGIBLE_PROBABILITY = 0.1;

interface Part {
  readonly name: string;
  /** The expected amount in a serving; 0 where the food may hold it and probably does not. */
  readonly foods: { readonly item: Item; readonly perServing: number }[];
}

interface Supply {
  readonly name: string;
  readonly amount: number;
  /** That none of the sources holds it. */
  readonly without: number;
}

const servingUnits = new Set(['', 'serving', 'servings', 'portion', 'portions', 'x']);

/** Servings of a row. Grams and the like become multiples of the food's median row in that unit. */
const servingsIn = (item: Item): ((row: ItemRow) => number) => {
  const byUnit = new Map<string, number[]>();
  for (const row of item.rows) {
    if (servingUnits.has(row.unit) || !usable(row) || row.value === 0) continue;
    byUnit.set(row.unit, [...(byUnit.get(row.unit) ?? []), row.value]);
  }
  const medians = new Map([...byUnit].map(([unit, values]) => [unit, median(values)]));
  return (row) => row.value / (medians.get(row.unit) ?? 1);
};

const addSupply = (
  supplies: Map<string, Supply>,
  id: string,
  name: string,
  amount: number,
  probability: number,
): void => {
  if (!(amount > 0) || !(probability > 0)) return;
  const other = supplies.get(id);
  supplies.set(id, {
    name: other?.name ?? name,
    amount: (other?.amount ?? 0) + amount * Math.min(1, probability),
    without: Math.min(other?.without ?? 1, 1 - Math.min(1, probability)),
  });
};

const addParts = (
  parts: Map<string, Part>,
  supplies: ReadonlyMap<string, Supply>,
  item: Item,
): void => {
  for (const [id, { name, amount, without }] of supplies) {
    const probability = 1 - without;
    if (probability < NEGLIGIBLE_PROBABILITY) continue;
    let part = parts.get(id);
    if (part === undefined) parts.set(id, (part = { name, foods: [] }));
    part.foods.push({ item, perServing: probability < LEAST_PROBABILITY ? 0 : amount });
  }
};

const partExposure = (
  id: string,
  grain: Grain,
  part: Part,
  items: Items,
  unresolved: Uint8Array,
  servings: ReadonlyMap<Item, (row: ItemRow) => number>,
): Dosed => {
  const known = items.known('food');
  const dose = new Float64Array(items.days);
  const doubtful = new Uint8Array(unresolved);
  const timed: [number, number, number][] = [];
  for (const { item, perServing } of part.foods) {
    const amount = servings.get(item)!;
    for (const row of item.rows) {
      if (!usable(row)) {
        doubtful[row.day] = 1;
        continue;
      }
      if (perServing === 0 && row.value > 0) doubtful[row.day] = 1;
      const held = amount(row) * perServing;
      dose[row.day]! += held;
      if (held > 0 && !Number.isNaN(row.minute)) timed.push([row.day, row.minute, held]);
    }
  }
  for (let day = 0; day < items.days; day += 1) {
    if (known[day] === 0 || (dose[day] === 0 && doubtful[day] === 1)) dose[day] = Number.NaN;
  }
  const portion = toPortions(dose);
  timed.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  return {
    id,
    grain,
    category: 'food',
    name: part.name,
    rows: part.foods
      .filter(({ perServing }) => perServing > 0)
      .map(({ item }) => item.identity)
      .sort(compareText),
    dose,
    portion,
    unit: null,
    timed:
      timed.length === 0
        ? null
        : Float64Array.from(timed.flatMap(([day, minute, held]) => [day, minute, held / portion])),
    ...countDays(dose),
  };
};

/**
 * Exposures at ingredient and class grain: `ingredient/NAME` and `class/KEY`. On a day with a food
 * that is not understood, a part that no other food supplies is unknown, never absent; so it is on a
 * day with a food that holds it with a probability below one half. A likelier one counts with its expected
 * dose. Parts of exactly the same foods are one exposure: the class before the ingredient, the broader before the
 * narrower, a single food before its parts; the others name it in `sameAs`.
 * Also returns the names of the foods that were not understood.
 */
export const composedDosesOf = (
  items: Items,
  foods: ComposeFood,
  wanted: ReadonlySet<Grain>,
): { readonly exposures: readonly Dosed[]; readonly notUnderstood: readonly string[] } => {
  const parts = { ingredient: new Map<string, Part>(), class: new Map<string, Part>() };
  const unresolved = new Uint8Array(items.days);
  const notUnderstood: string[] = [];
  const servings = new Map<Item, (row: ItemRow) => number>();
  for (const item of items.byCategory.get('food') ?? []) {
    const composition = foods(item.name);
    if (composition === null) {
      notUnderstood.push(item.name);
      for (const row of item.rows) if (row.value !== 0) unresolved[row.day] = 1;
      continue;
    }
    if (composition.complete === false)
      for (const row of item.rows) if (row.value !== 0) unresolved[row.day] = 1;
    servings.set(item, servingsIn(item));
    const supplies = { ingredient: new Map<string, Supply>(), class: new Map<string, Supply>() };
    for (const { name, share, probability = 1 } of composition.ingredients)
      addSupply(supplies.ingredient, `ingredient/${fold(name)}`, name, share, probability);
    for (const { key, dose, probability = 1 } of composition.classes)
      addSupply(supplies.class, `class/${key}`, key.replaceAll('-', ' '), dose, probability);
    addParts(parts.class, supplies.class, item);
    addParts(parts.ingredient, supplies.ingredient, item);
  }
  const held = (part: Part): boolean => part.foods.some(({ perServing }) => perServing > 0);
  const representatives = new Map<string, string>();
  const exposures = (['class', 'ingredient'] as const)
    .filter((grain) => wanted.has(grain))
    .flatMap((grain) =>
      [...parts[grain]]
        .filter(([, part]) => held(part))
        .map(([id, part]): Dosed => {
          const exposure = partExposure(id, grain, part, items, unresolved, servings);
          const foods = exposure.rows.join('\n');
          const first =
            exposure.rows.length === 1 && wanted.has('dish')
              ? exposure.rows[0]
              : representatives.get(foods);
          if (first === undefined) representatives.set(foods, id);
          return first === undefined ? exposure : { ...exposure, sameAs: first };
        }),
    );
  return { exposures, notUnderstood };
};
