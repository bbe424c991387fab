import {
  type Claim,
  createEvidence,
  type Evidence,
  quotedClaim,
  shortCitation,
} from '@zonula/evidence';
import { answerAll } from '../answer.ts';
import type { EvidenceQuestions, LearnClaim } from './questions.ts';

let evidence: Evidence | null = null;

const shown = (claim: Claim): LearnClaim => ({
  id: claim.id,
  claim: quotedClaim(claim),
  topic: claim.topic,
  conditions: claim.conditions,
  verdict: claim.verdict,
  certainty: claim.certainty,
  summary: claim.summary,
  correction: claim.correction ?? null,
  safety: claim.safety ?? null,
  sources: claim.citations.map(shortCitation),
});

answerAll<EvidenceQuestions>({
  find: ({ words, conditions }) => {
    evidence ??= createEvidence();
    const found = words.trim() === '' ? evidence.claims : evidence.search(words);
    const wanted =
      conditions.length === 0
        ? found
        : found.filter((claim) => claim.conditions.some((one) => conditions.includes(one)));
    return wanted.map(shown);
  },
});
