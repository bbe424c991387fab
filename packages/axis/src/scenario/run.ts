import { createRandom } from '@zonula/numerics';
import type { Step } from '../axis/jumps.ts';
import { noiseOf } from '../axis/people.ts';
import { simulateAxis } from '../axis/simulate-axis.ts';
import { evenTimes } from '../document.ts';
import { courseOf, runModel } from '../run.ts';
import { modelOf, settingsWith, unrolled } from './read.ts';
import type { Scenario, ScenarioArm } from './schema.ts';

export interface ScenarioCourse {
  readonly arm: string;
  /** One course for each output of the scenario, in that order. */
  readonly values: readonly Float64Array[];
}

export interface ScenarioRun {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly timeUnit: string;
  readonly times: Float64Array;
  readonly outputs: readonly {
    readonly name: string;
    readonly unit: string;
    readonly about: string;
  }[];
  readonly arms: readonly ScenarioCourse[];
}

const runInDays = 183;
const relativeTolerance = 1e-6;

/** Runs every arm of a scenario. Chance is the same for all arms, so that they differ only in what was set. */
export const runScenario = (
  scenario: Scenario,
  seed: number,
  onProgress: (share: number) => void = () => {},
): ScenarioRun => {
  const model = modelOf(scenario);
  const { states, observables, timeUnit } = model.definition;
  const parts = new Map<string, { readonly unit: string; readonly about?: string }>([
    ...Object.entries(states),
    ...Object.entries(observables),
  ]);
  const times = timesOf(scenario);
  const arms: readonly ScenarioArm[] = scenario.arms ?? [{ name: scenario.title }];
  const lead = leadOf(scenario, seed);
  return {
    scenario,
    seed,
    timeUnit,
    times,
    outputs: scenario.outputs.map((name) => {
      const { unit, about = '' } = parts.get(name)!;
      return { name, unit, about };
    }),
    arms: arms.map((arm, i) => {
      const values = valuesOf(scenario, arm, times, lead);
      onProgress((i + 1) / arms.length);
      return { arm: arm.name, values };
    }),
  };
};

const mostMoments = 1000;
const shortly = 0.005;

/** Even times, and those shortly after an event, so that what comes and goes within the hour is seen. */
const timesOf = ({ until, events = [], arms = [] }: Scenario): Float64Array => {
  const all = [...events, ...arms.flatMap((arm) => arm.events ?? [])];
  const moments = unrolled(all, until).map(({ day }) => day + shortly);
  const seen = moments.filter((time) => time < until).slice(0, mostMoments);
  return Float64Array.from(new Set([...evenTimes(until), ...seen])).sort();
};

/** What comes before day 0: how many days, and the ups and downs of all days. */
interface Lead {
  readonly days: number;
  readonly steps: readonly Step[];
}

const leadOf = (scenario: Scenario, seed: number): Lead => {
  const { noise, until, begin, condition } = scenario;
  if (!noise) return { days: 0, steps: [] };
  const steps = noiseOf(runInDays + until + 1, noise, createRandom(seed));
  if (begin !== 'worst-day') return { days: 0, steps };
  const severity = simulateAxis({
    condition: condition!,
    settings: settingsWith(scenario, {}),
    days: runInDays,
    steps: steps.filter(({ day }) => day <= runInDays),
    relativeTolerance,
  }).course('severity');
  return { days: severity.indexOf(Math.max(...severity)), steps };
};

const valuesOf = (
  scenario: Scenario,
  arm: ScenarioArm,
  times: Float64Array,
  { days, steps }: Lead,
): readonly Float64Array[] => {
  const { until, condition, outputs } = scenario;
  const settings = settingsWith(scenario, arm);
  if (scenario.model !== 'axis') {
    const run = runModel(modelOf(scenario), { set: settings, until, times, relativeTolerance });
    return outputs.map((name) => courseOf(run, name));
  }
  const triggers = arm.triggers ?? scenario.triggers ?? [];
  const events = unrolled([...(scenario.events ?? []), ...(arm.events ?? [])], until);
  const course = simulateAxis({
    condition: condition!,
    settings,
    triggers,
    events: events.map((event) => ({ ...event, day: event.day + days })),
    days: days + until,
    times: times.map((time) => time + days),
    steps: steps.filter(({ day }) => day <= days + until),
    relativeTolerance,
  });
  return outputs.map((name) => course.course(name));
};

/** The document of `axis --scenario --json`. */
export const scenarioDocument = ({
  scenario,
  seed,
  timeUnit,
  times,
  outputs,
  arms,
}: ScenarioRun) => ({
  scenario,
  seed,
  units: { time: timeUnit, ...Object.fromEntries(outputs.map(({ name, unit }) => [name, unit])) },
  time: [...times],
  arms: arms.map(({ arm, values }) => ({
    name: arm,
    outputs: Object.fromEntries(outputs.map(({ name }, i) => [name, [...values[i]!]])),
  })),
});

const quoted = (text: string): string =>
  /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** One row for each arm and time (RFC 4180). */
export const scenarioCsv = ({ times, outputs, arms }: ScenarioRun): string =>
  [
    ['arm', 'time', ...outputs.map(({ name }) => name)].join(','),
    ...arms.flatMap(({ arm, values }) =>
      Array.from(times, (time, row) =>
        [quoted(arm), time, ...values.map((course) => course[row]!)].join(','),
      ),
    ),
    '',
  ].join('\r\n');
