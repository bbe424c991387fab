import { type Exposure, exposureSchema, type Outcome } from '@zonula/timeline';
import { describe, expect, it } from 'vitest';
import { doseResponse } from './dose.ts';
import { convolve, dailyKernels } from './kernels.ts';
import { groupTwins, toProblem } from './problem.ts';

const gap = Number.NaN;
const kernels = dailyKernels.slice(0, 3);

const outcomeOf = (values: readonly number[], parts: Partial<Outcome> = {}): Outcome => ({
  id: 'skin/itch',
  category: 'skin',
  name: 'itch',
  site: null,
  kind: 'score',
  scale: { min: 0, max: 4, inferred: false },
  step: 1,
  values: Float64Array.from(values),
  minutes: null,
  timed: null,
  days: values.filter((v) => !Number.isNaN(v)).length,
  ...parts,
});

const exposureOf = (id: string, dose: readonly number[]): Exposure =>
  exposureSchema.parse({
    id,
    grain: 'entry',
    category: 'food',
    name: id,
    rows: [id],
    dose: Float64Array.from(dose),
    portion: 1,
    unit: null,
    timed: null,
    daysWith: 2,
    daysWithout: 3,
    daysUnknown: 0,
    spells: 2,
    identifiable: true,
    candidate: true,
    reason: null,
    collinear: [],
    identical: [],
  });

const layOut = (
  outcome: Outcome,
  doses: readonly (readonly number[])[] = [],
  covariate?: number[],
) =>
  toProblem({
    outcome,
    twins: groupTwins(doses.map((dose, j) => exposureOf(`food/${j}`, dose))),
    covariates:
      covariate === undefined
        ? []
        : [
            {
              id: 'stress/s',
              group: 'stress',
              label: 's',
              unit: '1',
              values: Float64Array.from(covariate),
              lag: 0,
              filledDays: 0,
            },
          ],
    kernels,
  });

describe('a recorded score', () => {
  it('stands for an interval, open at the ends of the scale', () => {
    const { recorded, lower, upper, centre, range } = layOut(outcomeOf([0, gap, 1, 3, 4]));
    expect([...recorded]).toEqual([0, 2, 3, 4]);
    expect([...lower]).toEqual([Number.NEGATIVE_INFINITY, 0.5, 2.5, 3.5]);
    expect([...upper]).toEqual([0.5, 1.5, 3.5, Number.POSITIVE_INFINITY]);
    expect([centre, range]).toEqual([2, 4]);
  });

  it('of a fine slider is known exactly, but at the ends', () => {
    const fine = outcomeOf([0, 1.234, 4], { step: 0.001 });
    const { lower, upper } = layOut(fine);
    expect([...lower]).toEqual([Number.NEGATIVE_INFINITY, 1.234, 4]);
    expect([...upper]).toEqual([0, 1.234, Number.POSITIVE_INFINITY]);
  });

  it('that is a count is handed on as it is, on the log scale', () => {
    const { counts, centre, range } = layOut(outcomeOf([0, 3, gap, 9], { kind: 'count' }));
    expect([...counts!.values]).toEqual([0, 3, 9]);
    expect(centre).toBeCloseTo(Math.log(4.5), 12);
    expect(range).toBe(3);
  });
});

describe('exposures', () => {
  it('on identical days share one column', () => {
    const twins = groupTwins([
      exposureOf('food/a', [1, 0, gap, 1]),
      exposureOf('food/b', [0, 1, 0, 0]),
      exposureOf('food/c', [1, 0, gap, 1]),
    ]);
    expect(twins.map(({ members }) => members.map(({ id }) => id))).toEqual([
      ['food/a', 'food/c'],
      ['food/b'],
    ]);
    expect(twins.every(({ dose }) => dose.every(Number.isFinite))).toBe(true);
  });

  it('push as their centred dose convolved with each kernel', () => {
    const dose = [1, 0, 2, 0, 0];
    const { pushes, exposures } = layOut(outcomeOf([1, 2, 3, 1, 2]), [[0, 1, 0, 1, 0], dose]);
    expect(exposures).toBe(2);
    const response = Float64Array.from(dose, doseResponse);
    const mean = response.reduce((a, b) => a + b, 0) / 5;
    kernels.forEach((kernel, h) => {
      const out = new Float64Array(5);
      convolve(
        kernel,
        response.map((d) => d - mean),
        out,
      );
      const at = (kernels.length + h) * 5;
      pushes.subarray(at, at + 5).forEach((value, t) => {
        expect(value).toBeCloseTo(out[t], 12);
      });
    });
  });

  it('count one usual portion as one, and more as ever less', () => {
    expect([0, 1, 3].map(doseResponse)).toEqual([0, 1, 2]);
    expect(doseResponse(2) - doseResponse(1)).toBeLessThan(1);
  });
});

describe('covariates', () => {
  it('have mean 0 and variance 1 over the recorded days', () => {
    const { covariateColumns, recorded } = layOut(outcomeOf([1, gap, 2, 3]), [], [4, 100, 6, 11]);
    const own = [...recorded].map((t) => covariateColumns[t]);
    expect(own.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 10);
    expect(own.reduce((a, b) => a + b * b, 0) / own.length).toBeCloseTo(1, 10);
  });

  it('that never vary stay finite', () => {
    const { covariateColumns } = layOut(outcomeOf([1, 2, 3]), [], [5, 5, 5]);
    expect([...covariateColumns]).toEqual([0, 0, 0]);
  });
});
