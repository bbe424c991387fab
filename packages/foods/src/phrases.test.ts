import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createFoods, readFoodTables } from './index.ts';

const phrases = readFileSync(new URL('fixtures/everyday-phrases.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const foods = createFoods(
  readFoodTables(readFileSync(new URL('../assets/foods.json', import.meta.url), 'utf8')),
);

it('understands nearly all of what people eat, without labels', () => {
  expect(phrases.length).toBeGreaterThan(1000);
  const open = phrases.filter((phrase) => {
    const { items, unknown } = foods.read(phrase);
    return items.length === 0 || unknown.length > 0 || items.some((one) => one.confidence < 0.8);
  });
  expect(open.length / phrases.length, open.join('\n')).toBeLessThan(0.02);
});

it('keeps what is said to be absent out of the classes', () => {
  const held = (phrase: string): Set<string> =>
    new Set(foods.read(phrase).items.flatMap(({ classes }) => [...classes.keys()]));
  for (const phrase of phrases) {
    const keys = held(phrase);
    if (/\b(?:dairy[- ]free|vegan)\b/u.test(phrase)) expect(keys.has('dairy'), phrase).toBe(false);
    if (/\bvegan\b/u.test(phrase)) expect(keys.has('egg'), phrase).toBe(false);
    if (/\bgluten[- ]free\b/u.test(phrase)) expect(keys.has('wheat'), phrase).toBe(false);
  }
});
