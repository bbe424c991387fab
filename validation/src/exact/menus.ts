/** What the model takes as given: menus with runs, circumstances, days without a score. */
import type { Random } from '@zonula/numerics';
import type { Covariate, Exposure, Outcome, Timeline } from '@zonula/timeline';

/** Single days and one longer gap; the first day is always there. */
export function gapsOf(random: Random, days: number): boolean[] {
  const share = 0.3 * random.uniform();
  const from = 1 + random.integer(days - 1);
  const length = random.integer(Math.max(2, Math.floor(days / 8)));
  return Array.from(
    { length: days },
    (_, t) => t > 0 && (random.uniform() < share || (t >= from && t < from + length)),
  );
}

/** A menu with runs; sometimes two portions. */
export function exposureOf(random: Random, j: number, days: number): Exposure {
  const rate = 0.1 + 0.5 * random.uniform();
  const stay = Math.max(rate, 0.9 * random.uniform());
  const dose = new Float64Array(days);
  let on = random.uniform() < rate;
  for (let t = 0; t < days; t++) {
    const start = (rate * (1 - stay)) / (1 - rate);
    on = random.uniform() < (on ? stay : start);
    dose[t] = on ? (random.uniform() < 0.2 ? 2 : 1) : 0;
  }
  const daysWith = dose.filter((d) => d > 0).length;
  return {
    id: `food/f${j}`,
    grain: 'entry',
    category: 'food',
    name: `f${j}`,
    rows: [`food/f${j}`],
    dose,
    portion: 1,
    unit: null,
    timed: null,
    daysWith,
    daysWithout: days - daysWith,
    daysUnknown: 0,
    spells: daysWith,
    identifiable: true,
    candidate: true,
    reason: null,
    collinear: [],
    identical: [],
  };
}

export function covariateOf(random: Random, k: number, days: number): Covariate {
  const values = new Float64Array(days);
  let x = 0;
  for (let t = 0; t < days; t++) values[t] = x = 0.5 * x + random.normal();
  return {
    id: `stress/${k}`,
    group: 'stress',
    label: `s${k}`,
    unit: '1 point',
    values,
    lag: 0,
    filledDays: 0,
  };
}

export const outcomeOf = (
  kind: 'score' | 'count',
  highest: number,
  values: Float64Array,
): Outcome => ({
  id: 'skin/itch',
  category: 'skin',
  name: 'itch',
  site: null,
  kind,
  scale: { min: 0, max: highest, inferred: false },
  step: 1,
  values,
  minutes: null,
  timed: null,
  days: values.filter((v) => !Number.isNaN(v)).length,
});

export function timelineOf(
  days: number,
  outcome: Outcome,
  exposures: readonly Exposure[],
  covariates: readonly Covariate[],
): Timeline {
  const dates = Array.from({ length: days }, (_, t) =>
    new Date(Date.UTC(2024, 0, 1 + t)).toISOString().slice(0, 10),
  );
  return {
    from: dates[0]!,
    to: dates[days - 1]!,
    days,
    loggedDays: days,
    dates,
    logged: new Uint8Array(days).fill(1),
    outcomes: [outcome],
    outcome: outcome.id,
    exposures: [...exposures],
    covariates: [...covariates],
    warnings: [],
  };
}
