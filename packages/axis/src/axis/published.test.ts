import { createRandom } from '@zonula/numerics';
import { expect, test } from 'vitest';
import type { Setting } from '../settings.ts';
import { findThreshold } from '../threshold.ts';
import { drawPerson } from './people.ts';
import { simulateAxis } from './simulate-axis.ts';

/** What the skin modules must keep of the published models although their fast states are at rest. */

const healthy: readonly Setting[] = [
  ['T', 1556.09],
  ['DC', 1563.06],
  ['SC', 3947.21],
  ['TA', 22224.4],
  ['Dk', 50529.3],
];

const plaqueAfter = (stimulus: number, days: number) =>
  simulateAxis({
    condition: 'psoriasis',
    settings: healthy,
    steps: [
      { day: 0, parameter: 'dc_stim', value: stimulus },
      { day: days, parameter: 'dc_stim', value: 0 },
    ],
    days: 2000,
    times: [2000],
    relativeTolerance: 1e-6,
  });

test('psoriasis keeps its two rest states and turnovers', () => {
  const [well, ill] = [plaqueAfter(0, 1), plaqueAfter(6000, 7)];
  expect(well.course('totalCells')[0]! / 79828.04).toBeCloseTo(1, 5);
  expect(well.course('turnoverDays')[0]).toBeCloseTo(41.31, 2);
  expect(ill.course('totalCells')[0]! / 266011.93).toBeCloseTo(1, 5);
  expect(ill.course('turnoverDays')[0]).toBeCloseTo(14.25, 2);
  expect(ill.course('PASI01')[0]).toBeCloseTo(1, 4);
});

test('the weakest stimulus of a week that ends in a plaque is the published one within 1 %', () => {
  const threshold = findThreshold(
    600,
    3000,
    (s) => plaqueAfter(s, 7).course('PASI01')[0]! > 0.5,
    1e-4,
  );
  expect(Math.abs(threshold / 959.27 - 1)).toBeLessThan(0.01);
});

test('eczema rests where the published model does', () => {
  const { course } = simulateAxis({ condition: 'eczema', days: 1, relativeTolerance: 1e-6 });
  expect(course('EASI')[0]).toBeCloseTo(25.228, 3);
});

test('people with eczema are drawn from the published virtual population', () => {
  const people = Array.from({ length: 400 }, (_, seed) => drawPerson('eczema', createRandom(seed)));
  const logs = (name: string) =>
    people.map(({ settings }) => Math.log(new Map(settings).get(name)!));
  for (const [name, mean, spread] of [
    ['k1', 0.537, 0.793],
    ['d10', 5.908, 0.219],
    ['k17', 1.19, 0.206],
  ] as const) {
    const drawn = logs(name);
    const middle = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    expect(Math.abs(middle - mean), name).toBeLessThan(0.15 * spread);
    const squares = drawn.reduce((sum, value) => sum + (value - middle) ** 2, 0) / drawn.length;
    expect(Math.abs(Math.sqrt(squares) / spread - 1), name).toBeLessThan(0.15);
  }
});

test('the epithelium rests in the published crypt, and its cells live four days', () => {
  const { course } = simulateAxis({ condition: 'acne', days: 1, relativeTolerance: 1e-6 });
  expect(course('N0')[0]).toBeCloseTo(1.75444831, 5);
  expect(course('N1')[0]).toBeCloseTo(27.4058506, 4);
  expect(course('N2')[0]! / (45.6191494 * 1.10138534772246 * 4)).toBeCloseTo(1, 6);
});

test('a villus that lost most of its cells is whole again within two weeks', () => {
  const lost = simulateAxis({
    condition: 'acne',
    settings: [['N2', 20]],
    days: 14,
    times: [0, 7, 14],
    relativeTolerance: 1e-6,
  }).course('villusCoverage');
  expect(lost[0]).toBeCloseTo(0.0995, 3);
  expect(lost[1]).toBeGreaterThan(0.7);
  expect(lost[2]).toBeGreaterThan(0.9);
});
