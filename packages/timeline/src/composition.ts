import { countDays, type Dosed, toPortions, usable } from './doses.ts';
import { compareText, fold, type Item, type ItemRow, type Items } from './items.ts';
import { median } from './statistics.ts';
import type { Grain } from './timeline.ts';

/** What one serving of a food holds; null when the food is not understood. */
export interface Composition {
  /** `share` of the serving, 0 to 1. */
  readonly ingredients: readonly { readonly name: string; readonly share: number }[];
  /** `dose` of the class in one serving, above 0 when the food holds it. */
  readonly classes: readonly { readonly key: string; readonly dose: number }[];
}
export type ComposeFood = (name: string) => Composition | null;

interface Part {
  readonly name: string;
  readonly foods: { readonly item: Item; readonly perServing: number }[];
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

const addPart = (
  parts: Map<string, Part>,
  id: string,
  name: string,
  item: Item,
  amount: number,
): void => {
  if (!(amount > 0)) return;
  let part = parts.get(id);
  if (part === undefined) parts.set(id, (part = { name, foods: [] }));
  part.foods.push({ item, perServing: amount });
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
    rows: part.foods.map(({ item }) => item.identity).sort(compareText),
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
 * that is not understood, a part that no other food supplies is unknown, never absent.
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
    servings.set(item, servingsIn(item));
    const amounts = new Map<string, { name: string; amount: number }>();
    for (const { name, share } of composition.ingredients) {
      const id = `ingredient/${fold(name)}`;
      amounts.set(id, { name, amount: (amounts.get(id)?.amount ?? 0) + share });
    }
    for (const [id, { name, amount }] of amounts) addPart(parts.ingredient, id, name, item, amount);
    for (const { key, dose } of composition.classes) {
      addPart(parts.class, `class/${key}`, key, item, dose);
    }
  }
  const exposures = (['ingredient', 'class'] as const)
    .filter((grain) => wanted.has(grain))
    .flatMap((grain) =>
      [...parts[grain]]
        .sort(([a], [b]) => compareText(a, b))
        .map(([id, part]) => partExposure(id, grain, part, items, unresolved, servings)),
    );
  return { exposures, notUnderstood };
};
