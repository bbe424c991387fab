import { expect, test } from 'vitest';
import { takenIn } from './taken.ts';

test.each([
  ['zinc 15 mg', 'zinc', 15, 'mg'],
  ['Vitamin D3, 1000 IE', 'Vitamin D3', 1000, 'IE'],
  ['vitamin b12 2,5 µg', 'vitamin b12', 2.5, 'µg'],
  ['2 tablets ibuprofen', 'ibuprofen', 2, 'tablets'],
  ['2 tablets of paracetamol', 'paracetamol', 2, 'tablets'],
  ['moisturiser 2x', 'moisturiser', 2, null],
  ['azelaic acid 15 %', 'azelaic acid 15 %', 1, null],
  ['  probiotic   capsule ', 'probiotic capsule', 1, null],
  ['B12', 'B12', 1, null],
  ['omega 3', 'omega 3', 1, null],
  ['zinc 0 mg', 'zinc 0 mg', 1, null],
])('"%s" is %s: %d %s', (words, name, value, unit) => {
  expect(takenIn(words)).toEqual({ name, value, unit });
});
