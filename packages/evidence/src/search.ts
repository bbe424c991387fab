import MiniSearch from 'minisearch';
import type { Claim } from './claim.ts';

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Words that say nothing about what is looked for. */
const idle = new Set(
  'a an and are as at be by can do does for from good get gets how i in is it my of on or that the to until what when with'.split(
    ' ',
  ),
);

/** Where no claim holds all words, those that come near the best one. */
const leastOfBest = 0.5;

/** Full-text search over claims (MiniSearch, BM25+): from a query to ids, best first. */
export const createSearch = (claims: readonly Claim[]): ((query: string) => readonly string[]) => {
  const index = new MiniSearch<Claim>({
    fields: ['claim', 'words', 'topic', 'conditions', 'summary', 'correction', 'safety'],
    extractField: (claim, field) => {
      const value = claim[field as keyof Claim];
      return Array.isArray(value) ? value.join(' ') : ((value ?? '') as string);
    },
    processTerm: (term) => {
      const word = plain(term);
      return idle.has(word) ? null : word;
    },
    searchOptions: {
      boost: { words: 3, topic: 3, conditions: 3, claim: 2 },
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  });
  index.addAll(claims);
  return (query) => {
    const all = index.search(query, { combineWith: 'AND' });
    if (all.length > 0) return all.map(({ id }) => id as string);
    const any = index.search(query);
    const least = leastOfBest * (any[0]?.score ?? 0);
    return any.filter(({ score }) => score >= least).map(({ id }) => id as string);
  };
};
