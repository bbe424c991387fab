import { compileMessage } from '@lingui/message-utils/compileMessage';
import { arrowsOf, conditions } from '@zonula/axis';
import { describe, expect, test } from 'vitest';
import { sentenceIn } from './arrow-sentences.ts';
import { sourceIn } from './arrow-sources.ts';
import { de } from './words.de.ts';
import { en } from './words.ts';

/** Names of the values that a message takes, from its compiled form: text, or [name, format, branches]. */
const argumentsOf = (message: string): string[] => {
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

describe('the words of the axis room', () => {
  test('have the same arguments in German', () => {
    expect(argumentsOf(en['amount.stress'])).toEqual(['amount']);
    for (const [key, message] of Object.entries(en))
      expect([key, argumentsOf(de[key as keyof typeof en])]).toEqual([key, argumentsOf(message)]);
  });

  test('say every sentence of every arrow in German', () => {
    const missing = conditions
      .flatMap((condition) => arrowsOf(condition))
      .map(({ sentence }) => sentence)
      .filter((sentence) => sentenceIn('de', sentence) === sentence);
    expect([...new Set(missing)]).toEqual([]);
  });

  test('say where every arrow comes from in German, but for names of studies', () => {
    const said = conditions
      .flatMap((condition) => arrowsOf(condition))
      .map(({ source }) => sourceIn('de', source));
    const english =
      /\b(?:our|by|of|at|about|assum\w+|trials?|nobody|definition|against|rose|low)\b/u;
    expect([...new Set(said)].filter((source) => english.test(source))).toEqual([]);
    expect(sourceIn('de', 'Smith 2007, AJCN 86:107')).toBe('Smith 2007, AJCN 86:107');
    expect(sourceIn('en', 'our assumption')).toBe('our assumption');
  });

  test('stay English in a language we do not speak', () => {
    expect(sentenceIn('fr', 'Sugar calls for insulin.')).toBe('Sugar calls for insulin.');
  });
});
