import { createRandom } from '@zonula/numerics';
import {
  dealsOf,
  type LookDecision,
  lookAt,
  type RandomisedPeriods,
  simulateTrial,
  steadyPerson,
} from '@zonula/trial';

/** Trials that are looked at twice before their end and stopped by the rule. */
export interface StoppingTask {
  readonly part: 'stopping';
  readonly seed: number;
  /** In standard deviations of a day; what matters to the person is 0.5. */
  readonly effect: number;
  readonly higherIsWorse: boolean;
  readonly trials: number;
}

export interface StoppingRow extends StoppingTask {
  readonly found: number;
  readonly stopped: Readonly<Record<Exclude<LookDecision, 'go-on'>, number>>;
  /** Sum of the shares of the planned periods that took place. */
  readonly length: number;
}

const design: RandomisedPeriods = {
  kind: 'randomised-periods',
  baselineDays: 0,
  washoutDays: 1,
  periodDays: 4,
  periods: 24,
  longestRun: 3,
  looks: [12, 18],
};

export function runStopping(task: StoppingTask): StoppingRow {
  const random = createRandom(task.seed);
  const stopped = { effect: 0, futility: 0, harm: 0 };
  let found = 0;
  let length = 0;
  const all = dealsOf(design, random, { listed: 0, drawn: 20_000 });
  const options = { worthwhile: 0.5, higherIsWorse: task.higherIsWorse };
  for (let trial = 0; trial < task.trials; trial++) {
    const data = simulateTrial(design, { ...steadyPerson, phi: 0.5 }, task.effect, random);
    const from = random.integer(all.count - 199) * all.units;
    const deals = { ...all, count: 199, arms: all.arms.subarray(from, from + 199 * all.units) };
    for (const periods of [...design.looks, design.periods]) {
      const seen = { ...data, periods: data.periods.slice(0, periods) };
      const { decision } = lookAt(seen, { ...options, deals }, random);
      if (decision === 'go-on' && periods < design.periods) continue;
      if (decision === 'effect') found++;
      if (decision !== 'go-on' && periods < design.periods) stopped[decision]++;
      length += periods / design.periods;
      break;
    }
  }
  return { ...task, found, stopped, length };
}
