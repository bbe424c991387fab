import { expect, test } from 'vitest';
import { coursesFigure } from './courses.ts';

const figureOf = (values: readonly number[], name = 'one') =>
  coursesFigure({
    id: 'a',
    title: 'Spots',
    unit: 'lesions',
    timeUnit: 'day',
    times: values.map((_, i) => i),
    courses: [{ name, values }],
  }).markup;

test('a chart tells its ends and its extremes in words and in numbers', () => {
  const figure = figureOf([1, 5, 2]);
  expect(figure).toContain('one: from 1 to 2, between 1 and 5');
  expect(figure).toContain('<title id="a-t">Spots</title>');
  expect(figure).toContain('Spots (lesions)');
});

test('a short peak is drawn however many points there are', () => {
  const values = Array.from({ length: 5000 }, (_, i) => (i === 1234 ? 1 : 0));
  const path = /course c0" d="(M0[^"]+)"/u.exec(figureOf(values))![1]!;
  expect(path.split('L').length).toBeLessThan(700);
  expect(path).toContain('246.8,14');
});

test('what hardly changes is a flat line in the middle, and a name is escaped', () => {
  const figure = figureOf([8, 8.0001, 8], '<b>');
  const path = /course c0" d="(M0[^"]+)"/u.exec(figure)![1]!;
  for (const [, y] of path.matchAll(/,([\d.]+)/gu))
    expect(Math.abs(Number(y) - 85)).toBeLessThan(1);
  expect(figure).toContain('&lt;b&gt;');
  expect(figure).not.toContain('<b>');
});
