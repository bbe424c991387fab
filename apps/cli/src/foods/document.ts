import type { FoodReading, ResolvedFood } from '@zonula/foods';

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Said with every answer about foods. */
export const notice =
  'This is no allergy check. Recipes and labels differ: with an allergy, read the label and ask.';

const isEnergy = (nutrient: string): boolean => nutrient.startsWith('energy');

/** Whose tables these are; none of the agencies endorses Zonula. */
const credit =
  'Food data: FDA-FDD 3.1, FPED 2017-18, SR28 and FNDDS 2.0 of the United States Government.';

const itemOf = (item: ResolvedFood, hidesEnergy: boolean) => {
  const classes: Record<string, { percent: number; grams: number; probability?: number }> = {};
  const possible: { key: string; probability: number }[] = [];
  for (const [key, { percent, grams, probability }] of new Map([
    ...item.classes,
    ...item.variations,
  ])) {
    if (probability <= 0.5) possible.push({ key, probability: round(probability, 2) });
    else
      classes[key] = {
        percent: round(percent, 2),
        grams: round(grams, 2),
        ...(probability < 1 ? { probability: round(probability, 2) } : {}),
      };
  }
  return {
    phrase: item.phrase,
    food: item.food,
    code: item.code,
    ...(item.with.length > 0 ? { with: item.with } : {}),
    confidence: round(item.confidence, 2),
    identified: round(item.identified, 2),
    how: item.how,
    grams: round(item.grams, 1),
    ingredients: item.ingredients.map(({ name, percent }) => ({
      name,
      percent: round(percent, 2),
    })),
    classes,
    ...(possible.length > 0 ? { possible } : {}),
    preparations: item.preparations,
    ...(item.without.length > 0 ? { without: item.without } : {}),
    nutrients: Object.fromEntries(
      [...(item.nutrients ?? [])]
        .filter(([name]) => !(hidesEnergy && isEnergy(name)))
        .map(([name, amount]) => [name, round(amount, 2)]),
    ),
    dataVersion: item.dataVersion,
    ...(item.label === null ? {} : { label: item.label }),
  };
};

/** The document of `foods --json`; without energy for a person from whom it is hidden. */
export const documentOf = (
  text: string,
  { items, unknown, notes }: FoodReading,
  hidesEnergy = false,
) => ({
  text,
  items: items.map((item) => itemOf(item, hidesEnergy)),
  unknown,
  notes,
  notice,
  credit,
});

export type FoodsDocument = ReturnType<typeof documentOf>;
