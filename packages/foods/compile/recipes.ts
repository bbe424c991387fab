import { type NutrientKey, nutrientKeys } from '../src/nutrients.ts';
import { readTable } from './read-table.ts';
import { type Profile, type References, weighted, without } from './references.ts';

export interface RecipeTexts {
  /** FNDDS 2.0 recipes: food, ..., reference or food, ..., weight. */
  readonly recipes: string;
  /** FNDDS 2.0: food, ..., change of moisture and of fat in per cent of the recipe's weight, kind of fat. */
  readonly changes: string;
  /** Old and new numbers of reference foods: old,new,hides,note. */
  readonly referenceCodes: string;
  /** Foods whose old recipe is not theirs: code,name,reason. */
  readonly recipesLeftOut: string;
}

/** What a food holds in 100 g by its recipe; undefined without one. */
export type ByRecipe = (food: string) => Profile | undefined;

/** Throws TableError or RangeError that names the row. */
export const readRecipes = (texts: RecipeTexts, references: References): ByRecipe => {
  const replaced = new Map<string, { readonly to: string; readonly hides: NutrientKey | null }>();
  for (const row of readTable('reference-codes.csv', texts.referenceCodes)) {
    const hides = row.cell('hides');
    const to = row.cell('new');
    if (to !== '' && references.of(to) === undefined) row.fail(`SR28 has no food ${to}`);
    if (hides !== '' && !isNutrient(hides)) row.fail(`"${hides}" is no nutrient`);
    replaced.set(row.cell('old'), { to, hides: hides === '' ? null : (hides as NutrientKey) });
  }
  const leftOut = new Set(
    readTable('recipes-left-out.csv', texts.recipesLeftOut).map((row) =>
      String(row.number('code', 1e7, 1e8 - 1)),
    ),
  );
  const recipes = new Map<string, (readonly [of: string, weight: number])[]>();
  for (const [food = '', , , , of = '', , , , , , , weight = ''] of fieldsOf(texts.recipes).slice(
    1,
  )) {
    if (leftOut.has(food)) continue;
    const grams = Number(weight);
    if (!(grams >= 0) || weight === '')
      throw new RangeError(`FNDDS recipes, food ${food}: weight "${weight}" of ${of}`);
    const own = recipes.get(food) ?? [];
    own.push([of, grams]);
    recipes.set(food, own);
  }
  const changes = readChanges(texts.changes);
  const done = new Map<string, Profile | null>();
  const byRecipe = (food: string): Profile | undefined => {
    const before = done.get(food);
    if (before !== undefined) return before ?? undefined;
    done.set(food, null);
    const recipe = recipes.get(food);
    if (recipe === undefined) return undefined;
    const profileOf = (of: string): Profile | undefined =>
      of.length === 8 ? byRecipe(of) : references.of((replaced.get(of)?.to || of).padStart(5, '0'));
    const raw = weighted(
      recipe.map(([of, weight]) => [
        profileOf(of),
        weight,
        references.isWater((replaced.get(of)?.to || of).padStart(5, '0')),
      ]),
    );
    const { moisture, fat, kind } = changes.get(food) ?? { moisture: 0, fat: 0, kind: '' };
    const fatProfile = fat === 0 ? undefined : profileOf(kind);
    const sum = raw.map((amount, n) => {
      const more = fat === 0 ? 0 : fat * (fatProfile?.[n] ?? Number.NaN);
      return Math.max(0, (amount + more) / (1 + moisture + fat));
    });
    const profile = without(
      sum,
      recipe.flatMap(([of]) => replaced.get(of)?.hides ?? []),
    );
    done.set(food, profile);
    return profile;
  };
  return byRecipe;
};

interface Change {
  /** Water and fat gained, or lost below 0, per gram of the raw recipe. */
  readonly moisture: number;
  readonly fat: number;
  /** Reference or food that the fat is. */
  readonly kind: string;
}

const readChanges = (text: string): Map<string, Change> =>
  new Map(
    fieldsOf(text)
      .slice(1)
      .map(([food = '', , , moisture, fat, kind = '']) => {
        const change = { moisture: Number(moisture) / 100, fat: Number(fat) / 100, kind };
        if (!(1 + change.moisture + change.fat > 0))
          throw new RangeError(`FNDDS changes, food ${food}: nothing is left of it`);
        return [food, change] as const;
      }),
  );

const isNutrient = (key: string): key is NutrientKey =>
  (nutrientKeys as readonly string[]).includes(key);

const fieldsOf = (text: string): string[][] =>
  text
    .split(/\r?\n/u)
    .filter((line) => line !== '')
    .map((line) => line.split('^').map((field) => field.replace(/^~|~$/gu, '')));
