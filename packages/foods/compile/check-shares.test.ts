import { expect, it } from 'vitest';
import { readClassItems } from '../src/class-items.ts';
import { type NutrientKey, nutrientKeys } from '../src/nutrients.ts';
import { shareDifferences } from './check-shares.ts';

const profile = (amounts: Partial<Record<NutrientKey, number>>): Float64Array =>
  Float64Array.from(nutrientKeys, (key) => amounts[key] ?? Number.NaN);
const differences = (classes: string, amounts: Partial<Record<NutrientKey, number>>): string[] =>
  shareDifferences(readClassItems(classes), profile(amounts));

it('takes shares that are near the reference foods', () => {
  expect(differences('dairy lactose=0.05', { lactose_g: 5.1, fibre_g: 0 })).toEqual([]);
  expect(differences('excess-fructose=0.035', { fructose_g: 5.9, glucose_g: 2.4 })).toEqual([]);
  expect(differences('caffeine=0.0063', { caffeine_mg: 636 })).toEqual([]);
});

it('tells of a share that is missing, too large, or in another unit', () => {
  expect(differences('dairy', { lactose_g: 5 })).toEqual([
    'lactose is 0, the reference foods have 0.05',
  ]);
  expect(differences('fibre=0.4', { fibre_g: 10 })).toHaveLength(1);
  expect(differences('caffeine=0.63', { caffeine_mg: 636 })).toHaveLength(1);
});

it('counts more glucose than fructose as no excess', () => {
  expect(differences('', { fructose_g: 2, glucose_g: 6 })).toEqual([]);
});

it('does not judge what is unknown or only likely', () => {
  expect(differences('lactose=0.5', {})).toEqual([]);
  expect(differences('excess-fructose=0.3', { fructose_g: 3 })).toEqual([]);
  expect(differences('fibre=0.4~0.5', { fibre_g: 0 })).toEqual([]);
});
