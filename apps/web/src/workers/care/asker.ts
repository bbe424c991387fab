import type { Journal } from '@zonula/journal';
import { todayHere } from '../../browser.ts';
import { whoseDiary } from '../../journal/open.ts';
import { foundBefore } from '../kept-found.ts';
import type { OfStored } from '../stored-diary.ts';
import type { Asker } from './questions.ts';

/** Whoever sits here, with their whole diary, as the worker wants to know them. */
export const loadAsker = async (journal: Journal): Promise<OfStored<Asker>> => {
  const profile = await journal.document('profile');
  if (profile === null) throw new Error('there is no profile');
  return {
    diary: { whose: whoseDiary() },
    profile,
    corrections: (await journal.documents('food-correction')).map(({ value }) => value),
    today: todayHere(),
    // As the page says it speaks: who asks without showing anything loads no words.
    language: document.documentElement.lang === 'de' ? 'de' : 'en',
    found: foundBefore(),
  };
};
