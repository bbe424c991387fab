import type { Journal } from '@zonula/journal';
import type { DiscoverAsk } from '../../workers/discover/questions.ts';
import { foundBefore } from '../../workers/kept-found.ts';
import type { OfStored } from '../../workers/stored-diary.ts';
import { evidenceOf, personIn, trialsOf } from '../trials/trial-document.ts';

/** What an analysis of the diary needs: the diary itself, and what finished trials said. */
export const loadDiscoverAsk = async (
  journal: Journal,
  outcome: string | null,
): Promise<OfStored<DiscoverAsk>> => ({
  ...(await personIn(journal)),
  trials: evidenceOf(await trialsOf(journal)),
  outcome,
  found: foundBefore(),
});
