import { addDays, daysLived, livedPeriods, type RunningTrial } from '@zonula/trial';
import { UnusableArguments } from '../failure.ts';
import { readTrialFile } from './running.ts';

/** Another trial of the same person, and until when it goes on. */
export interface OtherTrial {
  readonly file: string;
  readonly exposure: string;
  /** Something eaten is left out. */
  readonly food: boolean;
  readonly to: string;
}

const lastDay = (trial: RunningTrial): string =>
  addDays(trial.plan.start, daysLived(livedPeriods(trial)) - 1);

/** Throws `UnusableInput` for a file that holds no plan. */
export const readOtherTrials = async (files: readonly string[]): Promise<readonly OtherTrial[]> => {
  const others: OtherTrial[] = [];
  for (const file of files) {
    const trial = await readTrialFile(file);
    const { exposure, food } = trial.plan;
    others.push({ file, exposure, food, to: lastDay(trial) });
  }
  return others;
};

/**
 * Those that are not over when a trial begins; none where its start is not given, since then it waits for them. Throws `UnusableArguments`
 * where one of them is about the same thing: two orders of it cannot both be kept.
 */
export const besideOf = (
  others: readonly OtherTrial[],
  exposure: string,
  start: string | undefined,
): readonly OtherTrial[] => {
  const beside = start === undefined ? [] : others.filter(({ to }) => to >= start);
  const same = beside.find((other) => other.exposure === exposure);
  if (same)
    throw new UnusableArguments(
      `--start: expected a day after ${same.to}, the last of the trial of ${exposure} in ${same.file}, found ${start}`,
    );
  return beside;
};
