import { forbiddenWord } from '@zonula/evidence';
import { describe, expect, it } from 'vitest';
import { optionsOf, personas, personOf } from '../plan/fixtures/people.ts';
import { nutrientsAtRisk } from './nutrients-at-risk.ts';
import { nutrientLines } from './sentences.ts';

const linesOf = (k: number): readonly string[] =>
  nutrientLines(
    nutrientsAtRisk(personOf(personas[k]!), {
      ...optionsOf(),
      draws: 60,
      without: ['dairy', 'wheat'],
    }),
  );

describe('what is said of nutrients', () => {
  it.each(personas.map(({ who }, k) => [who, k] as const))(
    '%s: plain words, and nothing broken',
    (_, k) => {
      for (const line of linesOf(k)) {
        expect(forbiddenWord(line), line).toBeNull();
        expect(line).not.toMatch(/undefined|NaN|Infinity|null|\[object|_|kcal|\benergy\b/u);
        expect(line).toMatch(/[.:]$/u);
      }
    },
  );

  it('says nothing where foods are hidden, and why it cannot tell', () => {
    const by = (status: string) =>
      personas.findIndex(({ expect: { nutrients } }) => nutrients === status);
    expect(linesOf(by('hidden'))).toEqual([]);
    expect(linesOf(by('cannot-tell'))).toEqual(['There is no diary yet.']);
  });

  it('says ranges, and people of a hundred', () => {
    const vegan = linesOf(personas.findIndex(({ who }) => who === 'a vegan woman with acne')).join(
      '\n',
    );
    expect(vegan).toMatch(/^May run short:$/mu);
    expect(vegan).toMatch(
      /^Calcium: about \d+ mg a day \(\d+ mg to \d+ mg, 8 times in 10\)\. Of 100 people who eat so, (?:about )?\d+(?: to \d+)? need more\.$/mu,
    );
    expect(vegan).toContain('In these days nothing that we understood holds dairy.');
    expect(vegan).toContain('Iodine is in none of our tables.');
  });
});
