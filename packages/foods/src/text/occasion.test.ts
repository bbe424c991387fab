import { expect, it } from 'vitest';
import { withoutOccasion } from './occasion.ts';

const without = (text: string): string => withoutOccasion(text, (phrase) => phrase === 'chickpeas');

it.each([
  ['lunch: rice and peas', 'rice and peas'],
  ['chinese takeaway: lemon chicken', 'lemon chicken'],
  ['monday breakfast - muesli', 'muesli'],
  ['tea: beans on toast', 'beans on toast'],
  ['08:15 muesli', 'muesli'],
  ['7pm risotto', 'risotto'],
  ['bagel from the bakery', 'bagel'],
  ['soup at my sister’s'.replace('’', "'"), 'soup'],
  ['latte from costa with a muffin', 'latte  with a muffin'],
  ['dinner: soup\nlunch: bread', 'soup\nbread'],
])('%s', (text, rest) => {
  expect(without(text).trim().replace(/ +/gu, ' ')).toBe(rest.replace(/ +/gu, ' '));
});

it.each([
  'pasta made from lentils',
  'flour from chickpeas',
  'tea with milk',
  'full english: eggs, bacon',
  '1.25 l cola',
  'lunch',
  'from the fridge',
])('leaves %s as it is', (text) => {
  expect(without(text)).toBe(text);
});
