import { readFileSync } from 'node:fs';
import { createFoods, readFoodTables } from '@zonula/foods';
import { drawnAssignment } from '@zonula/trial';
import { expect, test } from 'vitest';
import { invent } from './invent.ts';

const today = '2026-03-01';
const english = invent(today, 'en');
const german = invent(today, 'de');

/** What a person writes in their own words. */
const ownWords = new Set(['food', 'skincare', 'medication', 'supplement']);

test('the same person writes in German: other words, and nothing else', () => {
  const plain = ({ entries }: typeof english) =>
    entries.map(({ name, category, ...rest }) =>
      ownWords.has(category) ? { category, ...rest } : { category, name, ...rest },
    );
  expect(plain(german)).toEqual(plain(english));
  const alike = new Set(
    german.entries.flatMap(({ category, name }, k) =>
      ownWords.has(category) && english.entries[k]!.name === name ? [name] : [],
    ),
  );
  expect([...alike]).toEqual([]);
});

test('the German words mean the foods of the English ones', () => {
  const asset = new URL('../../../../../packages/foods/assets/foods.json', import.meta.url);
  const foods = createFoods(readFoodTables(readFileSync(asset, 'utf8')));
  const pairs = new Map(
    german.entries.flatMap(({ category, name }, k) =>
      category === 'food' ? [[name, english.entries[k]!.name] as const] : [],
    ),
  );
  const codesOf = (words: string) => foods.read(words).items.map(({ code }) => code);
  expect(pairs.size).toBeGreaterThan(30);
  const other = [...pairs].filter(
    ([own, theirs]) => codesOf(own).join() !== codesOf(theirs).join(),
  );
  expect(other).toEqual([['Bratwurst', 'sausages']]);
});

test('the trial is drawn in the same order, for the German word too', () => {
  const armsOf = ({ trial: { seed, exposure, start, design } }: typeof english) =>
    drawnAssignment({ seed, exposure, start, design });
  expect(german.trial.exposure).toBe('food/erdnüsse');
  expect(armsOf(german)).toEqual(armsOf(english));
});
