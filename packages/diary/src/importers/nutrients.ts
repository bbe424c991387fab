// Nutrients and the like that apps total per day, under one name each whatever the app calls them.
// A total is an amount, not a food: it becomes a `habit` row with a unit.

export interface Nutrient {
  readonly name: string;
  readonly unit: string;
}

const table = `
Energy|kcal|Energy|DietaryEnergyConsumed
Alcohol|g|Alcohol|
Caffeine|mg|Caffeine|DietaryCaffeine
Oxalate|mg|Oxalate|
Phytate|mg|Phytate|
Water|ml|Water|DietaryWater
Thiamine (B1)|mg|B1 (Thiamine)|DietaryThiamin
Riboflavin (B2)|mg|B2 (Riboflavin)|DietaryRiboflavin
Niacin (B3)|mg|B3 (Niacin)|DietaryNiacin
Pantothenic acid (B5)|mg|B5 (Pantothenic Acid)|DietaryPantothenicAcid
Vitamin B6|mg|B6 (Pyridoxine)|DietaryVitaminB6
Vitamin B12|µg|B12 (Cobalamin)|DietaryVitaminB12
Folate|µg|Folate|DietaryFolate
Biotin|µg||DietaryBiotin
Vitamin A|µg|Vitamin A|DietaryVitaminA
Vitamin C|mg|Vitamin C|DietaryVitaminC
Vitamin D|µg|Vitamin D|DietaryVitaminD
Vitamin E|mg|Vitamin E|DietaryVitaminE
Vitamin K|µg|Vitamin K|DietaryVitaminK
Calcium|mg|Calcium|DietaryCalcium
Chloride|mg||DietaryChloride
Chromium|µg||DietaryChromium
Copper|mg|Copper|DietaryCopper
Iodine|µg||DietaryIodine
Iron|mg|Iron|DietaryIron
Magnesium|mg|Magnesium|DietaryMagnesium
Manganese|mg|Manganese|DietaryManganese
Molybdenum|µg||DietaryMolybdenum
Phosphorus|mg|Phosphorus|DietaryPhosphorus
Potassium|mg|Potassium|DietaryPotassium
Selenium|µg|Selenium|DietarySelenium
Sodium|mg|Sodium|DietarySodium
Zinc|mg|Zinc|DietaryZinc
Net carbohydrates|g|Net Carbs|
Carbohydrates|g|Carbs|DietaryCarbohydrates
Fibre|g|Fiber|DietaryFiber
Insoluble fibre|g|Insoluble Fiber|
Soluble fibre|g|Soluble Fiber|
Starch|g|Starch|
Sugars|g|Sugars|DietarySugar
Added sugars|g|Added Sugars|
Fat|g|Fat|DietaryFatTotal
Cholesterol|mg|Cholesterol|DietaryCholesterol
Monounsaturated fat|g|Monounsaturated|DietaryFatMonounsaturated
Polyunsaturated fat|g|Polyunsaturated|DietaryFatPolyunsaturated
Saturated fat|g|Saturated|DietaryFatSaturated
Trans fat|g|Trans-Fats|
Omega-3|g|Omega-3|
Omega-6|g|Omega-6|
ALA|g|ALA|
DHA|g|DHA|
EPA|g|EPA|
AA|g|AA|
LA|g|LA|
Cystine|g|Cystine|
Histidine|g|Histidine|
Isoleucine|g|Isoleucine|
Leucine|g|Leucine|
Lysine|g|Lysine|
Methionine|g|Methionine|
Phenylalanine|g|Phenylalanine|
Protein|g|Protein|DietaryProtein
Threonine|g|Threonine|
Tryptophan|g|Tryptophan|
Tyrosine|g|Tyrosine|
Valine|g|Valine|`;

const rows = table
  .trim()
  .split('\n')
  .map((line) => line.split('|') as [string, string, string, string]);

/** By Cronometer's column name without its unit, lower case. */
export const cronometerNutrients: ReadonlyMap<string, Nutrient> = new Map(
  rows
    .filter(([, , column]) => column !== '')
    .map(([name, unit, column]) => [column.toLowerCase(), { name, unit }]),
);

/** By Apple's quantity type without `HKQuantityTypeIdentifier`. */
export const appleNutrients: ReadonlyMap<string, Nutrient> = new Map(
  rows.filter(([, , , type]) => type !== '').map(([name, unit, , type]) => [type, { name, unit }]),
);

/** One of the unit in grams, millilitres, kilocalories, minutes or counts. */
const factors: ReadonlyMap<string, readonly [dimension: string, factor: number]> = new Map([
  ['kg', ['mass', 1000]],
  ['g', ['mass', 1]],
  ['mg', ['mass', 1e-3]],
  ['mcg', ['mass', 1e-6]],
  ['µg', ['mass', 1e-6]],
  ['μg', ['mass', 1e-6]],
  ['oz', ['mass', 28.349523125]],
  ['lb', ['mass', 453.59237]],
  ['l', ['volume', 1000]],
  ['dl', ['volume', 100]],
  ['ml', ['volume', 1]],
  ['fl_oz_us', ['volume', 29.5735295625]],
  ['fl_oz_imp', ['volume', 28.4130625]],
  ['cup_us', ['volume', 236.5882365]],
  ['cup_imp', ['volume', 284.130625]],
  ['pt_us', ['volume', 473.176473]],
  ['pt_imp', ['volume', 568.26125]],
  ['kcal', ['energy', 1]],
  ['kj', ['energy', 1 / 4.184]],
  ['j', ['energy', 1 / 4184]],
  ['s', ['time', 1 / 60]],
  ['min', ['time', 1]],
  ['hr', ['time', 60]],
  ['h', ['time', 60]],
  ['count', ['count', 1]],
]);

/** `value` in another unit, or null when the units measure different things or are not known. */
export const converted = (value: number, from: string, to: string): number | null => {
  // Apple and Cronometer write the large calorie as `Cal`; `cal` is a thousandth of it.
  if (from === 'Cal') return converted(value, 'kcal', to);
  if (from === 'cal') return converted(value / 1000, 'kcal', to);
  if (from === to) return value;
  const source = factors.get(from.toLowerCase());
  const target = factors.get(to.toLowerCase());
  if (source === undefined || target === undefined || source[0] !== target[0]) return null;
  return (value * source[1]) / target[1];
};
