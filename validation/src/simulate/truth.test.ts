import { createRandom } from '@zonula/numerics';
import { describe, expect, it } from 'vitest';
import { doseWeight, LAGS, stateWeight } from './response.ts';
import { type Simulation, simulate } from './simulate.ts';
import { changeOfPath } from './truth.ts';
import { covariates, share } from './unfold.ts';

/**
 * Lives the same life again with given doses and the same shocks, by the state equations rather
 * than by propagated curves: what acts through the state is a push to the AR(1) state.
 */
function relive({ person, life }: Simulation, doses: readonly Float64Array[]): Float64Array {
  const { dynamics, background, horizon, triggers } = person;
  const inputs = triggers.map(() => new Float64Array(horizon));
  const amplitude = triggers.map(({ response, curve }) => {
    const raw = response.kernel.slice();
    if (response.route === 'state')
      for (let l = 1; l < LAGS; l++) raw[l]! += dynamics.phi * raw[l - 1]!;
    const at = raw.findIndex((weight) => Math.abs(weight) > 0.1);
    return curve[at]! / raw[at]!;
  });
  const offset = life.latent[0]! - background.innovations[0]! - firstPush();
  function firstPush(): number {
    return (
      triggers.reduce((sum, { curve }, j) => sum + curve[0]! * life.inputs[j]![0]!, 0) +
      background.level[0]! +
      covariates(dynamics, background, 0)
    );
  }
  const latent = new Float64Array(horizon);
  let state = 0;
  for (let t = 0; t < horizon; t++) {
    let direct = 0;
    let push = 0;
    triggers.forEach(({ item, response }, j) => {
      const series = doses[item]!;
      const place = t === 0 ? 0.5 : share(person, latent[t - 1]!);
      inputs[j]![t] =
        stateWeight(response, place) * doseWeight(response, series[t]!, t > 0 ? series[t - 1]! : 0);
      let sum = 0;
      for (let lag = 0; lag < LAGS && lag <= t; lag++)
        sum += response.kernel[lag]! * inputs[j]![t - lag]!;
      if (response.route === 'state') push += amplitude[j]! * sum;
      else direct += amplitude[j]! * sum;
    });
    state = dynamics.phi * state + background.innovations[t]! + push;
    latent[t] =
      offset + background.level[t]! + state + direct + covariates(dynamics, background, t);
  }
  return latent;
}

const withDose = ({ life }: Simulation, item: number, day: number, dose: number): Float64Array[] =>
  life.doses.map((series, i) => {
    if (i !== item) return series;
    const changed = series.slice();
    changed[day] = dose;
    return changed;
  });

// Quick and next-day kernels at phi 0.4 leave nothing after LAGS days, so cutting there is exact.
const people = [1, 2, 3, 5, 8, 11].map((seed) =>
  simulate(seed, { triggers: 3, delays: ['quick', 'next-days'], phi: 0.4, days: 90 }),
);

describe('the change of the path after one portion', () => {
  it('equals living again with the same shocks', () => {
    for (const simulation of people) {
      const { person, life } = simulation;
      const again = relive(simulation, life.doses);
      const scale = person.recorder.latentRange;
      again.forEach((z, t) => {
        expect(Math.abs(z - life.latent[t]!) / scale).toBeLessThan(1e-7);
      });
      for (const { item } of person.triggers) {
        for (const day of [person.burnIn, person.burnIn + 33, person.burnIn + 89]) {
          const change = changeOfPath(person, life, item, day, 1);
          const other = relive(simulation, withDose(simulation, item, day, 1));
          change.forEach((points, lag) => {
            const difference = other[day + lag]! - again[day + lag]!;
            expect(Math.abs(points - difference) / scale).toBeLessThan(1e-7);
          });
        }
      }
    }
  });
});

describe('the true impulse response', () => {
  it('equals recording two lives with common random numbers', () => {
    const simulation = people[2]!;
    const { person, logged, truth } = simulation;
    const { item } = person.triggers[0]!;
    const days = Array.from(logged.keys()).filter((t) => logged[t] === 1);
    const lags = [0, 1, 2, 5];
    const sums = lags.map(() => 0);
    const repeats = 150;
    for (const t of days) {
      const day = person.burnIn + t;
      const eaten = relive(simulation, withDose(simulation, item, day, 1));
      const not = relive(simulation, withDose(simulation, item, day, 0));
      for (let k = 0; k < repeats; k++) {
        lags.forEach((lag, i) => {
          const seed = (t * repeats + k) * 10 + lag;
          const withPortion = person.recorder.record(eaten[day + lag]!, createRandom(seed));
          const without = person.recorder.record(not[day + lag]!, createRandom(seed));
          sums[i]! += (withPortion - without) / (repeats * days.length);
        });
      }
    }
    const scale = person.recorder.max;
    lags.forEach((lag, i) => {
      expect(Math.abs(sums[i]! - truth.triggers[0]!.impulseResponse[lag]!) / scale).toBeLessThan(
        0.003,
      );
    });
    expect(Math.abs(truth.triggers[0]!.peak) / scale).toBeGreaterThan(0.02);
  });

  it('is summarised by its largest change, its sum and its centre of mass', () => {
    for (const { truth } of people) {
      for (const { impulseResponse, peak, total, delay } of truth.triggers) {
        const sizes = impulseResponse.map(Math.abs);
        expect(Math.abs(peak)).toBe(Math.max(...sizes));
        expect(impulseResponse).toContain(peak);
        expect(total).toBeCloseTo(
          impulseResponse.reduce((a, b) => a + b, 0),
          9,
        );
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThan(30);
      }
    }
  });
});
