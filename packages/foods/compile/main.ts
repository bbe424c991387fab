/**
 * Compiles the published tables and the hand-kept ones into `assets/`.
 *
 *     npm run foods:compile -- DIR
 *
 * DIR holds the published tables: `fda-fdd/{foods,ingredients,food_ingredients}.csv` and
 * `usda-fped/FPED_1718.csv`, `usda-sr28/{NUT_DATA.7z,FOOD_DES.txt}`, `usda-fndds2/{AddFoodDesc,FnddsSRLink,MoistureFatAdj}.txt`.
 * Checks every sum, join and range; the first that fails is named and nothing is written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { readFoodTables } from '../src/assets.ts';
import { compileIngredients, compileNutrients } from './compile-nutrients.ts';
import { compileTables } from './compile-tables.ts';
import { withComputedShares } from './computed-shares.ts';
import { unpack7z } from './unpack-7z.ts';

const version = 'FDA-FDD 3.1, FPED 2017-18';
const here = new URL('..', import.meta.url);
const own = (name: string): string => readFileSync(new URL(`data/${name}`, here), 'utf8');

const compile = async (folder: string): Promise<void> => {
  const raw = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const latin = (name: string): string => readFileSync(join(folder, name), 'latin1');
  const asset = compileTables(
    {
      foods: raw('fda-fdd/foods.csv'),
      ingredientNames: raw('fda-fdd/ingredients.csv'),
      composition: raw('fda-fdd/food_ingredients.csv'),
      patterns: raw('usda-fped/FPED_1718.csv'),
      ingredients: own('ingredients.csv'),
      ownIngredients: own('own-ingredients.csv'),
      families: own('ingredient-families.csv'),
      ownFoods: own('own-foods.csv'),
      leftOut: own('left-out.csv'),
      preparations: own('preparations.csv'),
      foodClasses: own('food-classes.csv'),
      variations: own('recipe-variation.csv'),
      commonNames: own('common-names.csv'),
      portions: own('portions.csv'),
      labelWords: own('label-words.csv'),
      synonyms: latin('usda-fndds2/AddFoodDesc.txt'),
    },
    version,
  );
  const tables = readFoodTables(JSON.stringify(asset));
  const texts = {
    amounts: Buffer.from(
      await unpack7z(readFileSync(join(folder, 'usda-sr28/NUT_DATA.7z'))),
    ).toString('latin1'),
    foods: latin('usda-sr28/FOOD_DES.txt'),
    recipes: latin('usda-fndds2/FnddsSRLink.txt'),
    changes: latin('usda-fndds2/MoistureFatAdj.txt'),
    composition: raw('fda-fdd/food_ingredients.csv'),
    patterns: raw('usda-fped/FPED_1718.csv'),
    links: own('nutrient-links.csv'),
    referenceCodes: own('reference-codes.csv'),
    recipesLeftOut: own('recipes-left-out.csv'),
    fortified: own('fortified.csv'),
    ownFoods: own('own-foods.csv'),
  };
  const nutrients = compileNutrients(texts, tables);
  const profiles = compileIngredients(texts, tables.ingredients);
  const text = `${JSON.stringify(withComputedShares(asset, profiles))}\n`;
  const nutrientText = `${JSON.stringify(nutrients)}\n`;
  writeFileSync(new URL('assets/foods.json', here), text);
  writeFileSync(new URL('assets/nutrients.json', here), nutrientText);
  process.stdout.write(
    [
      `${asset.counts.length} foods, ${asset.parts.length / 2} parts, ${asset.ingredientCodes.length} ingredients: ${sizesOf(text)}`,
      `nutrients of ${nutrients.known} foods, ${nutrients.recipes} of them from recipes: ${sizesOf(nutrientText)}`,
      '',
    ].join('\n'),
  );
};

const sizesOf = (text: string): string => {
  const packed = brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
  return `${Math.round(text.length / 1000)} kB, ${Math.round(packed.length / 1000)} kB packed`;
};

const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined || rest.length > 0) {
  process.stderr.write('usage: npm run foods:compile -- DIR\n');
  process.exitCode = 2;
} else {
  try {
    await compile(folder);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
