import type { Claim } from '@zonula/evidence';

/** The document of `evidence --json`. */
export const documentOf = (query: string, claims: readonly Claim[]) => ({
  query,
  claims: claims.map(({ words: _, ...claim }) => claim),
});
