import { type Diary, UnusableInput } from '@zonula/diary';
import { composeServing } from '@zonula/foods';
import { hiddenFor, type Profile, shownDiary } from '@zonula/safety';
import { type Timeline, toTimeline } from '@zonula/timeline';
import {
  addDays,
  askLeave,
  daysLived,
  type Judgement,
  judgeRecord,
  livedPeriods,
  type RunningTrial,
  recordOf,
  type TrialPlan,
  type TrialRecord,
} from '@zonula/trial';
import { today } from '../clock.ts';
import { loadFoods } from '../foods/data.ts';
import { version } from '../version.ts';
import { requestOf } from './running.ts';

/** What `trial analyse --json` prints. */
export type ResultDocument = (
  | ({
      readonly allowed: true;
      readonly scale: TrialPlan['outcome']['scale'];
      readonly higherIsWorse: boolean;
    } & Judgement)
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

const laidOut = (diary: Diary, exposure: string, until: string): Timeline => {
  const composed = /^(?:class|ingredient)\//u.test(exposure);
  return toTimeline(diary, {
    ...(composed ? { foods: composeServing(loadFoods()) } : {}),
    today: until,
  });
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
  return {
    ...head,
    allowed: true,
    blockedBy: [],
    scale: outcome.scale,
    higherIsWorse: outcome.higherIsWorse,
    ...judgeRecord(trial, record, today()),
  };
};
