import { english, makePlan } from '@zonula/care';
import { createEvidence } from '@zonula/evidence';
import { countryProfiles, inCountry, redFlags } from '@zonula/safety';
import { expect, test } from 'vitest';
import { german, germanOf } from './german.ts';

const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\w+\}/gu)].map(([place]) => place).sort();

test('every warning sign is said in German, with the numbers of each country', () => {
  const missing = redFlags.flatMap(({ question, text }) =>
    [question, ...countryProfiles.map((country) => inCountry(text, country))].filter(
      (one) => one !== null && germanOf(one) === null,
    ),
  );
  expect(missing).toEqual([]);
  for (const { text } of redFlags)
    for (const country of countryProfiles) {
      const own = inCountry(text, country);
      const numbers = (words: string) =>
        [...new Set(words.match(/\d{3}(?: \d{3})?/gu) ?? [])].sort();
      expect(numbers(germanOf(own)!), own).toEqual(numbers(own));
    }
});
