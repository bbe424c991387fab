import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { oneLine, UnusableArguments } from '../failure.ts';
import { destinationAt, print, printJson } from '../output.ts';
import { readProfileFile } from '../triage/profile.ts';
import { recordFrom } from './analyse.ts';
import { needed, type TrialArguments } from './arguments.ts';
import { exportTrial } from './export.ts';
import type { ExportFormat } from './export-formats.ts';
import { diaryOf, leaveToday, readTrialFile } from './running.ts';
import { refusedText } from './today-text.ts';

export interface ExportArguments extends TrialArguments {
  readonly to?: ExportFormat;
  readonly out?: string;
}

export const runExport = async (
  file: string,
  { diary, profile, to, out, json, ...rest }: ExportArguments,
) => {
  const format = needed(to, '--to FORMAT') as ExportFormat;
  const folder = needed(out, '--out FOLDER');
  const trial = await readTrialFile(file);
  const person = await readProfileFile(needed(profile, '--profile FILE'));
  const days = await diaryOf(diary, rest);
  const decision = leaveToday(trial, person, days);
  if (!decision.allowed) {
    const { blockedBy, reasons } = decision;
    if (json) await printJson({ allowed: false, blockedBy, reasons, files: [] });
    else await print(refusedText(reasons));
    return;
  }
  const held =
    days === null ? null : recordFrom(trial, days, person, needed(diary, '--diary FILE'));
  const { files, lost } = exportTrial(decision.value, trial, format, held);
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new UnusableArguments(`--out: cannot make the folder ${folder}`);
  }
  const written = files.map(({ name, content }) => {
    const destination = destinationAt(join(folder, name), [file]);
    destination.write(content);
    return destination.name;
  });
  if (json) await printJson({ allowed: true, files: written, lost });
  else
    await print(
      `${[...written.map((name) => `written: ${oneLine(name)}`), ...lost.map(oneLine)].join('\n')}\n`,
    );
};
