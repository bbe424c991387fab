import { csvImporter, type Diary, importers, readDiary, tidyImporter } from '@zonula/diary';
import { today } from './clock.ts';
import { formatAndMap } from './column-map.ts';
import { sourceAt } from './input.ts';
import type { DiaryOptions } from './options.ts';
import { createProgress } from './progress.ts';

/** Reads the diary that the arguments name, with progress for the person who waits. */
export const readDiaryFile = async (file: string, options: DiaryOptions): Promise<Diary> => {
  const settled = formatAndMap(options);
  const source = sourceAt(file);
  const progress = createProgress(Date.now);
  try {
    return await readDiary(source.chunks(), {
      ...settled,
      importers: [tidyImporter, ...importers, csvImporter],
      file: source.name,
      today: today(),
      ...(options.person === undefined ? {} : { person: options.person }),
      onProgress: (bytes) =>
        progress.report(`reading ${source.name}`, source.size ? bytes / source.size : null),
    });
  } finally {
    progress.end();
  }
};
