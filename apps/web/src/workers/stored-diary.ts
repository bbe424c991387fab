import type { Diary } from '@zonula/diary';
import { type Journal, openJournal } from '@zonula/journal';
import { databases, type Whose } from '../journal/databases.ts';

/** A diary that lies in the browser's database: a worker reads it there, since ten years of it would hold up the page. */
export interface StoredDiary {
  readonly whose: Whose;
  /** Only days before this one. */
  readonly before?: string;
}

/** A question about a diary, as the page asks it. */
export type OfStored<Ask extends { readonly diary: Diary }> = Omit<Ask, 'diary'> & {
  readonly diary: StoredDiary;
};

/** Opens the journal for as long as `work` takes. */
export const inJournal = async <T>(
  { whose }: Pick<StoredDiary, 'whose'>,
  work: (journal: Journal) => Promise<T>,
): Promise<T> => {
  const journal = await openJournal(
    {
      indexedDB,
      IDBKeyRange,
      now: () => Date.now(),
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
      later: (work) => setTimeout(work, 0),
      onClosed: () => undefined,
    },
    databases[whose],
  );
  try {
    return await work(journal);
  } finally {
    journal.close();
  }
};

export const diaryIn = async (journal: Journal, { before }: StoredDiary): Promise<Diary> => {
  const diary = await journal.diary();
  return before === undefined
    ? diary
    : { ...diary, observations: diary.observations.filter(({ date }) => date < before) };
};

/** The question with the diary itself. */
export const withDiary = async <Ask extends { readonly diary: StoredDiary }>(
  ask: Ask,
): Promise<Omit<Ask, 'diary'> & { readonly diary: Diary }> => ({
  ...ask,
  diary: await inJournal(ask.diary, (journal) => diaryIn(journal, ask.diary)),
});
