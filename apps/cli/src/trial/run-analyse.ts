import type { CommonOptions } from '../options.ts';
import { print, printJson } from '../output.ts';
import { readDiaryFile } from '../read.ts';
import { readProfileFile } from '../triage/profile.ts';
import { judgeTrial } from './analyse.ts';
import { resultText } from './result-text.ts';
import { readTrialFile } from './running.ts';

export const runAnalyse = async (
  file: string,
  diaryFile: string,
  profileFile: string,
  { json, ...rest }: CommonOptions,
) => {
  const trial = await readTrialFile(file);
  const person = await readProfileFile(profileFile);
  const days = await readDiaryFile(diaryFile, { ...rest, format: 'auto' });
  const result = judgeTrial(trial, days, person, diaryFile);
  if (json) await printJson(result);
  else await print(resultText(result));
};
