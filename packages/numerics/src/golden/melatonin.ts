/**
 * The melatonin N-of-1 study of Miura Meng (2026, CC BY 4.0): local level by Kalman filter and
 * smoother, AR(1) regressions with predictors, Welch tests. Expected values are read from the
 * study's own result tables.
 */
import { kalmanFilter, kalmanSmoother } from '../kalman.ts';
import { fitLocalLevel, localLevelModel } from '../local-level.ts';
import { type LinearModel, linearModel } from '../regression.ts';
import { sampleMoments, welchTest } from '../welch.ts';
import { type GoldenRow, goldenRow, type ReadFile } from './row.ts';
import { parseTable, type Table } from './table.ts';

/** Full-precision tables: agreement to rounding. Printed tables: to the last digit. */
const EXACT = 1e-8;

export function melatoninGolden(readFile: ReadFile): GoldenRow[] {
  const daily = parseTable(readFile('melatonin/miura_ema_70day_daily.csv'));
  const pings = parseTable(readFile('melatonin/miura_ema_70day.csv'));
  const table = (name: string) => parseTable(readFile(`melatonin/outputs/${name}.csv`));
  return [
    ...kalman(daily, table('kalman_fit_summary'), table('kalman_trajectory')),
    ...autoregression(daily, table('ar1_coefficients'), table('ar1_fit_table')),
    ...welch(daily, pings, table('results_table'), table('variability_table')),
  ];
}

function kalman(daily: Table, summary: Table, trajectory: Table): GoldenRow[] {
  const mood = daily.numbers('mood');
  const id = 'melatonin local level';
  const fit = fitLocalLevel(mood)!;
  const published = (name: string) => summary.numbers(name)[0]!;
  const model = localLevelModel(published('sigma_v2'), published('sigma_w2'));
  const filter = kalmanFilter(model, mood, 1);
  const smoother = kalmanSmoother(model, filter);
  const largest = (got: (t: number) => number, name: string) => {
    const expected = trajectory.numbers(name);
    return expected.reduce((most, value, t) => Math.max(most, Math.abs(got(t) - value)), 0);
  };
  const worst = 'largest difference over the days';
  return [
    goldenRow(
      id,
      'log-likelihood at the published variances',
      published('loglik'),
      filter.logLikelihood,
      EXACT,
    ),
    goldenRow(id, 'log-likelihood, own maximum', published('loglik'), fit.logLikelihood, 1e-6),
    goldenRow(id, 'observation variance', published('sigma_v2'), fit.observationVariance, 0.01),
    goldenRow(id, 'level variance', published('sigma_w2'), fit.levelVariance, 0.005),
    goldenRow(id, 'AIC', published('AIC'), fit.aic, 1e-6),
    goldenRow(
      id,
      `filtered level, ${worst}`,
      0,
      largest((t) => filter.filteredMean[t]!, 'filtered'),
      EXACT,
    ),
    goldenRow(
      id,
      `smoothed level, ${worst}`,
      0,
      largest((t) => smoother.mean[t]!, 'smoothed'),
      EXACT,
    ),
    goldenRow(
      id,
      `smoothed standard error, ${worst}`,
      0,
      largest((t) => Math.sqrt(smoother.covariance[t]!), 'smoothed_se'),
      EXACT,
    ),
  ];
}

const MODELS: readonly (readonly [string, readonly string[]])[] = [
  ['M0_AR1', ['mood_lag1']],
  ['M1_AR1+mel', ['mood_lag1', 'melatonin']],
  ['M2_full', ['mood_lag1', 'melatonin', 'agency', 'metacognition']],
];

/** Yesterday's mood and three predictors, on the days with all of them. */
function autoregression(daily: Table, published: Table, fits: Table): GoldenRow[] {
  const mood = daily.numbers('mood');
  const columns: Record<string, Float64Array> = {
    mood_lag1: mood.map((_, t) => mood[t - 1] ?? Number.NaN),
    melatonin: daily.numbers('melatonin'),
    agency: daily.numbers('agency'),
    metacognition: daily.numbers('metacognition'),
  };
  const known = mood.map((v, t) => (Number.isNaN(columns.agency![t]!) ? Number.NaN : v));
  return MODELS.flatMap(([name, terms]) => {
    const id = `melatonin ${name}`;
    const fit = regress(
      known,
      terms.map((term) => columns[term]!),
    );
    const row = fits.text('model').indexOf(name);
    return [
      goldenRow(id, 'days', fits.numbers('n')[row]!, fit.observations, 0),
      goldenRow(id, 'R squared', fits.numbers('R2')[row]!, fit.rSquared, EXACT),
      goldenRow(
        id,
        'adjusted R squared',
        fits.numbers('adj_R2')[row]!,
        fit.adjustedRSquared,
        EXACT,
      ),
      ...['const', ...terms].flatMap((term, i) =>
        coefficientRows(id, term, i, fit, published, name),
      ),
    ];
  });
}

