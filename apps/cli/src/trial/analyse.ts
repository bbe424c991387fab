import { type Diary, UnusableInput } from '@zonula/diary';
import { composeServing, createFoods } from '@zonula/foods';
import { createRandom } from '@zonula/numerics';
import { hiddenFor, type Profile, shownDiary } from '@zonula/safety';
import { type Timeline, toTimeline } from '@zonula/timeline';
import {
  addDays,
  analyseTrial,
  type BeliefChange,
  changeBelief,
  daysLived,
  kernelsFrom,
  type LookDecision,
  livedPeriods,
  lookAt,
  type Period,
  type RunningTrial,
  recordOf,
  type TrialData,
  type TrialRecord,
  type TrialResult,
} from '@zonula/trial';
import { today } from '../clock.ts';
import { loadFoodTables } from '../foods/data.ts';
import { version } from '../version.ts';
import { askLeave } from './leave.ts';
import { requestOf } from './running.ts';

/** What `trial analyse --json` prints. */
export type ResultDocument = (
  | ({
      readonly allowed: true;
      readonly belief: BeliefChange | null;
      /** What a look before the end says; null where it is no look. */
      readonly look: LookDecision | null;
    } & Pick<
      TrialResult,
      'effect' | 'probabilityWorse' | 'randomisationP' | 'carryOver' | 'notes'
    > & { readonly verdict: string; readonly reason: string } & {
        readonly [Field in keyof TrialResult]?: TrialResult[Field] | null;
      })
  | {
      readonly allowed: false;
      readonly reasons: readonly { readonly text: string; readonly wayOut: string }[];
      readonly effect: null;
      readonly verdict: null;
    }
) & {
  readonly version: string;
  readonly exposure: string;
  readonly outcome: string;
  readonly from: string;
  readonly to: string;
  readonly hash: string;
  readonly blockedBy: readonly string[];
};

/** Entries this many days before the end are as good as the end: who forgets the last evening is done too. */
const slack = 2;

const laidOut = (diary: Diary, exposure: string, until: string): Timeline => {
  const composed = /^(?:class|ingredient)\//u.test(exposure);
  return toTimeline(diary, {
    ...(composed ? { foods: composeServing(createFoods(loadFoodTables())) } : {}),
    today: until,
  });
};

interface Judged {
  readonly periods: readonly Period[];
  /** The trial goes on after these periods, unless the look ends it. */
  readonly look: boolean;
}

/** The periods that may be judged now: all once the trial is over or stopped, those of the last declared look before. */
const judged = (
  { plan, events }: RunningTrial,
  { periods, start, lastLogged }: TrialRecord,
): Judged | null => {
  const last = lastLogged === null ? '' : addDays(lastLogged, slack);
  const over = (period: Period): boolean => {
    const end = addDays(start, period.start + period.days - 1);
    return end <= last || end < today();
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

/** The days of the trial out of a diary. Throws `UnusableInput` where it holds no such score or none of these days. */
export const recordFrom = (
  trial: RunningTrial,
  diary: Diary,
  profile: Profile,
  file: string,
): TrialRecord => {
  const { start, outcome, exposure } = trial.plan;
  const end = addDays(start, daysLived(livedPeriods(trial)) - 1);
  const until = [today(), end].sort().at(-1)!;
  const record = recordOf(trial, laidOut(shownDiary(hiddenFor(profile), diary), exposure, until));
  if (record === null)
    throw new UnusableInput(`expected the score ${outcome.id}, which the trial is about`, { file });
  if (record.lastLogged === null)
    throw new UnusableInput(
      `date: expected entries between ${start} and ${end}, the days of the trial`,
      { file },
    );
  return record;
};

/** From a plan and the diary of its days to the verdict. */
export const judgeTrial = (
  trial: RunningTrial,
  diary: Diary,
  profile: Profile,
  diaryFile: string,
): ResultDocument => {
  const { plan } = trial;
  const { exposure, outcome, start, hash } = plan;
  const to = addDays(start, daysLived(livedPeriods(trial)) - 1);
  const head = { version, exposure, outcome: outcome.id, from: start, to, hash };
  const before = diary.observations.filter(({ date }) => date < start);
  const decision = askLeave(
    { profile, diary: { ...diary, observations: before }, today: start },
    requestOf(plan),
  );
  if (!decision.allowed)
    return {
      ...head,
      allowed: false,
      blockedBy: decision.blockedBy,
      reasons: decision.reasons,
      effect: null,
      verdict: null,
    };
  const record = recordFrom(trial, diary, profile, diaryFile);
  const allowed = { ...head, allowed: true, blockedBy: [] } as const;
  const undecided = {
    ...allowed,
    belief: null,
    effect: null,
    probabilityWorse: null,
    randomisationP: null,
    carryOver: null,
    adherence: null,
    verdict: 'inconclusive',
    notes: [],
  } as const;
  const now = judged(trial, record);
  if (now === null)
    return {
      ...undecided,
      look: null,
      reason: `The trial is not over: it goes on until ${to}. Whoever looks before the end finds effects that are not there.`,
    };
  const data: TrialData = {
    design: plan.design,
    periods: now.periods,
    outcome: record.outcome,
    exposure: record.exposure,
  };
  const { worthwhile } = plan;
  const { higherIsWorse } = outcome;
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
  const range = outcome.scale.max - outcome.scale.min;
  return {
    ...allowed,
    ...result,
    look,
    ...(look === null ? {} : { reason: `${lookReasons[look]} ${result.reason}` }),
    belief:
      result.effect === null ? null : changeBelief(plan.belief.probability, result.effect, range),
  };
};
