import { nutrientKeys } from '../src/nutrients.ts';
import type { Ingredient } from '../src/tables.ts';
import { shareDifferences } from './check-shares.ts';
import { readTable, TableError, type TableRow } from './read-table.ts';
import type { ByRecipe } from './recipes.ts';
import { addedSugar, type Profile, type References } from './references.ts';

export interface IngredientTexts {
  /** FDA-FDD: code,ing_id,pct. */
  readonly composition: string;
  /** Reference foods of the basic ingredients: code,name,references,note. */
  readonly links: string;
}

/** A food of so much of one ingredient tells what the ingredient holds. */
const nearlyPure = 97;

export interface IngredientProfile {
  readonly profile: Profile;
  readonly water: boolean;
}

/**
 * What basic ingredients hold in 100 g: their reference foods by the hand-kept table, or, where it names none, the
 * median of the recipes that are nearly nothing else. Throws TableError that names the row.
 */
export const ingredientProfiles = (
  texts: IngredientTexts,
  references: References,
  byRecipe: ByRecipe,
  known: ReadonlyMap<number, Ingredient>,
): Map<number, IngredientProfile> => {
  const pure = new Map<number, Profile[]>();
  for (const row of readTable('FDD composition', texts.composition)) {
    if (Number(row.cell('pct')) < nearlyPure) continue;
    const profile = byRecipe(row.cell('code'));
    if (profile === undefined) continue;
    const ingredient = row.number('ing_id', 0, 9000);
    pure.set(ingredient, [...(pure.get(ingredient) ?? []), profile]);
  }
  const profiles = new Map<number, IngredientProfile>();
  const linked = new Set<number>();
  for (const row of readTable('nutrient-links.csv', texts.links)) {
    const code = row.number('code', 0, 9999);
    const name = known.get(code)?.name ?? row.fail(`there is no ingredient ${code}`);
    if (name !== row.cell('name')) row.fail(`ingredient ${code} is named "${name}"`);
    if (linked.has(code)) row.fail(`ingredient ${code} is there twice`);
    linked.add(code);
    const named = row.cell('references');
    if (named === '-') continue;
    if (named !== '') {
      const link = readLink(row, named, references);
      const [difference] =
        code <= 9000 ? shareDifferences(known.get(code)!.classes, link.profile) : [];
      if (difference !== undefined) row.fail(`ingredients.csv, ${code} "${name}": ${difference}`);
      profiles.set(code, link);
    } else if (pure.has(code))
      profiles.set(code, { profile: medians(pure.get(code)!), water: false });
    const profile = profiles.get(code)?.profile;
    if (profile !== undefined) profile[addedSugar] = addedSugarOf(known.get(code)!);
  }
  for (const [code, { name }] of known)
    if (!linked.has(code))
      throw new TableError(`nutrient-links.csv: no row for ingredient ${code}, "${name}"`);
  return profiles;
};

/** In 100 g; not known where it is only likely. */
const addedSugarOf = ({ classes }: Ingredient): number => {
  const sugar = classes.find(({ key }) => key === 'added-sugar');
  if (sugar === undefined) return 0;
  return sugar.probability < 1 ? Number.NaN : 100 * sugar.share;
};

/** `01049 01053`: the mean of both; `14209*15.9`: so many times as much. */
const readLink = (row: TableRow, named: string, references: References): IngredientProfile => {
  const codes: string[] = [];
  const profiles = named.split(' ').map((item) => {
    const [, code = '', factor = '1'] =
      /^(\d{5})(?:\*(\d+(?:\.\d+)?))?$/u.exec(item) ?? row.fail(`"${item}" is no reference`);
    const profile = references.of(code) ?? row.fail(`SR28 has no food ${code}`);
    codes.push(code);
    return profile.map((amount) => amount * Number(factor));
  });
  return {
    profile: Float64Array.from(
      nutrientKeys,
      (_, n) => profiles.reduce((sum, profile) => sum + profile[n]!, 0) / profiles.length,
    ),
    water: codes.every((code) => references.isWater(code)),
  };
};

const medians = (profiles: readonly Profile[]): Profile =>
  Float64Array.from(nutrientKeys, (_, n) => {
    const known = profiles.map((profile) => profile[n]!).filter((amount) => !Number.isNaN(amount));
    known.sort((a, b) => a - b);
    const half = known.length >> 1;
    return known.length === 0
      ? Number.NaN
      : known.length % 2 === 1
        ? known[half]!
        : (known[half - 1]! + known[half]!) / 2;
  });
