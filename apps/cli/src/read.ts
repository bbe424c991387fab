import { csvImporter, type Diary, readDiary, tidyImporter } from '@zonula/diary';
import { sourceAt } from './input.ts';
import { type DiaryOptions, formatAndMap } from './options.ts';
import { createProgress } from './progress.ts';

const localDay = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** Reads the diary that the arguments name, with progress for the person who waits. */
export const readDiaryFile = async (file: string, options: DiaryOptions): Promise<Diary> => {
  const settled = formatAndMap(options);
  const source = sourceAt(file);
  const progress = createProgress(Date.now);
  try {
    return await readDiary(source.chunks(), {
      ...settled,
      importers: [tidyImporter, csvImporter],
      file: source.name,
      today: localDay(new Date()),
      ...(options.person === undefined ? {} : { person: options.person }),
      onProgress: (bytes) =>
        progress.report(`reading ${source.name}`, source.size ? bytes / source.size : null),
    });
  } finally {
    progress.end();
  }
};
