import { describe, expect, test } from 'vitest';
import { courseOf, endOf, runModel } from '../run.ts';
import type { Setting } from '../settings.ts';
import { findThreshold } from '../threshold.ts';
import crossCheck from './fixtures/cross-check.json' with { type: 'json' };
import {
  cryptModel,
  eczemaModel,
  inflammationModel,
  psoriasisModel,
  transitModel,
} from './models.ts';

const near = (actual: number, published: number, relative = 1e-4): void => {
  expect(Math.abs(actual / published - 1)).toBeLessThan(relative);
};

/** As many digits as were published. */
const asPrinted = (actual: number, published: number, digits: number): void => {
  expect(Math.abs(actual - published)).toBeLessThan(0.6 * 10 ** -digits);
};

const hourly = Float64Array.from({ length: 10_001 }, (_, i) => i / 10);

describe('acute inflammation (Reynolds et al. 2006)', () => {
  const run = (kpg: number, P: number, until = 1000) =>
    runModel(inflammationModel, {
      set: [
        ['kpg', kpg],
        ['P', P],
      ],
      until,
    });

  test('health: the peaks, and back to rest', () => {
    const healthy = runModel(inflammationModel, { times: hourly });
    const N = courseOf(healthy, 'N');
    const peak = Math.max(...N);
    asPrinted(peak, 0.1964, 4);
    // Published as about 33.8.
    expect(Math.abs(hourly[N.indexOf(peak)]! - 33.8)).toBeLessThan(0.15);
    asPrinted(Math.max(...courseOf(healthy, 'D')), 3.411, 3);
    asPrinted(Math.max(...courseOf(healthy, 'P')), 1.0139, 4);
    for (const name of ['P', 'N', 'D']) expect(endOf(healthy, name)).toBeLessThan(1e-6);
    near(endOf(healthy, 'C'), 0.125);
  });

  test('aseptic: it goes on without a pathogen', () => {
    const aseptic = run(0.3, 1.5);
    expect(endOf(aseptic, 'P')).toBeLessThan(1e-6);
    near(endOf(aseptic, 'N'), 0.63501);
    near(endOf(aseptic, 'D'), 17.39896);
    near(endOf(aseptic, 'C'), 0.52286);
  });

  test('septic', () => {
    const septic = run(0.6, 1);
    near(endOf(septic, 'P'), 4.93635);
    near(endOf(septic, 'N'), 0.98097);
    near(endOf(septic, 'D'), 17.49252);
    near(endOf(septic, 'C'), 0.52288);
  });

  const losesHealth = (kpg: number) => (P: number) => endOf(run(kpg, P, 1500), 'D') > 1;

  test('the dose of pathogen at which health is lost', () => {
    near(findThreshold(0.5, 2, losesHealth(0.3), 1e-5), 1.03567, 1e-3);
  });

  test.each([
    [0.45, 0.62],
    [0.513, 0.5],
    [0.55, 0.44],
    [0.6, 0.38],
  ])('at a growth of %s it is first lost at %s on a grid of 0.02', (kpg, P) => {
    expect(losesHealth(kpg)(P - 0.02)).toBe(false);
    expect(losesHealth(kpg)(P)).toBe(true);
  });

  test('between a growth of 0.513 and 0.52 the failure turns septic', () => {
    expect(endOf(run(0.513, 0.5, 1500), 'P')).toBeLessThan(1e-3);
    expect(endOf(run(0.52, 0.5, 1500), 'P')).toBeGreaterThan(1);
  });
});

describe('crypt renewal (Smallbone & Corfe 2013)', () => {
  test('the steady state', () => {
    const rest = runModel(cryptModel, { until: 1000 });
    near(endOf(rest, 'N0'), 1.75444831);
    near(endOf(rest, 'N1'), 27.4058506);
    near(endOf(rest, 'N2'), 45.6191494);
    near(endOf(rest, 'totalCells'), 74.779);
  });

  test('recovers nine tenths of its cells 4.7 days after losing nine tenths', () => {
    const times = Float64Array.from({ length: 1001 }, (_, i) => i / 100);
    const hurt = runModel(cryptModel, {
      set: [
        ['N1', 2.74058506],
        ['N2', 4.56191494],
      ],
      until: 10,
      times,
    });
    const total = courseOf(hurt, 'totalCells');
    const recovered = times[total.findIndex((cells) => cells >= 0.9 * 74.779448)]!;
    // Published as about 4.7.
    expect(Math.abs(recovered - 4.7)).toBeLessThan(0.15);
  });
});

