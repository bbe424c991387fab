import { expect, test } from 'vitest';
import { picturesInWords } from './pictures.ts';

test.each([
  ['🍕🍺🍺', 'pizza, 2 beer', []],
  ['☕️ + 🥐', 'coffee, croissant', []],
  ['🌶️', 'chilli pepper', []],
  ['🍱', '', ['🍱']],
  ['🍎 🍱🍱', 'apple', ['🍱']],
])('%s', (typed, words, unnamed) => {
  expect(picturesInWords(typed)).toEqual({ words, unnamed });
});

test.each(['pizza 🍕', '2 🍕', '😀', '👍🏽', '...', '', '‍‍'])(
  '%s is no text of pictures of foods',
  (typed) => {
    expect(picturesInWords(typed)).toBeNull();
  },
);
