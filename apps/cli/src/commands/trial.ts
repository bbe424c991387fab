import type { Command } from 'commander';
import { needed, type TrialArguments, trialCommand } from '../trial/arguments.ts';
import { addDuring } from '../trial/during-commands.ts';
import { addExport } from '../trial/export-command.ts';
import { addPlan } from '../trial/plan-command.ts';
import { addPool } from '../trial/pool-command.ts';

export const addTrial = (program: Command): void => {
  const trial = program.command('trial').description('test one suspect on yourself, fairly');
  addPlan(trial);
  addDuring(trial);
  trialCommand(trial, 'analyse', 'the verdict, by the rules that were fixed before the start')
    .option('--diary <file>', 'the diary that holds the days of the trial')
    .option('--profile <file.json>', 'your answers')
    .action(async (file: string, options: TrialArguments) => {
      const diary = needed(options.diary, '--diary FILE');
      const profile = needed(options.profile, '--profile FILE');
      const { runAnalyse } = await import('../trial/run-analyse.ts');
      await runAnalyse(file, diary, profile, options);
    });
  addPool(trial);
  addExport(trial);
};
