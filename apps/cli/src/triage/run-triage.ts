import { triage } from '@zonula/safety';
import { today } from '../clock.ts';
import { UnusableArguments } from '../failure.ts';
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

export const runTriage = async ({ profile: file, diary: diaryFile, ...options }: TriageOptions) => {
  if (file === undefined)
    throw new UnusableArguments('--profile FILE is needed; an example: examples/profile.json');
  if (file === '-' && diaryFile === '-')
    throw new UnusableArguments('standard input can be read once only');
  const profile = await readProfileFile(file);
  const diary =
    diaryFile === undefined ? null : await readDiaryFile(diaryFile, { ...options, format: 'auto' });
  const document = triage({ profile, diary, today: today() }, version);
  if (options.json) await printJson(document);
  else await print(textOf(document));
};
