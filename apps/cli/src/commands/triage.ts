import { triage } from '@zonula/safety';
import type { Command } from 'commander';
import { today } from '../clock.ts';
import { UnusableArguments } from '../failure.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { print, printJson } from '../output.ts';
import { readDiaryFile } from '../read.ts';
import { readProfileFile } from '../triage/profile.ts';
import { textOf } from '../triage/text.ts';
import { version } from '../version.ts';

interface TriageOptions extends CommonOptions {
  readonly profile?: string;
  readonly diary?: string;
}

const runTriage = async ({ profile: file, diary: diaryFile, ...options }: TriageOptions) => {
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

export const addTriage = (program: Command): void => {
  withCommonOptions(program.command('triage'))
    .description('say when to see someone, what to ask, and what may be tested on your own')
    .option('--profile <file.json>', 'your answers: age band, conditions, allergies and so on')
    .option('--diary <file>', 'your diary: what it says may raise a question')
    .action(runTriage);
};