describe('psoriasis (Shmarov et al. 2022)', () => {
  const stimulated = (strength: number, days: number, more: readonly Setting[] = [], until = 735) =>
    runModel(psoriasisModel, {
      set: [['dc_stim', strength], ['dc_stim_days', days], ...more],
      until,
    });

  test('the healthy steady state', () => {
    const healthy = runModel(psoriasisModel, { until: 10_000 });
    const published = { T: 1556.09, DC: 1563.06, SC: 3947.2, TA: 22224.4, D: 50529.3 };
    for (const [name, value] of Object.entries(published)) near(endOf(healthy, name), value);
    near(endOf(healthy, 'totalCells'), 79828.04, 1e-6);
    near(endOf(healthy, 'turnoverDays'), 41.31);
  });

  test('the psoriatic steady state', () => {
    const ill = stimulated(6000, 7);
    const published = { T: 4782.97, DC: 4804.4, SC: 12544.2, TA: 70349.6, D: 173504, IL17: 65.52 };
    for (const [name, value] of Object.entries(published)) near(endOf(ill, name), value);
    near(endOf(ill, 'totalCells'), 266011.93, 1e-6);
    near(endOf(ill, 'turnoverDays'), 14.25, 3e-4);
  });

  test.each([
    [6000, 7, true],
    [3000, 7, true],
    [600, 7, false],
    [6000, 4, true],
    [6000, 1, false],
  ])('a stimulus of %s for %s days ends in psoriasis: %s', (strength, days, ill) => {
    near(
      endOf(stimulated(strength, days), 'totalCells'),
      ill ? 266011.9 : 79828,
      ill ? 1e-5 : 2e-2,
    );
  });

  const becomesIll = (strength: number, days: number) =>
    endOf(stimulated(strength, days, [], 3000), 'PASI01') > 0.5;

  test('the weakest stimulus of a week, and the shortest strong one', () => {
    near(
      findThreshold(600, 3000, (strength) => becomesIll(strength, 7), 1e-5),
      959.27,
      1e-3,
    );
    near(
      findThreshold(0.5, 4, (days) => becomesIll(6000, days), 1e-5),
      1.1052,
      1e-3,
    );
  });

  describe.each([
    [0.05, 0.193, false],
    [0.06, 0.097, true],
    [0.08, 0.043, true],
  ])('thirty doses of UVB at an efficacy of %s', (efficacy, atEnd, cleared) => {
    const ill = stimulated(6000, 7, [], 3000).solution.state;
    const start = psoriasisModel.stateNames.map((name, i) => [name, ill[i]!] as const);
    const treated = runModel(psoriasisModel, {
      set: [...start, ['uv_eff', efficacy], ['uv_doses', 30], ['time_uvb', 0]],
      until: 3000,
      times: [68, 3000],
    });
    const [end, later] = courseOf(treated, 'PASI01');
    test(`leave a severity of ${atEnd} as the course ends`, () => asPrinted(end!, atEnd, 3));
    test(cleared ? 'clear for good' : 'are followed by a relapse', () => {
      expect(later).toBeCloseTo(cleared ? 0 : 1, 3);
    });
  });

  /** The determinant of J - λ, by elimination. */
  const characteristic = (state: Float64Array, value: number): number => {
    const { size: n, jacobian } = psoriasisModel.system;
    const m = new Float64Array(n * n);
    jacobian!(0, state, runModel(psoriasisModel).parameters, m);
    let determinant = 1;
    for (let i = 0; i < n; i++) m[i * n + i] = m[i * n + i]! - value;
    for (let k = 0; k < n; k++) {
      determinant *= m[k * n + k]!;
      for (let i = k + 1; i < n; i++) {
        const f = m[i * n + k]! / m[k * n + k]!;
        for (let j = k; j < n; j++) m[i * n + j] = m[i * n + j]! - f * m[k * n + j]!;
      }
    }
    return determinant;
  };

  test('the slowest and the fastest rates around both states', () => {
    const states = {
      healthy: runModel(psoriasisModel, { until: 10_000 }).solution.state,
      psoriatic: stimulated(6000, 7, [], 3000).solution.state,
    };
    const published = { healthy: [-0.0154, -37], psoriatic: [-0.1525, -37.1] } as const;
    for (const name of ['healthy', 'psoriatic'] as const) {
      const { slowest, fastest } = crossCheck.eigenvalues[name];
      asPrinted(slowest, published[name][0], 4);
      asPrinted(fastest, published[name][1], 1);
      for (const value of [slowest, fastest]) {
        const around = [0.99999, 1.00001].map((f) => characteristic(states[name], value * f));
        expect(Math.sign(around[0]!)).toBe(-Math.sign(around[1]!));
      }
    }
  });
});

