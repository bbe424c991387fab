import { identityOf, type Observation } from '@zonula/diary';
import { forecastOutcome } from '@zonula/discovery';
import { type Timeline, toTimeline } from '@zonula/timeline';
import {
  ar1,
  historical,
  type LevelForecast,
  lastValue,
  orderedRandomWalk,
  type SeriesForecaster,
} from '../comparators/forecasts.ts';
import { seedsOf } from '../seeds.ts';
import { dateAfter } from '../simulate/logging.ts';
import { mean, standardError } from '../statistics.ts';
import { fixed, table } from './markdown.ts';
import type { ReferencePerson } from './reference.ts';
import type { Study } from './study.ts';

/** The engine's forecast of the `horizon` days after the timeline ends, on the given levels. */
export type Forecaster = (
  timeline: Timeline,
  levels: readonly number[],
  horizon: number,
  seed: number,
) => LevelForecast;

const HORIZON = 7;
const OUTCOME = 'symptom/severity';

const baselines: readonly { readonly name: string; readonly forecast: SeriesForecaster }[] = [
  { name: 'last value', forecast: lastValue },
  { name: 'AR(1)', forecast: ar1 },
  { name: 'ordered random walk', forecast: orderedRandomWalk },
  { name: 'what is usual', forecast: historical },
];

type TableName = 'panel' | 'scorad';

interface Task {
  readonly table: TableName;
  readonly person: number;
  /** Days seen; the days after are forecast. */
  readonly origin: number;
  readonly seed: number;
}

interface Scores {
  /** Mean natural-log score of the day's level; larger is better. */
  readonly logScore: number;
  /** Ranked probability score over the number of levels less one, 0-1; smaller is better. */
  readonly rps: number;
}

interface Row extends Task {
  readonly targets: number;
  /** Ours first, then the baselines. */
  readonly scores: readonly Scores[];
}

export interface ForecastSkill {
  readonly name: string;
  readonly logScore: number;
  readonly rps: number;
  /** Ours less theirs (log score) and theirs less ours (RPS): above 0 we are better. Error over people. */
  readonly logGain: number;
  readonly logGainError: number;
  readonly rpsGain: number;
  readonly rpsGainError: number;
}

export interface ForecastResult {
  readonly tables: readonly {
    readonly table: TableName;
    readonly people: number;
    readonly forecasts: number;
    readonly days: number;
    readonly rows: readonly ForecastSkill[];
  }[];
}

export const levelsOf = ({ scale, step }: Pick<ReferencePerson, 'scale' | 'step'>): number[] =>
  Array.from(
    { length: Math.round((scale.max - scale.min) / step) + 1 },
    (_, k) => scale.min + k * step,
  );

/** Scores of a forecast against the days that were recorded; null when none was. */
export function scoreForecast(
  forecast: LevelForecast,
  truth: ArrayLike<number>,
  levels: readonly number[],
): Scores | null {
  const step = levels[1]! - levels[0]!;
  let n = 0;
  let logScore = 0;
  let rps = 0;
  forecast.forEach((probabilities, h) => {
    const value = truth[h]!;
    if (Number.isNaN(value)) return;
    n++;
    const actual = Math.round((value - levels[0]!) / step);
    logScore += Math.log(probabilities[actual]!);
    let cumulative = 0;
    for (let k = 0; k < levels.length - 1; k++) {
      cumulative += probabilities[k]!;
      rps += (cumulative - (actual <= k ? 1 : 0)) ** 2 / (levels.length - 1);
    }
  });
  return n === 0 ? null : { logScore: logScore / n, rps: rps / n };
}

/** The diary as it stood after `days` days. */
function prefix(person: ReferencePerson, days: number): Timeline {
  const observations: Observation[] = [];
  for (let t = 0; t < days; t++) {
    const date = dateAfter(person.from, t);
    const value = person.severity[t]!;
    if (!Number.isNaN(value)) {
      observations.push({ date, category: 'symptom', name: 'severity', value });
    }
    for (const { category, name, days: doses } of person.exposures) {
      if (doses[t]! > 0) observations.push({ date, category, name, value: doses[t]! });
    }
  }
  const scales = new Map([
    [identityOf('symptom', 'severity'), { ...person.scale, inferred: false }],
  ]);
  return toTimeline({ observations, scales, warnings: [] }, { outcome: OUTCOME });
}

/** Origins at which the day before was recorded, so that the timeline ends there. */
function originsOf({ severity }: ReferencePerson, first: number, every: number): number[] {
  const origins: number[] = [];
  for (let day = first; day + HORIZON <= severity.length; day++) {
    const late = origins.length === 0 || day >= origins.at(-1)! + every;
    const ahead = severity.subarray(day, day + HORIZON);
    if (late && !Number.isNaN(severity[day - 1]!) && ahead.some((v) => !Number.isNaN(v))) {
      origins.push(day);
    }
  }
  return origins;
}

