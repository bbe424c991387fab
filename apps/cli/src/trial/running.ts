import { type Diary, UnusableInput } from '@zonula/diary';
import type { AllowedTrial, Decision, Profile } from '@zonula/safety';
import {
  askLeave,
  type LeaveRequest,
  longestWithout,
  type RunningTrial,
  readPlan,
  type TrialPlan,
} from '@zonula/trial';
import { today } from '../clock.ts';
import { readAll } from '../input.ts';
import type { CommonOptions } from '../options.ts';
import { readDiaryFile } from '../read.ts';
import { allClassesOf } from './contents.ts';

/** Reads TRIAL.json; throws `UnusableInput` with the field. */
export const readTrialFile = async (file: string): Promise<RunningTrial> =>
  readPlan(await readAll(file), file === '-' ? 'standard input' : file);

/** Whether a file holds a plan, whole and as it was fixed. */
export const isPlan = async (file: string): Promise<boolean> => {
  try {
    await readTrialFile(file);
    return true;
  } catch (error) {
    if (error instanceof UnusableInput) return false;
    throw error;
  }
};

export const diaryOf = (file: string | undefined, options: CommonOptions) =>
  file === undefined ? null : readDiaryFile(file, { ...options, format: 'auto' });

/** What a plan asks leave for: its own word on what the thing holds is not enough, for a file can be written by anybody. */
export const requestOf = ({ exposure, classes, design }: TrialPlan): LeaveRequest => ({
  exposure,
  classes: allClassesOf(exposure, classes),
  days: longestWithout(design),
});

/** Asks the gates anew, as things stand today: an open red flag stops a trial that has begun. */
export const leaveToday = (
  { plan }: RunningTrial,
  profile: Profile,
  diary: Diary | null,
): Decision<AllowedTrial> => askLeave({ profile, diary, today: today() }, requestOf(plan));
