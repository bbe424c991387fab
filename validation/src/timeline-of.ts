import type { Covariate, Exposure, Outcome, Timeline } from '@zonula/timeline';
import { dateAfter } from './simulate/logging.ts';
import type { Simulation } from './simulate/simulate.ts';

const MIN_DAYS = 5;

/**
 * The timeline of a simulated diary straight from what was written, without going through rows.
 * Means the same as the tidy diary does: a missing row is "not taken" only on a day that has some
 * row of its category or is marked complete.
 */
export function timelineOf(simulation: Simulation): Timeline {
  const { person, outcome, logged, from } = simulation;
  const days = outcome.length;
  const exposures = bareExposures(simulation);
  return {
    from,
    to: dateAfter(from, days - 1),
    days,
    loggedDays: logged.reduce((a, b) => a + b, 0),
    dates: Array.from({ length: days }, (_, t) => dateAfter(from, t)),
    logged: logged.slice(),
    outcomes: [outcomeOf(simulation)],
    outcome: simulation.outcomeId,
    exposures: exposures.map((exposure) => withCompany(exposure, exposures)),
    covariates: covariatesOf(simulation, person.burnIn),
    warnings: [],
  };
}

function outcomeOf({ person, outcome, outcomeId }: Simulation): Outcome {
  const { min, max, step } = person.recorder;
  return {
    id: outcomeId,
    category: 'skin',
    name: outcomeId.slice('skin/'.length),
    site: null,
    kind: Number.isFinite(person.recorder.size) ? 'count' : 'score',
    scale: { min, max, inferred: false },
    step,
    values: outcome.slice(),
    minutes: null,
    timed: null,
    days: outcome.reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0),
  };
}

function bareExposures({ person, doses }: Simulation): Exposure[] {
  return person.menu.items.map((item, i) => {
    const dose = doses[i]!.slice();
    const daysWith = dose.filter((d) => d > 0).length;
    const daysWithout = dose.filter((d) => d === 0).length;
    const identifiable = daysWith >= MIN_DAYS && daysWithout >= MIN_DAYS;
    return {
      id: item.id,
      grain: item.category === 'food' ? 'dish' : 'entry',
      category: item.category,
      name: item.name,
      rows: [item.id],
      dose,
      portion: 1,
      unit: null,
      timed: null,
      daysWith,
      daysWithout,
      daysUnknown: dose.length - daysWith - daysWithout,
      spells: dose.reduce((n, d, t) => n + (d > 0 && !(t > 0 && dose[t - 1]! > 0) ? 1 : 0), 0),
      identifiable,
      candidate: identifiable,
      reason: identifiable
        ? null
        : {
            code: daysWith < MIN_DAYS ? 'too-few-days-with' : 'too-few-days-without',
            text: 'Too few days.',
          },
      collinear: [],
      identical: [],
    };
  });
}

function withCompany(exposure: Exposure, all: readonly Exposure[]): Exposure {
  if (!exposure.candidate) return exposure;
  const others = all.filter((other) => other.candidate && other.id !== exposure.id);
  const collinear = others
    .map((other) => ({ id: other.id, correlation: correlation(exposure.dose, other.dose) }))
    .filter((other) => other.correlation >= 0.8);
  const identical = collinear
    .filter((other) => sameDays(exposure.dose, all.find((e) => e.id === other.id)!.dose))
    .map((other) => other.id);
  return { ...exposure, collinear, identical };
}

const sameDays = (a: Float64Array, b: Float64Array): boolean =>
  a.every((dose, t) => Number.isNaN(dose) || Number.isNaN(b[t]!) || dose > 0 === b[t]! > 0);

/** Pearson correlation over the days on which both are known. */
export function correlation(a: Float64Array, b: Float64Array): number {
  let n = 0;
  const sums = { a: 0, b: 0, aa: 0, bb: 0, ab: 0 };
  for (let t = 0; t < a.length; t++) {
    const x = a[t]!;
    const y = b[t]!;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    n++;
    sums.a += x;
    sums.b += y;
    sums.aa += x * x;
    sums.bb += y * y;
    sums.ab += x * y;
  }
  const covariance = sums.ab - (sums.a * sums.b) / n;
  const spread = (sums.aa - sums.a ** 2 / n) * (sums.bb - sums.b ** 2 / n);
  return spread > 1e-12 ? covariance / Math.sqrt(spread) : 0;
}

function covariatesOf(simulation: Simulation, burnIn: number): Covariate[] {
  const { person, stressLogged, sleepLogged, outcome } = simulation;
  const { background, scenario } = person;
  const days = outcome.length;
  const covariate = (
    id: string,
    group: Covariate['group'],
    unit: string,
    series: ArrayLike<number>,
    known: Uint8Array | null,
  ): Covariate => {
    const raw = Float64Array.from({ length: days }, (_, t) =>
      known === null || known[t] === 1 ? series[burnIn + t]! : Number.NaN,
    );
    const seen = raw.filter((x) => !Number.isNaN(x));
    const mean = seen.reduce((a, b) => a + b, 0) / Math.max(seen.length, 1);
    const values = raw.map((x) => (Number.isNaN(x) ? 0 : x - mean));
    return { id, group, label: id, unit, values, lag: 0, filledDays: days - seen.length };
  };
  const covariates = [covariate('weekday/weekend', 'weekday', 'weekend', background.weekend, null)];
  if (scenario.stress === 'logged') {
    covariates.push(covariate('stress/level', 'stress', 'sd', background.stress, stressLogged));
  }
  if (scenario.sleep === 'logged') {
    covariates.push(covariate('sleep/hours', 'sleep', '1 h', background.sleep, sleepLogged));
  }
  return covariates;
}
