import { expect, test } from 'vitest';
import type { Words } from '../../workers/discover/questions.ts';
import { saidIn } from './said.ts';

const german = (words: Words): string => {
  const { words: said, language } = saidIn('de', words);
  expect(language, JSON.stringify(words)).toBeNull();
  return said.map((part) => (typeof part === 'string' ? part : `“${part.name}”`)).join('');
};

test('a sentence of the engines is said in German, with the names of the diary as they are', () => {
  const [cheese, pizza] = [{ name: 'cheddar or brie' }, { name: 'pizza' }];
  expect(german(['Probably yes: ', cheese, ' or ', pizza, ' moves your skin.'])).toBe(
    'Wahrscheinlich ja: “cheddar or brie” oder “pizza” bewegt deine Haut.',
  );
  expect(german(['Your skin probably gets worse after ', pizza, '.'])).toBe(
    'Deine Haut wird nach “pizza” wahrscheinlich schlechter.',
  );
  expect(german(['Your score for ', { name: 'mood' }, ' may go down after ', pizza, '.'])).toBe(
    'Dein Wert “mood” sinkt nach “pizza” vielleicht.',
  );
  expect(
    german([
      'It is strongest after 1 day, and half of it has come within 5 days. The average delay is the same day to 12 days (8 times in 10).',
    ]),
  ).toBe(
    'Am stärksten ist es nach 1 Tag, und die Hälfte ist innerhalb von 5 Tagen da. Mittlere Verzögerung: derselbe Tag bis 12 Tage (8 von 10 Mal).',
  );
  expect(german(['The average delay is 7 days, give or take half a day (8 times in 10).'])).toBe(
    'Mittlere Verzögerung: 7 Tage, auf einen halben Tag genau (8 von 10 Mal).',
  );
  expect(
    german([
      'On the strongest day it is about 1.9 points worse on your scale from 0 to 10 (8 times in 10: 1.2 to 2.5).',
    ]),
  ).toBe(
    'Am stärksten Tag ist es etwa 1,9 Punkte schlechter auf einer Skala von 0 bis 10 (8 von 10 Mal: 1,2 bis 2,5).',
  );
  expect(
    german(['The most common reason: on most days your diary does not say whether you had them.']),
  ).toBe('Der häufigste Grund: An den meisten Tagen sagt dein Tagebuch nicht, ob du es hattest.');
  expect(german(['1 Jan 2026 to 3 Mar 2026: 1,062 days, 60 with entries.'])).toBe(
    '1.1.2026 bis 3.3.2026: 1.062 Tage, 60 mit Einträgen.',
  );
});

test.each([
  'You never go without milk on the days we know of. There is nothing to compare. On 29 more days your diary does not say.',
  'You almost never go without milk: 3 days without it. At least 5 are needed.',
  'You had the same amount of milk on every day we know of. You never go without milk, so there is nothing to compare.',
  'Your days with antibiotic are all in one stretch. Something else may have changed then. At least 3 separate stretches are needed.',
  'Too few days with or without tea have a score in the 7 days after: 4 with it, 60 without it.',
  'Your diary says whether you had butter on only 8 of 84 days. The other days are unknown.',
  'You had milk on 4 days. At least 5 are needed.',
  'Your days with tea closely follow other things that come and go: sleep. They cannot be told apart.',
  'You have 5 days with an itch score. At least 28 are needed: 23 more.',
  'Your severity score is 4 on all 581 days. A score that never changes cannot be explained.',
  'You wrote down cereal and milk on exactly the same days. They cannot be told apart.',
  'Your diary has no skin score. It has gut/bloating.',
  '4 chains; largest split R-hat 1.02; they differ by at most 0.03 on any probability. Nothing is claimed where they differ much.',
])('is said in German: %s', (sentence) => {
  expect(german([sentence])).not.toMatch(/\b(?:the|your|days|you)\b/iu);
});

test('what has no German yet stays English and says so; English stays as it is', () => {
  const words: Words = ['A sentence that nobody has heard of ', { name: 'x' }, '.'];
  expect(saidIn('de', words)).toEqual({ words, language: 'en' });
  expect(saidIn('en', words)).toEqual({ words, language: null });
});
