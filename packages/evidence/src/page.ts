import type { Claim } from './claim.ts';
import {
  citationWords,
  effectWords,
  type Identifier,
  identifiersOf,
  quotedClaim,
  verdictWords,
} from './words.ts';

/** A page as a plain value: every rendering says the same. */
export interface Page {
  readonly id: string;
  readonly claim: string;
  readonly verdict: string;
  readonly about: readonly (readonly [string, string])[];
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly sources: readonly { readonly text: string; readonly at: readonly Identifier[] }[];
}

export const pageOf = (claim: Claim): Page => {
  const section = (title: string, lines: readonly (string | undefined)[]) => {
    const said = lines.filter((line) => line !== undefined);
    return said.length > 0 ? [{ title, lines: said }] : [];
  };
  return {
    id: claim.id,
    claim: quotedClaim(claim),
    verdict: verdictWords(claim),
    about: [
      ['Topic', claim.topic],
      ...(claim.conditions.length > 0 ? ([['Skin', claim.conditions.join(', ')]] as const) : []),
    ],
    sections: [
      ...section('What is known', [claim.summary]),
      ...section('What is wrong with the sentence', [claim.correction]),
      ...section('What was measured', claim.effects.map(effectWords)),
      ...section('In whom', [claim.population]),
      ...section('After how long', [claim.delay]),
      ...section('Safety', [claim.safety]),
    ],
    sources: claim.citations.map((citation) => ({
      text: citationWords(citation),
      at: identifiersOf(citation),
    })),
  };
};

/** Said with every page. */
export const pageNotice =
  'This is about people in studies, not about you. It is not medical advice.';
