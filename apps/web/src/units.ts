/** How amounts of food are shown. Lies beside the diary, like the language. */
export type Units = 'metric' | 'imperial';

const key = 'zonula-units';
const gramsPerOunce = 28.349523125;

export const readUnits = (): Units =>
  localStorage.getItem(key) === 'imperial' ? 'imperial' : 'metric';

export const keepUnits = (units: Units): void => localStorage.setItem(key, units);

/** Grams as they are shown: whole grams, or ounces with one decimal below ten. */
export const shownAmount = (
  grams: number,
  units: Units = readUnits(),
): { readonly amount: number; readonly unit: 'g' | 'oz' } => {
  if (units === 'metric') return { amount: Math.round(grams), unit: 'g' };
  const ounces = grams / gramsPerOunce;
  return { amount: ounces < 10 ? Math.round(ounces * 10) / 10 : Math.round(ounces), unit: 'oz' };
};
