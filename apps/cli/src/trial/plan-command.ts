import { fromStudyU } from '@zonula/trial';
import type { Command } from 'commander';
import { oneLine, UnusableArguments } from '../failure.ts';
import { readAll } from '../input.ts';
import {
  type CommonOptions,
  once,
  parseOutcome,
  parsePoints,
  several,
  withCommonOptions,
} from '../options.ts';
import { destinationAt, note, print, printJson } from '../output.ts';
import { readDiaryFile } from '../read.ts';
import { readProfileFile } from '../triage/profile.ts';
import { needed, parseDate, parseDays, parseExposure } from './arguments.ts';
import { parseHolds } from './contents.ts';
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

interface PlanArguments extends CommonOptions, Omit<PlanOptions, 'exposure' | 'seed' | 'others'> {
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

const runPlan = async ({
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

export const addPlan = (trial: Command): void => {
  withCommonOptions(trial.command('plan'))
    .description('a fair test of one suspect: how long, in which order, and what it can find')
    .option('--diary <file>', 'your diary')
    .option('--profile <file.json>', 'your answers; they decide what may be tested')
    .option('--exposure <category/name>', 'what to test, such as food/cheddar', once(parseExposure))
    .option('--outcome <category/name>', 'the score that counts', once(parseOutcome))
    .option('--effect <points>', 'the difference you want to be able to find', once(parsePoints))
    .option('--start <date>', 'first day; otherwise tomorrow', once(parseDate))
    .option(
      '--holds <classes>',
      'what a thing we do not know holds: dairy,wheat or none',
      once(parseHolds),
    )
    .option('--blind', 'somebody else keeps the order (supplements only)')
    .option('--pairs <n>', 'your own design: pairs of periods', once(parseDays(1)))
    .option('--period-days <n>', 'your own design: days of a period that count', once(parseDays(1)))
    .option(
      '--washout-days <n>',
      'your own design: days before them that do not',
      once(parseDays(0)),
    )
    .option('--baseline-days <n>', 'your own design: days as usual first', once(parseDays(0)))
    .option(
      '--look <n>',
      'look at the result after so many periods too; may be given several times',
      several(parseDays(1)),
    )
    .option(
      '--running <TRIAL.json>',
      'another trial that you have planned or begun; may be given several times',
      several((file) => file),
    )
    .option('--studyu <study.json>', 'take the periods from a study of StudyU')
    .option('--out <TRIAL.json>', 'write the plan to a file')
    .action(runPlan);
};
