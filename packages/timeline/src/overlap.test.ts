import { leastSquares } from '@zonula/numerics';
import { describe, expect, it } from 'vitest';
import { noise } from './diary-sketch.ts';
import { createOverlap } from './overlap.ts';
import type { Covariate } from './timeline.ts';

const covariate = (id: string, values: Float64Array): Covariate => ({
  id,
  group: 'weather',
  label: id,
  unit: '1 more',
  values,
  lag: 0,
  filledDays: 0,
});

const days = 90;
const series = (of: (day: number) => number) =>
  Float64Array.from({ length: days }, (_, day) => of(day));

describe('createOverlap', () => {
  const wave = series((day) => Math.sin(day / 5));
  const covariates = [
    covariate(
      'noise',
      series((day) => noise(day, 1)),
    ),
    covariate('wave', wave),
    covariate(
      'both',
      series((day) => Math.sin(day / 5) + noise(day, 1) + 0.2 * noise(day, 2)),
    ),
  ];

  it.each([
    ['follows one of them', (day: number) => (Math.sin(day / 5) > 0 ? 2 : 0)],
    ['follows none', (day: number) => (noise(day, 7) < 0.4 ? 1 : 0)],
    [
      'has unknown days',
      (day: number) => (day % 6 === 0 ? Number.NaN : noise(day, 1) < 0.5 ? 1 : 0),
    ],
  ])('is the adjusted R-squared of a regression when the exposure %s', (_, of) => {
    const dose = series(of);
    const known = [...dose.keys()].filter((day) => !Number.isNaN(dose[day]!));
    const x = Float64Array.from(
      known.flatMap((day) => [1, ...covariates.map((one) => one.values[day]!)]),
    );
    const y = Float64Array.from(known, (day) => (dose[day]! > 0 ? 1 : 0));
    const mean = y.reduce((a, b) => a + b, 0) / y.length;
    const total = y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const { residualSumOfSquares } = leastSquares(x, known.length, 4, y);
    const expected = 1 - residualSumOfSquares / (known.length - 4) / (total / (known.length - 1));
    expect(createOverlap(covariates)(dose).share).toBeCloseTo(expected, 4);
  });

  it('names the closest covariate', () => {
    const { closest } = createOverlap(covariates)(series((day) => (Math.sin(day / 5) > 0 ? 1 : 0)));
    expect(closest[0]!.id).toBe('wave');
  });

  it('is nothing without covariates, variation or enough known days', () => {
    const some = series((day) => day % 2);
    expect(createOverlap([])(some).share).toBe(0);
    expect(createOverlap(covariates)(series(() => 1)).share).toBe(0);
    expect(createOverlap(covariates)(series((day) => (day < 4 ? day % 2 : Number.NaN))).share).toBe(
      0,
    );
  });
});
