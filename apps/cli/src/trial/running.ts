import type { Diary } from '@zonula/diary';
import type { AllowedTrial, Decision, Profile } from '@zonula/safety';
import { longestWithout, type RunningTrial, readPlan } from '@zonula/trial';
import { today } from '../clock.ts';
import { readAll } from '../input.ts';
import { askLeave } from './leave.ts';

/** Reads TRIAL.json; throws `UnusableInput` with the field. */
export const readTrialFile = async (file: string): Promise<RunningTrial> =>
  readPlan(await readAll(file), file === '-' ? 'standard input' : file);

/** Asks the gates anew, as things stand today: an open red flag stops a trial that has begun. */
export const leaveToday = (
  { plan }: RunningTrial,
  profile: Profile,
  diary: Diary | null,
): Decision<AllowedTrial> =>
  askLeave(
    { profile, diary, today: today() },
    { exposure: plan.exposure, classes: plan.classes, days: longestWithout(plan.design) },
  );
