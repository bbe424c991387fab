import { expect, it } from 'vitest';
import { takeOut } from './take-out.ts';

const mayonnaise = [
  { ingredient: 1, percent: 80 },
  { ingredient: 2, percent: 8 },
  { ingredient: 3, percent: 12 },
];

it('takes out as much as the main ingredient allows, and all that is little else', () => {
  const held = [
    { code: 9, grams: 80 },
    { code: 1, grams: 8 },
    { code: 2, grams: 1 },
    { code: 3, grams: 1 },
  ];
  expect(takeOut(held, mayonnaise)).toBeCloseTo(10, 6);
  expect(held.map(({ grams }) => grams)).toEqual([80, 0, 0, 0]);
});

it('leaves what is in the dish for itself', () => {
  const held = [
    { code: 1, grams: 16 },
    { code: 2, grams: 60 },
  ];
  expect(takeOut(held, [mayonnaise[0]!, mayonnaise[1]!])).toBeCloseTo(16 + 1.6, 6);
  expect(held[1]!.grams).toBeCloseTo(58.4, 6);
});

it('takes nothing where the main ingredient is not there', () => {
  const held = [{ code: 2, grams: 60 }];
  expect(takeOut(held, mayonnaise)).toBe(0);
  expect(held[0]!.grams).toBe(60);
});
