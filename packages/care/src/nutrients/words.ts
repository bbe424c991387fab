import { english, type Wording } from '../wording/wording-of.ts';
import type { ReferenceNutrient } from './reference-intakes.ts';

const names: Readonly<Record<ReferenceNutrient, string>> = {
  protein_g: 'protein',
  fibre_g: 'fibre',
  linolenic_acid_g: 'omega-3 from plants',
  calcium_mg: 'calcium',
  iron_mg: 'iron',
  magnesium_mg: 'magnesium',
  potassium_mg: 'potassium',
  zinc_mg: 'zinc',
  selenium_ug: 'selenium',
  vitamin_a_ug: 'vitamin A',
  thiamin_mg: 'vitamin B1',
  riboflavin_mg: 'vitamin B2',
  niacin_mg: 'niacin',
  vitamin_b6_mg: 'vitamin B6',
  folate_ug: 'folate',
  vitamin_b12_ug: 'vitamin B12',
  vitamin_c_mg: 'vitamin C',
  vitamin_d_ug: 'vitamin D',
  vitamin_e_mg: 'vitamin E',
};

export const nameOfNutrient = (nutrient: ReferenceNutrient): string => names[nutrient];

/** "g", "mg", "µg". */
export const unitOfNutrient = (nutrient: ReferenceNutrient): string =>
  nutrient.slice(nutrient.lastIndexOf('_') + 1).replace('ug', 'µg');

/** Three figures are more than is known: two are said. */
export const amountWords = (
  amount: number,
  nutrient: ReferenceNutrient,
  { language }: Pick<Wording, 'language'> = english,
): string => {
  const locale = language === 'en' ? 'en-GB' : language;
  return `${Number(amount.toPrecision(2)).toLocaleString(locale)} ${unitOfNutrient(nutrient)}`;
};

/** "a", "a and b", "a, b and c". */
export const listed = (
  names: readonly string[],
  { say }: Pick<Wording, 'say'> = english,
): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ${say('and')} ${names[names.length - 1]}`;
