import { importers, readDiary, tidyImporter } from '@zonula/diary';
import { answerAll } from '../answer.ts';
import type { FileQuestions } from './questions.ts';

async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

answerAll<FileQuestions>({
  read: ({ file, today }) =>
    readDiary(chunksOf(file), {
      file: file.name,
      today,
      format: 'auto',
      importers: [tidyImporter, ...importers],
    }),
});