describe('eczema (Miyano, Irvine & Tanaka)', () => {
  const base = 25.228;
  const improvement = (set: readonly Setting[], until: number) =>
    100 *
    (1 - endOf(runModel(eczemaModel, { set: [['k3', 7.76965391], ...set], until }), 'EASI') / base);

  test('the untreated steady state', () => {
    const rest = runModel(eczemaModel, { until: 1000 });
    const published = { s: 0.5281, p: 0.2289, Th1: 3.112, Th2: 8.169, Th17: 2.13, Th22: 10.823 };
    for (const [name, value] of Object.entries(published)) near(endOf(rest, name), value, 2e-4);
    near(endOf(rest, 'EASI'), base);
  });

  test('is reached from the published start', () => {
    const start = [0.5931, 0.4069, 3.1, 8.7, 2, 21, 38, 40.5, 5.4, 3, 2, 1.5, 4.4, 9.7];
    const set = eczemaModel.stateNames.map((name, i) => [name, start[i]!] as const);
    near(endOf(runModel(eczemaModel, { set, until: 1000 }), 'EASI'), base);
  });

  test.each([
    [4, 36.5, 74.8],
    [16, 44.1, 78.5],
    [24, 44.8, 78.5],
  ])(
    'at week %s placebo improves by %s percent, a complete block of IL-4 and IL-13 by %s',
    (week, placebo, both) => {
      asPrinted(improvement([], week), placebo, 1);
      asPrinted(
        improvement(
          [
            ['e4', 1],
            ['e13', 1],
            ['e13ceil', 1],
          ],
          week,
        ),
        both,
        1,
      );
    },
  );

  test('a block of IL-13 alone, and of IL-17', () => {
    asPrinted(
      improvement(
        [
          ['e13', 1],
          ['e13ceil', 1],
        ],
        24,
      ),
      78.3,
      1,
    );
    asPrinted(improvement([['e17', 1]], 24), 50, 1);
  });
});

describe('transit and absorption (Yu et al. 1996, Yu & Amidon 1999)', () => {
  test.each([0, 0.1, 0.5, 1, 5, 20])(
    'at a permeability of %s the published share is absorbed',
    (Peff) => {
      const run = runModel(transitModel, { set: [['Peff', Peff]], until: 200 });
      expect(endOf(run, 'absorbedShare')).toBeCloseTo(1 - (1 + 0.54 * Peff) ** -7, 8);
    },
  );

  test('the mean transit time is 199 minutes', () => {
    const times = Float64Array.from({ length: 20_001 }, (_, i) => i / 500);
    const left = courseOf(
      runModel(transitModel, { set: [['Peff', 0]], until: 40, times }),
      'inSmallBowel',
    );
    let area = 0;
    for (let i = 1; i < times.length; i++) area += (left[i]! + left[i - 1]!) / 2 / 500;
    near(area * 60, 199);
  });
});
