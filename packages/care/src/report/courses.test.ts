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

test('a short peak is drawn, and a course that turns without end becomes a band', () => {
  const peak = figureOf(Array.from({ length: 1000 }, (_, i) => (i === 500 ? 1 : 0)));
  expect(peak).toContain('500.5,14');
  expect(peak).not.toContain('swings');
  const wild = figureOf(Array.from({ length: 1000 }, (_, i) => i % 2));
  expect(wild).toContain('class="swings f0"');
  expect(wild).toContain('The line is the mean.');
  const [, line] = /course c0" d="(M3[^"]+)"/u.exec(wild)!;
  for (const [, y] of line!.matchAll(/,([\d.]+)/gu))
    expect(Math.abs(Number(y) - 85)).toBeLessThan(15);
});

test('what hardly changes is a flat line in the middle, and a name is escaped', () => {
  const figure = figureOf([8, 8.0001, 8], '<b>');
  const path = /course c0" d="(M0[^"]+)"/u.exec(figure)![1]!;
  for (const [, y] of path.matchAll(/,([\d.]+)/gu))
    expect(Math.abs(Number(y) - 85)).toBeLessThan(1);
  expect(figure).toContain('&lt;b&gt;');
  expect(figure).not.toContain('<b>');
});
