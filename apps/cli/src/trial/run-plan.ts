import { fromStudyU } from '@zonula/trial';
import { oneLine, UnusableArguments } from '../failure.ts';
import { readAll } from '../input.ts';
import type { CommonOptions } from '../options.ts';
import { destinationAt, note, print, printJson } from '../output.ts';
import { readDiaryFile } from '../read.ts';
import { readProfileFile } from '../triage/profile.ts';
import { needed } from './arguments.ts';
import { readOtherTrials } from './other-trials.ts';
import { makePlan, type PlanOptions } from './plan.ts';
import { planText } from './plan-text.ts';
import { isPlan } from './running.ts';

const triable: ReadonlySet<string> = new Set([
  'food',
  'class',
  'ingredient',
  'habit',
  'skincare',
  'supplement',
  'medication',
]);

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

/** What was fixed before the start is not written over. */
const keepFixedPlan = async (file: string): Promise<void> => {
  if (await isPlan(file))
    throw new UnusableArguments(`--out: ${file} holds a plan that is fixed; name another file`);
};

export const runPlan = async ({
  diary: diaryFile,
  profile: profileFile,
  exposure,
  running = [],
  ...options
}: PlanArguments) => {
  const file = needed(diaryFile, '--diary FILE');
  const profileName = needed(profileFile, '--profile FILE');
  const id = needed(exposure, '--exposure CATEGORY/NAME');
  if (!triable.has(id.slice(0, id.indexOf('/'))))
    throw new UnusableArguments(
      `--exposure: ${id} cannot be had or left at will; expected one of ${[...triable].filter((one) => one !== 'medication').join(', ')}`,
    );
  if (file === '-' && profileName === '-')
    throw new UnusableArguments('standard input can be read once only');
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
  const plan = makePlan(diary, profile, study, { ...options, exposure: id, others });
  if (destination && plan.hash !== null) {
    destination.write(`${JSON.stringify(plan, null, 2)}\n`);
    note(oneLine(`plan written to ${destination.name}`));
  } else if (destination) note(oneLine(`there is no plan to write to ${destination.name}`));
  if (options.json) await printJson(plan);
  else await print(planText(plan));
};