function regress(y: Float64Array, terms: readonly Float64Array[]): LinearModel {
  const columns = terms.length + 1;
  const x = new Float64Array(y.length * columns);
  for (let t = 0; t < y.length; t++) {
    x[t * columns] = 1;
    terms.forEach((term, c) => {
      x[t * columns + c + 1] = term[t]!;
    });
  }
  return linearModel({ x, rows: y.length, columns }, y);
}

function coefficientRows(
  id: string,
  term: string,
  index: number,
  fit: LinearModel,
  published: Table,
  model: string,
): GoldenRow[] {
  const models = published.text('model');
  const row = published.text('term').findIndex((t, i) => t === term && models[i] === model);
  const got = fit.coefficients[index]!;
  const pairs: readonly (readonly [string, number])[] = [
    ['estimate', got.estimate],
    ['std_err', got.standardError],
    ['t', got.t],
    ['p', got.pValue],
    ['ci_lo', got.lower],
    ['ci_hi', got.upper],
  ];
  return pairs.map(([name, value]) =>
    goldenRow(id, `${term}: ${name}`, published.numbers(name)[row]!, value, EXACT),
  );
}

function welch(daily: Table, pings: Table, results: Table, variability: Table): GoldenRow[] {
  const from = (table: Table) => (key: string) =>
    Number(table.text('value')[table.text('key').indexOf(key)]);
  const printed = from(results);
  const full = from(variability);
  const arm = (table: Table, condition: string) => {
    const conditions = table.text('condition');
    return table.numbers('mood').filter((_, i) => conditions[i] === condition);
  };
  const sd = (table: Table, condition: string) =>
    Math.sqrt(sampleMoments(arm(table, condition)).variance);
  const id = 'melatonin Welch';
  const test = welchTest(arm(daily, 'melatonin'), arm(daily, 'control'))!;
  const runs = {
    melatonin: runMeanSquares(pings, 'melatonin'),
    control: runMeanSquares(pings, 'control'),
  };
  const runTest = welchTest(runs.melatonin, runs.control)!;
  const mean = (values: readonly number[]) => sampleMoments(values).mean;
  return [
    goldenRow(
      id,
      'difference of daily mood',
      printed('primary.delta_daily_mood'),
      test.difference,
      0.005,
    ),
    goldenRow(id, 't', printed('primary.welch_t'), test.t, 0.0005),
    goldenRow(id, 'p', printed('primary.welch_p'), test.pValue, 0.0005),
    goldenRow(id, "Cohen's d", printed('primary.cohens_d'), test.cohensD, 0.0005),
    goldenRow(id, 'daily sd, control', full('var.day_sd_control'), sd(daily, 'control'), EXACT),
    goldenRow(
      id,
      'daily sd, melatonin',
      full('var.day_sd_melatonin'),
      sd(daily, 'melatonin'),
      EXACT,
    ),
    goldenRow(id, 'ping sd, control', full('var.obs_sd_control'), sd(pings, 'control'), EXACT),
    goldenRow(
      id,
      'ping sd, melatonin',
      full('var.obs_sd_melatonin'),
      sd(pings, 'melatonin'),
      EXACT,
    ),
    goldenRow(
      id,
      'mean square of successive differences, control',
      full('var.mssd_control_mean'),
      mean(runs.control),
      EXACT,
    ),
    goldenRow(
      id,
      'mean square of successive differences, melatonin',
      full('var.mssd_melatonin_mean'),
      mean(runs.melatonin),
      EXACT,
    ),
    goldenRow(id, 't of successive differences', full('var.mssd_welch_t'), runTest.t, EXACT),
    goldenRow(id, 'p of successive differences', full('var.mssd_welch_p'), runTest.pValue, EXACT),
  ];
}

/** Mean squared step within each run of pings under one condition. */
function runMeanSquares(pings: Table, condition: string): number[] {
  const conditions = pings.text('condition');
  const mood = pings.numbers('mood');
  const means: number[] = [];
  let run: number[] = [];
  for (let i = 0; i <= pings.rows; i++) {
    if (conditions[i] === condition) {
      run.push(mood[i]!);
      continue;
    }
    const steps = run.slice(1).map((value, k) => (value - run[k]!) ** 2);
    if (steps.length > 0) means.push(sampleMoments(steps).mean);
    run = [];
  }
  return means;
}
