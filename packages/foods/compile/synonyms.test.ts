import { describe, expect, it } from 'vitest';
import { readSynonyms } from './synonyms.ts';

const text = [
  'foodCode^seqNum^startDate^endDate^additionalFoodDescription',
  '11111000^1^x^x^~Leche  fresca~^',
  '11111000^2^x^x^~whole milk~^',
  '11111000^3^x^x^~whole~^',
  '51101000^1^x^x^~Wonder Bread~^',
  '51101000^2^x^x^~store brands~^',
  '11111000^4^x^x^~store brands~^',
  '11111000^5^x^x^~lakeside plus calcium milk~^',
  '51101000^3^x^x^~Sunbeam, NFS~^',
  '99999999^1^x^x^~gone~^',
].join('\n');
const place = new Map([
  [11_111_000, 3],
  [51_101_000, 7],
]);
const names = ['', '', '', 'Milk, whole', '', '', '', 'Bread, white'];

describe('synonyms', () => {
  it('are those that say something new of one food', () => {
    expect(readSynonyms(text, place, names, ['whole milk'])).toBe(
      '3\tleche fresca\n4\twonder bread',
    );
  });

  it('are refused without a code', () => {
    expect(() => readSynonyms(`${text}\nmilk^1`, place, names, [])).toThrow(/line 11: "milk"/u);
  });
});
