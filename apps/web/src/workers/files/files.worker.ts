import { importers, readDiary, SeveralPeople, tidyImporter } from '@zonula/diary';
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
  read: async ({ file, today, person }) => {
    try {
      const diary = await readDiary(chunksOf(file), {
        file: file.name,
        today,
        format: 'auto',
        importers: [tidyImporter, ...importers],
        ...(person === null ? {} : { person }),
      });
      return { kind: 'diary', diary };
    } catch (error) {
      if (!(error instanceof SeveralPeople)) throw error;
      return { kind: 'several', people: error.people, complete: error.complete };
    }
  },
});
