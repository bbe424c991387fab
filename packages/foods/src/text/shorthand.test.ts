import { expect, it } from 'vitest';
import { inFull } from './shorthand.ts';

it.each([
  ['grilled cheese with pickles', 'grilled cheese sandwich with pickles'],
  ['subway 6 inch ham', 'ham sub'],
  ['footlong veggie delite with cheese', 'veggie delite sub with cheese'],
  ['12 inch pizza', '12 inch pizza'],
  ['stir fried pork with rice', 'pork stir fry with rice'],
  ['chilli made with quorn', 'quorn chilli'],
  ['rice, cottage pie made with lentils', 'rice, lentils cottage pie'],
  ['quinoa instead of couscous', 'quinoa no couscous'],
  ['salmon 150g grilled', '150g salmon grilled'],
  ['air fryer chips', 'chips'],
])('%s is %s', (text, full) => {
  expect(inFull(text).replace(/ +/gu, ' ').trim()).toBe(full);
});

it.each([
  'stir fried noodles',
  'grilled cheese toastie',
  'subway cookie',
  'bread made with spelt',
  'oat milk instead of milk',
])('leaves %s as it is', (text) => {
  expect(inFull(text)).toBe(text);
});

it('takes no time for long texts', () => {
  const start = process.cpuUsage();
  for (const part of ['made with quorn ', 'a ', '6 inch ', 'with ', 'from '])
    inFull(part.repeat(20_000 / part.length));
  const { user } = process.cpuUsage(start);
  expect(user / 1e6).toBeLessThan(2);
});
