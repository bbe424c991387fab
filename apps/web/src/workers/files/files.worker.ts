import {
  csvImporter,
  importers,
  readDiary,
  SeveralPeople,
  tableHead,
  tidyImporter,
  writeTidy,
} from '@zonula/diary';
import { answerAll } from '../answer.ts';
import { withDiary } from '../stored-diary.ts';
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
  table: async (ask) => new Blob([writeTidy((await withDiary(ask)).diary)]),
  read: async ({ file, today, person, map }) => {
    const known = [tidyImporter, ...importers];
    if (map === null) {
      const table = await tableHead(chunksOf(file), { file: file.name, importers: known });
      if (table !== null) return { kind: 'table', table };
    }
    try {
      const diary = await readDiary(chunksOf(file), {
        file: file.name,
        today,
        ...(map === null
          ? { format: 'auto', importers: known }
          : { format: 'csv', importers: [csvImporter], map }),
        ...(person === null ? {} : { person }),
      });
      return { kind: 'diary', diary };
    } catch (error) {
      if (!(error instanceof SeveralPeople)) throw error;
      return { kind: 'several', people: error.people, complete: error.complete };
    }
  },
});
