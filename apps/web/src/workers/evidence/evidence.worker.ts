import { type Claim, createEvidence, type Evidence, shortCitation } from '@zonula/evidence';
import { claimIn, quoted, searchGerman } from '../../engine-words/claims.ts';
import { answerAll } from '../answer.ts';
import type { EvidenceQuestions, LearnClaim } from './questions.ts';

let evidence: Evidence | null = null;

const shown = (claim: Claim, language: string): LearnClaim => {
  const { claim: sentence, summary, correction, safety } = claimIn(language, claim);
  return {
    id: claim.id,
    claim: quoted(sentence, language),
    topic: claim.topic,
    conditions: claim.conditions,
    verdict: claim.verdict,
    certainty: claim.certainty,
    summary,
    correction: correction ?? null,
    safety: safety ?? null,
    sources: claim.citations.map(shortCitation),
  };
};

/** What is found in the person's language, then what the English words and names of studies find besides. */
const search = ({ claims, search: find }: Evidence, words: string, language: string) =>
  language === 'de' ? [...new Set([...searchGerman(claims, words), ...find(words)])] : find(words);

answerAll<EvidenceQuestions>({
  find: ({ words, conditions, language }) => {
    evidence ??= createEvidence();
    const found = words.trim() === '' ? evidence.claims : search(evidence, words, language);
    const wanted =
      conditions.length === 0
        ? found
        : found.filter((claim) => claim.conditions.some((one) => conditions.includes(one)));
    return wanted.map((claim) => shown(claim, language));
  },
});
