import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { anchors } from './anchors.ts';
import { calibrated } from './calibrated.ts';
import { withTables } from './card-tables.ts';

test.each(anchors.filter(({ sets }) => sets !== null))(
  'the number that "$name" sets makes it come true',
  ({ compute, measured }) => {
    expect(Math.abs(compute(calibrated) / measured - 1)).toBeLessThan(0.005);
  },
);

test('every calibrated number is set by one anchor', () => {
  const set = anchors.flatMap(({ sets }) => (sets === null ? [] : [sets]));
  expect(set.sort()).toEqual(Object.keys(calibrated).sort());
});

test('what is built in holds', () => {
  for (const { name, builtIn, compute, hit } of anchors) {
    if (!builtIn) continue;
    expect(compute(calibrated), name).toBeGreaterThanOrEqual(hit[0]);
    expect(compute(calibrated), name).toBeLessThanOrEqual(hit[1]);
  }
});

test('the model card shows the tables as they are', () => {
  const card = readFileSync(
    new URL('../../../../docs/model-card-axis.md', import.meta.url),
    'utf8',
  );
  expect(card).toBe(withTables(card, calibrated));
});

test('a card without the marks of a table is refused', () => {
  expect(() => withTables('no marks', calibrated)).toThrow('<!-- anchors -->');
});
