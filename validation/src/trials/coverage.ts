import { createRandom } from '@zonula/numerics';
import {
  adherenceOf,
  dealsOf,
  defaultKernels,
  drawnPeriodDays,
  estimateEffect,
  estimateOf,
  kernelsWithin,
  type RandomisedPairs,
  simulateTrial,
  steadyPerson,
  type TrialPerson,
} from '@zonula/trial';

/** What an interval is asked to hold under. */
export const troubles = [
  'plain',
  'trend',
  'carry-over',
  'missing',
  'heavy tails',
  'not kept',
] as const;
export type Trouble = (typeof troubles)[number];

export const troubleLabels: Readonly<Record<Trouble, string>> = {
  plain: 'nothing else',
  trend: 'a trend of two standard deviations',
  'carry-over': 'an effect that half remains after a day',
  missing: '30 % missing',
  'heavy tails': 'heavy-tailed shocks, recorded with noise',
  'not kept': '15 % of days against the plan (the deal as instrument)',
};

export interface CoverageTask {
  readonly seed: number;
  readonly phi: number;
  readonly trouble: Trouble;
  readonly trials: number;
}

export interface CoverageRow extends CoverageTask {
  /** Trials whose 95 % interval holds the true effect. */
  readonly held: number;
  /** Sum of widths, in standard deviations of a day. */
  readonly width: number;
  /** Intervals without an end count here and as holding. */
  readonly endless: number;
}

const design: RandomisedPairs = {
  kind: 'randomised-pairs',
  baselineDays: 0,
  washoutDays: 2,
  periodDays: 5,
  pairs: 8,
  looks: [],
};
const effect = 1;
/** As the analysis takes them for possible. */
const kernels = kernelsWithin(defaultKernels, drawnPeriodDays(design));
const draws = 1000;

function personUnder(trouble: Trouble, phi: number): TrialPerson {
  const person: TrialPerson = { ...steadyPerson, phi };
  switch (trouble) {
    case 'trend':
      return { ...person, drift: 2 };
    case 'carry-over':
      return {
        ...person,
        kernel: Array.from({ length: 8 }, (_, lag) => 0.5 ** (lag + 1) / (1 - 0.5 ** 8)),
      };
    case 'missing':
      return { ...person, missing: 0.3 };
    case 'heavy tails':
      return { ...person, tails: 3, noiseShare: 0.2 };
    case 'not kept':
      return { ...person, slips: 0.15 };
    default:
      return person;
  }
}

export function runCoverage(task: CoverageTask): CoverageRow {
  const random = createRandom(task.seed);
  const person = personUnder(task.trouble, task.phi);
  const deals = dealsOf(design, random);
  let held = 0;
  let width = 0;
  let endless = 0;
  for (let trial = 0; trial < task.trials; trial++) {
    const data = simulateTrial(design, person, effect, random);
    const [low, high] =
      task.trouble === 'not kept'
        ? (adherenceOf(data, deals, 0.95).effect?.interval ?? [null, null])
        : estimateOf(estimateEffect(data, kernels, draws, random.fork(trial)).effect, 0.95)
            .interval;
    if ((low === null || low <= effect) && (high === null || high >= effect)) held++;
    if (low === null || high === null) endless++;
    else width += high - low;
  }
  return { ...task, held, width, endless };
}
