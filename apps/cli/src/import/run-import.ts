import { type Diary, writeTidy } from '@zonula/diary';
import { oneLine } from '../failure.ts';
import type { DiaryOptions } from '../options.ts';
import { destinationAt, note, print, printJson } from '../output.ts';
import { readDiaryFile } from '../read.ts';
import { version } from '../version.ts';
import { noteWarnings } from '../warnings.ts';

export interface ImportOptions extends DiaryOptions {
  readonly out?: string;
}

const summaryOf = ({ observations, warnings }: Diary) => {
  const dates = observations.map(({ date }) => date).sort();
  const perCategory: Record<string, number> = {};
  for (const { category } of observations) perCategory[category] = (perCategory[category] ?? 0) + 1;
  return {
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    rows: observations.length,
    categories: perCategory,
    warnings,
  };
};

export const runImport = async (file: string, options: ImportOptions): Promise<void> => {
  const toFile = options.out !== undefined && options.out !== '-';
  const destination = toFile ? destinationAt(options.out!, [file]) : null;
  const diary = await readDiaryFile(file, options);
  const tidy = writeTidy(diary);
  const summary = summaryOf(diary);
  destination?.write(tidy);
  noteWarnings(diary.warnings);
  if (destination) note(oneLine(`${summary.rows} rows written to ${destination.name}`));
  if (options.json) {
    const rows = destination ? { out: destination.name } : { observations: diary.observations };
    await printJson({ version, seed: options.seed, ...summary, ...rows });
  } else if (!destination) await print(tidy);
};
