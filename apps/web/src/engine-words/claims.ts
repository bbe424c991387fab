import { type Claim, type Evidence, quotedClaim } from '@zonula/evidence';
import german from './claims.de.json' with { type: 'json' };

export interface ClaimWords {
  readonly claim: string;
  readonly summary: string;
  readonly correction?: string | undefined;
  readonly safety?: string | undefined;
}

/** German of the claims by id; `of` is the start of a digest of the English words it was made from. */
export const germanClaims: ReadonlyMap<string, ClaimWords & { readonly of: string }> = new Map(
  Object.entries(german),
);

/** Words of a claim in the person's language. */
export const claimIn = (language: string, claim: Claim): ClaimWords =>
  (language === 'de' ? germanClaims.get(claim.id) : undefined) ?? claim;

/** The sentence as people say it, in quotation marks of the language. */
export const quoted = (sentence: string, language: string): string =>
  language === 'de'
    ? `„${sentence.replaceAll('„', '‚').replaceAll('“', '‘')}“`
    : quotedClaim({ claim: sentence });

/** The same for whoever looks a sentence up by its English words. */
export const claimPairs = ({ claims }: Evidence): readonly (readonly [string, string])[] =>
  claims.flatMap((claim) => {
    const own = germanClaims.get(claim.id);
    if (own === undefined) return [];
    return (['claim', 'summary', 'correction', 'safety'] as const).flatMap((part) => {
      const [english, words] = [claim[part], own[part]];
      return english === undefined || words === undefined ? [] : [[english, words] as const];
    });
  });

/** Without its ending, where that leaves enough. */
const stemOf = (word: string): string =>
  word.length > 5 ? word.replace(/(?:e[rnms]?|n|s)$/u, '') : word;

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Claims whose German holds all the words, or their beginnings; those in whose sentence they stand first. */
export const searchGerman = (claims: readonly Claim[], typed: string): readonly Claim[] => {
  const words = (folded(typed).match(/[\p{L}\p{N}]+/gu) ?? []).map(stemOf);
  const scored = claims.map((claim) => {
    const own = germanClaims.get(claim.id);
    if (own === undefined) return { claim, score: 0 };
    const sentence = folded(own.claim);
    const rest = folded([own.summary, own.correction, own.safety].join(' '));
    const scores = words.map((word) => (sentence.includes(word) ? 3 : rest.includes(word) ? 1 : 0));
    return { claim, score: scores.includes(0) ? 0 : scores.reduce<number>((a, b) => a + b, 0) };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ claim }) => claim);
};
