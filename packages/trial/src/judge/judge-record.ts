import { createRandom } from '@zonula/numerics';
import { analyseTrial, type TrialResult } from '../analysis/analyse-trial.ts';
import { kernelsFrom } from '../analysis/carry-over.ts';
import type { TrialData } from '../analysis/trial-data.ts';
import type { Period } from '../design.ts';
import { daysLived, livedPeriods, type TrialRecord } from '../during/record.ts';
import { type BeliefChange, changeBelief } from '../feedback/bayes-factor.ts';
import { type LookDecision, lookAt } from '../looks/look.ts';
import type { RunningTrial } from '../plan/read-plan.ts';
import { addDays } from '../schedule/dates.ts';

/** What may be said of a trial today. */
export type Judgement = {
  readonly belief: BeliefChange | null;
  /** What a look before the end says; null where it is no look. */
  readonly look: LookDecision | null;
  readonly verdict: string;
  readonly reason: string;
} & Pick<TrialResult, 'effect' | 'probabilityWorse' | 'randomisationP' | 'carryOver' | 'notes'> & {
    readonly [Field in keyof TrialResult]?: TrialResult[Field] | null;
  };

/** Entries this many days before the end are as good as the end: who forgets the last evening is done too. */
const slack = 2;

interface Judged {
  readonly periods: readonly Period[];
  /** The trial goes on after these periods, unless the look ends it. */
  readonly look: boolean;
}

/** The periods that may be judged now: all once the trial is over or stopped, those of the last declared look before. */
const judged = (
  { plan, events }: RunningTrial,
  { periods, start, lastLogged }: TrialRecord,
  today: string,
): Judged | null => {
  const last = lastLogged === null ? '' : addDays(lastLogged, slack);
  const over = (period: Period): boolean => {
    const end = addDays(start, period.start + period.days - 1);
    return end <= last || end < today;
  };
  if (events.some(({ kind }) => kind === 'stopped') || periods.every(over))
    return { periods, look: false };
  const done = periods.filter((period) => period.block !== null && over(period)).length;
  const look = plan.design.looks.filter((periodsDone) => periodsDone <= done).at(-1);
  if (look === undefined) return null;
  let left = look;
  return { periods: periods.filter(({ block }) => block === null || left-- > 0), look: true };
};

const lookReasons: Readonly<Record<LookDecision, string>> = {
  'go-on': 'At this look nothing is decided. Go on as planned.',
  effect: 'The difference is clear already. You may stop.',
  futility: 'Hardly any answer can come of the days that are left. You may stop.',
  harm: 'It most likely makes the score worse by more than matters to you. Stop.',
};

/**
 * The verdict by the rules that were fixed before the start, once the trial is over or stopped; before, only what a declared look may
 * say. `today` is `YYYY-MM-DD`.
 */
export const judgeRecord = (trial: RunningTrial, record: TrialRecord, today: string): Judgement => {
  const { plan } = trial;
  const undecided = {
    belief: null,
    effect: null,
    probabilityWorse: null,
    randomisationP: null,
    carryOver: null,
    adherence: null,
    verdict: 'inconclusive',
    notes: [],
  } as const;
  const now = judged(trial, record, today);
  if (now === null) {
    const to = addDays(plan.start, daysLived(livedPeriods(trial)) - 1);
    return {
      ...undecided,
      look: null,
      reason: `The trial is not over: it goes on until ${to}. Whoever looks before the end finds effects that are not there.`,
    };
  }
  const data: TrialData = {
    design: plan.design,
    periods: now.periods,
    outcome: record.outcome,
    exposure: record.exposure,
  };
  const { worthwhile } = plan;
  const { higherIsWorse, scale } = plan.outcome;
  const look = now.look
    ? lookAt(data, { worthwhile, higherIsWorse }, createRandom(plan.seed)).decision
    : null;
  if (look === 'go-on') return { ...undecided, look, reason: lookReasons[look] };
  const result = analyseTrial(data, {
    seed: plan.seed,
    worthwhile,
    higherIsWorse,
    blinded: plan.blinding === 'helper',
    kernels: kernelsFrom(plan.belief.curve),
  });
  const range = scale.max - scale.min;
  return {
    ...result,
    look,
    ...(look === null ? {} : { reason: `${lookReasons[look]} ${result.reason}` }),
    belief:
      result.effect === null ? null : changeBelief(plan.belief.probability, result.effect, range),
  };
};
