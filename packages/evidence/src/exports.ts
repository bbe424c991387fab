export { createEvidence, type Evidence, type EvidencePrior } from './evidence.ts';
export type { Subject } from './links.ts';
export { pageNotice } from './page.ts';
export { forbiddenWord } from './plain-words.ts';
export { largestPriorOdds, priorOddsOf } from './prior.ts';
export { renderClaim } from './render-html.ts';
export { renderClaimEntry, renderClaimText } from './render-text.ts';
export { quotedClaim, shortCitation, verdictWords } from './words.ts';
