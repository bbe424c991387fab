/**
 * Particulate matter and deaths in Chicago 1987-2000, first example of the vignette of the R
 * package dlnm (Gasparrini 2011, Journal of Statistical Software 43:8): quasi-Poisson, linear PM10
 * with a quartic lag curve over 0-15 days, temperature by natural splines with lag strata 0 and
 * 1-3, time by a natural spline with 7 columns a year, weekday. Expected: fixtures/chicago.json, which agrees with
 * the vignette's print.
 */
import published from '../../fixtures/chicago.json' with { type: 'json' };
import {
  crossBasis,
  type LagEffects,
  lagEffects,
  polynomialLagBasis,
  stratifiedLagBasis,
} from '../distributed-lag.ts';
import { quasiPoissonModel } from '../regression.ts';
import { createNaturalSpline, evaluateNaturalSpline } from '../splines.ts';
import { type GoldenRow, goldenRow, type ReadFile } from './row.ts';
import { parseTable } from './table.ts';

const Z = 1.959963984540054;
/** Two fits stopped by the same rule. */
const TOLERANCE = 1e-9;

export function chicagoGolden(readFile: ReadFile): GoldenRow[] {
  const { effects } = fit(readFile);
  const id = 'dlnm chicagoNMMAPS, PM10';
  const rows = (what: string, expected: readonly number[], effect: number, error: number) =>
    ['relative risk', 'lower', 'upper'].map((part, i) =>
      goldenRow(
        id,
        `${what}: ${part}`,
        expected[i]!,
        Math.exp(effect + [0, -Z, Z][i]! * error),
        TOLERANCE,
      ),
    );
  return [
    ...rows(
      'cumulative, per 10',
      published.cumulative,
      effects.cumulativeEffect,
      effects.cumulativeStandardError,
    ),
    ...published.lags.flatMap((expected, lag) =>
      rows(`lag ${lag}`, expected, effects.effect[lag]!, effects.standardError[lag]!),
    ),
  ];
}

function fit(readFile: ReadFile): { readonly effects: LagEffects } {
  const table = parseTable(readFile('dlnm/chicagoNMMAPS.csv'));
  const days = table.rows;
  const temperature = table.numbers('temp');
  const time = table.numbers('time');
  const lag = polynomialLagBasis(15, 4);
  const particles = crossBasis(table.numbers('pm10'), days, 1, lag);
  const warmth = createNaturalSpline(temperature, { degreesOfFreedom: 5 });
  const strata = stratifiedLagBasis(3, [1]);
  const warm = crossBasis(evaluateNaturalSpline(warmth, temperature), days, 5, strata);
  const years = createNaturalSpline(time, { degreesOfFreedom: 98 });
  const season = evaluateNaturalSpline(years, time);
  const weekdays = [...new Set(table.text('dow'))].slice(1);
  const weekday = table.text('dow');
  const columns = 1 + 5 + 10 + 98 + weekdays.length;
  const x = new Float64Array(days * columns);
  for (let t = 0; t < days; t++) {
    const row = t * columns;
    x[row] = 1;
    x.set(particles.subarray(t * 5, t * 5 + 5), row + 1);
    x.set(warm.subarray(t * 10, t * 10 + 10), row + 6);
    x.set(season.subarray(t * 98, t * 98 + 98), row + 16);
    const day = weekdays.indexOf(weekday[t]!);
    if (day >= 0) x[row + 114 + day] = 1;
  }
  const model = quasiPoissonModel({ x, rows: days, columns }, table.numbers('death'));
  const covariance = new Float64Array(25);
  for (let i = 0; i < 5; i++)
    for (let j = 0; j < 5; j++)
      covariance[i * 5 + j] = model.covariance[(i + 1) * columns + j + 1]!;
  const coefficients = model.coefficients.slice(1, 6).map((c) => c.estimate);
  return { effects: lagEffects(lag, [10], coefficients, covariance) };
}
