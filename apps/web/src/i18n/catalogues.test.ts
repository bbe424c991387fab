import { compileMessage } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import { de } from './de.ts';
import { en, type MessageKey } from './en.ts';

const keys = Object.keys(en) as MessageKey[];

/** Names of the values that a message takes. */
const valuesOf = (message: string): string[] => {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === 'string' && part.length >= 1) names.add(part[0]);
    const choices = part[2];
    if (choices !== null && typeof choices === 'object') Object.values(choices).forEach(list);
  };
  const list = (parts: unknown): void => {
    if (Array.isArray(parts)) parts.forEach(visit);
  };
  list(compileMessage(message));
  return [...names].sort();
};

test('both languages hold the same messages, with the same values', () => {
  expect(Object.keys(de).sort()).toEqual([...keys].sort());
  expect(keys.length).toBeGreaterThan(100);
  for (const key of keys) expect(valuesOf(de[key]), key).toEqual(valuesOf(en[key]));
});

test('no message is left in English', () => {
  const same = keys.filter(
    (key) => en[key] === de[key] && /\p{Ll}{4}/u.test(en[key].replace(/\{\w+\}/gu, '')),
  );
  expect(
    same.filter((key) => !/^(?:app\.name|rooms\.|class\.|item\.|condition\.|level\.)/u.test(key)),
  ).toEqual([]);
});
