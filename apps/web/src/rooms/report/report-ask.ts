import type { Journal } from '@zonula/journal';
import { loadAsker } from '../../workers/care/asker.ts';
import type { ReportAsk } from '../../workers/care/questions.ts';
import type { OfStored } from '../../workers/stored-diary.ts';
import { readKept } from '../plan/read-kept.ts';
import type { Choice } from './choice.ts';

/** What the worker needs to make the page that was chosen. */
export const reportAsk = async (
  journal: Journal,
  choice: Choice,
  photos: ReportAsk['photos'],
): Promise<OfStored<ReportAsk>> => ({
  ...(await loadAsker(journal)),
  ...choice,
  questions: readKept(await journal.document('settings', 'plan')).questions,
  trials: (await journal.documents('trial')).flatMap(({ value }) => value.result ?? []),
  photos,
});
