import { fromStudyU } from '@zonula/trial';
import { oneLine, UnusableArguments } from '../failure.ts';
import { readAll } from '../input.ts';
import type { CommonOptions } from '../options.ts';
import { destinationAt, note, print, printJson } from '../output.ts';
import { readDiaryFile } from '../read.ts';
import { readProfileFile } from '../triage/profile.ts';
import { readOtherTrials } from './other-trials.ts';
import { makePlan, type PlanOptions } from './plan.ts';
import { planText } from './plan-text.ts';
import { isPlan } from './running.ts';

export interface PlanArguments
  extends CommonOptions,
    Omit<PlanOptions, 'exposure' | 'seed' | 'others'> {
  readonly diary?: string;
  readonly profile?: string;
  readonly exposure?: string;
  readonly studyu?: string;
  readonly running?: readonly string[];
  readonly out?: string;
}

/** Without these there is no plan. */
export interface PlanNeeds {
  readonly diary: string;
  readonly profile: string;
  readonly exposure: string;
}

/** What was fixed before the start is not written over. */
const keepFixedPlan = async (file: string): Promise<void> => {
  if (await isPlan(file))
    throw new UnusableArguments(`--out: ${file} holds a plan that is fixed; name another file`);
};

export const runPlan = async ({
  diary: file,
  profile: profileName,
  exposure,
  running = [],
  ...options
}: PlanArguments & PlanNeeds) => {
  const destination =
    options.out === undefined
      ? null
      : destinationAt(options.out, [
          file,
          profileName,
          ...running,
          ...(options.studyu ? [options.studyu] : []),
        ]);
  if (destination?.exists) await keepFixedPlan(destination.name);
  const profile = await readProfileFile(profileName);
  const study =
    options.studyu === undefined ? null : fromStudyU(await readAll(options.studyu), options.studyu);
  const diary = await readDiaryFile(file, { ...options, format: 'auto' });
  const others = await readOtherTrials(running);
  const plan = makePlan(diary, profile, study, { ...options, exposure, others });
  if (destination && plan.hash !== null) {
    destination.write(`${JSON.stringify(plan, null, 2)}\n`);
    note(oneLine(`plan written to ${destination.name}`));
  } else if (destination) note(oneLine(`there is no plan to write to ${destination.name}`));
  if (options.json) await printJson(plan);
  else await print(planText(plan));
};
