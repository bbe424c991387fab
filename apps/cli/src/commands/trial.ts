import type { Command } from 'commander';
import { print, printJson } from '../output.ts';
import { readDiaryFile } from '../read.ts';
import { readProfileFile } from '../triage/profile.ts';
import { judgeTrial } from '../trial/analyse.ts';
import { needed, type TrialArguments, trialCommand } from '../trial/arguments.ts';
import { addDuring } from '../trial/during-commands.ts';
import { addExport } from '../trial/export-command.ts';
import { addPlan } from '../trial/plan-command.ts';
import { addPool } from '../trial/pool-command.ts';
import { resultText } from '../trial/result-text.ts';
import { readTrialFile } from '../trial/running.ts';

const runAnalyse = async (file: string, { diary, profile, json, ...rest }: TrialArguments) => {
  const diaryFile = needed(diary, '--diary FILE');
  const profileFile = needed(profile, '--profile FILE');
  const trial = await readTrialFile(file);
  const person = await readProfileFile(profileFile);
  const days = await readDiaryFile(diaryFile, { ...rest, format: 'auto' });
  const result = judgeTrial(trial, days, person, diaryFile);
  if (json) await printJson(result);
  else await print(resultText(result));
};

export const addTrial = (program: Command): void => {
  const trial = program.command('trial').description('test one suspect on yourself, fairly');
  addPlan(trial);
  addDuring(trial);
  trialCommand(trial, 'analyse', 'the verdict, by the rules that were fixed before the start')
    .option('--diary <file>', 'the diary that holds the days of the trial')
    .option('--profile <file.json>', 'your answers')
    .action(runAnalyse);
  addPool(trial);
  addExport(trial);
};