/** Forward chaining: every forecast sees only the days before it. */
export const forecastWith = (forecaster: Forecaster): Study<Task, Row, ForecastResult> => ({
  name: 'forecast',
  tasks: ({ pool, quick }, reference) => {
    const tasks = (['panel', 'scorad'] as const).flatMap((name) =>
      reference[name].flatMap((person, i) => {
        const origins = name === 'panel' ? originsOf(person, 60, 42) : originsOf(person, 28, 14);
        return origins
          .slice(0, quick ? 1 : 8)
          .map((origin) => ({ table: name, person: i, origin }));
      }),
    );
    const seeds = seedsOf(pool, 'forecast', tasks.length);
    return tasks.map((task, i) => ({ ...task, seed: seeds[i]! }));
  },
  run: (task, _engine, reference) => {
    const person = reference[task.table][task.person]!;
    const levels = levelsOf(person);
    const past = person.severity.slice(0, task.origin);
    const truth = person.severity.subarray(task.origin, task.origin + HORIZON);
    const ours = forecaster(prefix(person, task.origin), levels, HORIZON, task.seed);
    const all = [ours, ...baselines.map(({ forecast }) => forecast(past, levels, HORIZON))];
    return {
      ...task,
      targets: truth.filter((value) => !Number.isNaN(value)).length,
      scores: all.map((forecast) => scoreForecast(forecast, truth, levels)!),
    };
  },
  summarise: (rows) => ({
    tables: (['panel', 'scorad'] as const).flatMap((name) => {
      const own = rows.filter((row) => row.table === name);
      if (own.length === 0) return [];
      const people = [...new Set(own.map(({ person }) => person))];
      /** Per person, so that nobody counts for more than one. */
      const each = (of: (row: Row) => number): number[] =>
        people.map((person) => mean(own.filter((row) => row.person === person).map(of)));
      return {
        table: name,
        people: people.length,
        forecasts: own.length,
        days: own.reduce((n, row) => n + row.targets, 0),
        rows: ['Zonula', ...baselines.map((b) => b.name)].map((label, i) => {
          const logGains = each(({ scores }) => scores[0]!.logScore - scores[i]!.logScore);
          const rpsGains = each(({ scores }) => scores[i]!.rps - scores[0]!.rps);
          return {
            name: label,
            logScore: mean(each(({ scores }) => scores[i]!.logScore)),
            rps: mean(each(({ scores }) => scores[i]!.rps)),
            logGain: mean(logGains),
            logGainError: standardError(logGains),
            rpsGain: mean(rpsGains),
            rpsGainError: standardError(rpsGains),
          };
        }),
      };
    }),
  }),
  chapter: ({ tables }) =>
    [
      '## Forecast',
      '',
      'For grading the engine only; no forecast is shown to a person. Each forecast of seven days sees only the days before it, and the model is fitted anew for each. Log score (natural logarithm, larger is better) and ranked probability score (0 to 1, smaller is better), each person counting once; gains are positive where Zonula is better, with the standard error over people. The people are the same in every run of this study; only the draws of the engine are new.',
      '',
      ...(tables.length === 0
        ? [
            '**Not run.** The tables are not ours to ship; name their folder in `ZONULA_REFERENCE_DATA` to run this part.',
          ]
        : tables.flatMap(({ table: name, people, forecasts, days, rows }) => [
            `${name === 'panel' ? 'Real symptom check-ins, 0 to 4' : 'Simulated daily SCORAD (EczemaPred), 0 to 103'}: ${people} people, ${forecasts} forecasts, ${days} days.`,
            '',
            table(
              ['forecast', 'log score', 'RPS', 'gain in log score', 'gain in RPS'],
              rows.map((row, i) => [
                row.name,
                fixed(row.logScore, 3),
                fixed(row.rps, 4),
                i === 0 ? '' : `${fixed(row.logGain, 3)} (${fixed(row.logGainError, 3)})`,
                i === 0 ? '' : `${fixed(row.rpsGain, 4)} (${fixed(row.rpsGainError, 4)})`,
              ]),
            ),
            '',
          ])),
    ]
      .join('\n')
      .trimEnd(),
});

/** The forecast of `discover --research`. */
export const forecast = forecastWith((timeline, levels, horizon, seed) =>
  forecastOutcome(timeline, { seed, levels, horizon, outcome: OUTCOME }).map(
    ({ probabilities }) => probabilities,
  ),
);
