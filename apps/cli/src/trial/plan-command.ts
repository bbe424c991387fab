import type { Command } from 'commander';
import { UnusableArguments } from '../failure.ts';
import { once, parseOutcome, parsePoints, several, withCommonOptions } from '../options.ts';
import { needed, parseDate, parseDays, parseExposure } from './arguments.ts';
import { parseHolds } from './holds.ts';
import type { PlanArguments, PlanNeeds } from './run-plan.ts';

const triable: ReadonlySet<string> = new Set([
  'food',
  'class',
  'ingredient',
  'habit',
  'skincare',
  'supplement',
  'medication',
]);

const neededOf = (options: PlanArguments): PlanNeeds => {
  const diary = needed(options.diary, '--diary FILE');
  const profile = needed(options.profile, '--profile FILE');
  const exposure = needed(options.exposure, '--exposure CATEGORY/NAME');
  if (!triable.has(exposure.slice(0, exposure.indexOf('/'))))
    throw new UnusableArguments(
      `--exposure: ${exposure} cannot be had or left at will; expected one of ${[...triable].filter((one) => one !== 'medication').join(', ')}`,
    );
  if (diary === '-' && profile === '-')
    throw new UnusableArguments('standard input can be read once only');
  return { diary, profile, exposure };
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
    .action(async (options: PlanArguments) => {
      const needs = neededOf(options);
      const { runPlan } = await import('./run-plan.ts');
      await runPlan({ ...options, ...needs });
    });
};
