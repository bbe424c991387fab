import { reasonsToStop, reasonsToWait } from '@zonula/trial';
import { type Command, Option } from 'commander';
import { type CommonOptions, once } from '../options.ts';
import { parseDate, parseDays, type TrialArguments, trialCommand } from './arguments.ts';
import type { EventArguments, OnDay } from './during.ts';

const during = () => import('./during.ts');

/** What goes with a trial while it runs. */
export const addDuring = (trial: Command): void => {
  trialCommand(trial, 'today', 'what today asks for')
    .option('--profile <file.json>', 'your answers; an open red flag stops the trial')
    .option('--diary <file>', 'your diary: what it says may raise a question')
    .option('--on <date>', 'another day', once(parseDate))
    .action(async (file: string, options: TrialArguments & OnDay) => {
      const { runToday } = await during();
      await runToday(file, options);
    });
  trialCommand(trial, 'postpone', 'take days off; the order stays as it was drawn')
    .option('--on <date>', 'first day off; otherwise today', once(parseDate))
    .option(
      '--days <n>',
      'days off; after a reaction at least 3 unless you say otherwise',
      once(parseDays(1)),
    )
    .addOption(new Option('--reason <reason>', 'why').choices([...reasonsToWait]))
    .action(async (file: string, options: EventArguments) => {
      const { runPostpone } = await during();
      await runPostpone(file, options);
    });
  trialCommand(trial, 'stop', 'end the trial now')
    .option('--on <date>', 'first day that is no longer part of it', once(parseDate))
    .addOption(new Option('--reason <reason>', 'why').choices([...reasonsToStop]))
    .action(async (file: string, options: EventArguments) => {
      const { runStop } = await during();
      await runStop(file, options);
    });
  trialCommand(trial, 'verify', 'whether the plan is as it was fixed').action(
    async (file: string, options: CommonOptions) => {
      const { runVerify } = await during();
      await runVerify(file, options);
    },
  );
};
