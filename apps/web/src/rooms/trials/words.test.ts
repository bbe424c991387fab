import { compileMessage } from '@lingui/message-utils/compileMessage';
import { countryProfileOf, gateReason } from '@zonula/safety';
import { expect, test } from 'vitest';
import { safetyIn } from './gate-words.ts';
import { noteIn } from './result-notes.ts';
import { de } from './words.de.ts';
import { en, type TrialsKey } from './words.ts';

/** Names of the values that a message takes, from its compiled form: text, or [name, format, branches]. */
const valuesOf = (message: string): readonly string[] => {
  const names = new Set<string>();
  const walk = (token: unknown): void => {
    if (!Array.isArray(token)) return;
    const [name, , branches] = token as unknown[];
    names.add(String(name));
    for (const branch of Object.values(Object(branches) as Record<string, unknown>))
      if (Array.isArray(branch)) for (const part of branch) walk(part);
  };
  const compiled = compileMessage(message);
  if (Array.isArray(compiled)) for (const token of compiled) walk(token);
  return [...names].sort();
};

const keys = Object.keys(en) as TrialsKey[];

test('the words of the room take the same values in both languages', () => {
  expect(valuesOf(en['today.day'])).toEqual(['day', 'days']);
  for (const key of keys) expect([key, valuesOf(de[key])]).toEqual([key, valuesOf(en[key])]);
});

test('no word is left in English', () => {
  const same = keys.filter((key) => en[key] === de[key] && /\p{Ll}{4}/u.test(en[key]));
  expect(same.filter((key) => !/^export\.|^points$/u.test(key))).toEqual([]);
});

test.each([
  ...['under-18', 'eating-disorder', 'pregnant-or-breastfeeding', 'maybe-pregnant', 'low-weight'],
  ...['food-allergy', 'diabetes-medicine', 'coeliac-test', 'coeliac-disease', 'one-food-at-a-time'],
  ...['longer-than-8-weeks', 'medicine', 'oral-aloe', 'harmful', 'not-asked:foodContents'],
  ...['not-asked:pregnancy', 'clinician-agreement:milk', 'red-flag:anaphylaxis'],
])('the gate %s says its reason and the way out in German', (code) => {
  const { text, wayOut } = gateReason(code, countryProfileOf('DE'));
  for (const words of [text, wayOut]) {
    expect(safetyIn('de', words).language, words).toBeNull();
    expect(safetyIn('en', words)).toEqual({ words, language: null });
  }
});

test('a note of the analysis is said by its values', () => {
  const text = (key: TrialsKey, values?: Readonly<Record<string, string | number>>): string =>
    `${key} ${JSON.stringify(values)}`;
  expect(noteIn(text, '11 of 12 periods took place.')).toBe('noted.took {"took":11,"planned":12}');
  expect(
    noteIn(
      text,
      'The plan was kept in part: 62 % of what was planned on days with, 4 % on days without. The difference between the plans is then smaller than the effect of the thing itself.',
    ),
  ).toBe('noted.part {"with":62,"without":4}');
  expect(noteIn(text, 'Something new.')).toBe('Something new.');
});
