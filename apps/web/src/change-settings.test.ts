import { expect, test } from 'vitest';
import { reticked } from './change-settings.ts';

test.each([
  ['nothing else happened', ['a'], ['a'], ['a', 'b'], ['a', 'b']],
  ['another was ticked in between', ['a', 'c'], ['a'], ['a', 'b'], ['a', 'c', 'b']],
  ['another was unticked in between', [], ['a'], ['a', 'b'], ['b']],
  ['one goes, another came', ['a', 'c'], ['a'], [], ['c']],
  ['the same was ticked in between', ['b'], [], ['b'], ['b']],
])('%s', (_, now, shown, ticked, result) => {
  expect(reticked(now, shown, ticked)).toEqual(result);
});
