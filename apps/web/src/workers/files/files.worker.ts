import { type Diary, identityOf, importers, readDiary, tidyImporter } from '@zonula/diary';
import type { Entry } from '@zonula/journal';
import { answerAll } from '../answer.ts';
import type { FilePreview, FileQuestions } from './questions.ts';

async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

const entriesOf = ({ observations, scales }: Diary): readonly Entry[] =>
  observations.map(({ date, category, name, value, ...rest }) => {
    const scale = scales.get(identityOf(category, name));
    return {
      ...rest,
      day: date,
      category,
      name,
      value,
      ...(scale === undefined ? {} : { scale: { min: scale.min, max: scale.max } }),
      source: 'import',
    };
  });

const itemsOf = ({ observations }: Diary): FilePreview['items'] => {
  const counts = new Map<string, { category: string; name: string; count: number }>();
  for (const { category, name } of observations) {
    const identity = identityOf(category, name);
    const known = counts.get(identity);
    if (known === undefined) counts.set(identity, { category, name, count: 1 });
    else known.count++;
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
};

answerAll<FileQuestions>({
  read: async ({ file, today }) => {
    const diary = await readDiary(chunksOf(file), {
      file: file.name,
      today,
      format: 'auto',
      importers: [tidyImporter, ...importers],
    });
    const days = diary.observations.map(({ date }) => date).sort();
    return {
      entries: entriesOf(diary),
      from: days[0] ?? '',
      to: days.at(-1) ?? '',
      items: itemsOf(diary),
      warnings: diary.warnings.map(({ text, count }) => ({ text, count })),
    };
  },
});
