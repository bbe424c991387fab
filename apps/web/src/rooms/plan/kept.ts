import { useJournal, useLive } from '../../journal/context.tsx';
import { type Kept, readKept } from './read-kept.ts';

const key = 'plan';
export const mostQuestions = 3;
export const longestQuestion = 120;

/** What the person does of their plan and wants to ask; lives in the journal, so it is undone and backed up like entries. */
export const useKept = () => {
  const { journal, announce } = useJournal();
  const kept = useLive(async (open) => readKept(await open.document('settings', key)), []);
  const keep = async (next: (before: Kept) => Kept, said: string): Promise<void> => {
    await journal.change('settings', key, (before) => {
      const { taken, questions } = next(readKept(before));
      return {
        taken: taken.map(({ id, since, done }) => ({ id, since, done: [...done] })),
        questions: [...questions],
      };
    });
    announce(said);
  };
  return { kept, keep };
};
