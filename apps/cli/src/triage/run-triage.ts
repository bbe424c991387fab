import { triage } from '@zonula/safety';
import { today } from '../clock.ts';
import type { CommonOptions } from '../options.ts';
import { print, printJson } from '../output.ts';
import { readDiaryFile } from '../read.ts';
import { version } from '../version.ts';
import { readProfileFile } from './profile.ts';
import { textOf } from './text.ts';

export interface TriageOptions extends CommonOptions {
  readonly profile?: string;
  readonly diary?: string;
}

export const runTriage = async (file: string, { diary: diaryFile, ...options }: TriageOptions) => {
  const profile = await readProfileFile(file);
  const diary =
    diaryFile === undefined ? null : await readDiaryFile(diaryFile, { ...options, format: 'auto' });
  const document = triage({ profile, diary, today: today() }, version);
  if (options.json) await printJson(document);
  else await print(textOf(document));
};
