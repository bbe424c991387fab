import { z } from 'zod';
import compiled from '../assets/claims.json' with { type: 'json' };
import { type Claim, claimSchema } from './claim.ts';
import { isAboutItself, linksFor, readLinks, type Subject } from './links.ts';
import { priorOddsOf } from './prior.ts';
import { createSearch } from './search.ts';

/** What the literature lends to the prior of one thing. */
export interface EvidencePrior {
  /** Factor on the prior odds, 1/2 to 2; 1 where nothing is known. */
  readonly odds: number;
  /** The claim it comes from. */
  readonly claim: Claim;
}

export interface Evidence {
  /** All claims, by id. */
  readonly claims: readonly Claim[];
  /** A claim by its id, in any case; null where there is none. */
  claim(id: string): Claim | null;
  /** Claims that speak of all words, best first; of any, where none speaks of all. */
  search(query: string): readonly Claim[];
  /** What is known of a subject, without repeats; links to its condition come before general ones. */
  claimsFor(subject: Subject): readonly Claim[];
  /**
   * The claim that says the subject acts on its condition and moves the odds furthest; null without one. What
   * speaks against one part of a dish does not speak against the dish.
   */
  priorFor(subject: Subject): EvidencePrior | null;
}

/** The evidence that comes with the product. */
export const createEvidence = (): Evidence => {
  const claims = z.array(claimSchema).parse(compiled);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const links = readLinks();
  const known = (ids: readonly string[]): readonly Claim[] =>
    ids.flatMap((id) => byId.get(id) ?? []);
  let search: ReturnType<typeof createSearch> | null = null;
  return {
    claims,
    claim: (id) => byId.get(id.trim().toUpperCase()) ?? null,
    search: (query) => known((search ??= createSearch(claims))(query)),
    claimsFor: (subject) => {
      const rows = linksFor(links, subject);
      const ordered =
        subject.condition === undefined
          ? rows
          : [...rows].sort((a, b) => Number(!a.condition) - Number(!b.condition));
      return known([...new Set(ordered.flatMap((row) => row.claims))]);
    },
    priorFor: (subject) => {
      if (subject.condition === undefined) return null;
      let best: EvidencePrior | null = null;
      for (const link of linksFor(links, subject)) {
        const claim = link.acts === undefined ? undefined : byId.get(link.acts);
        if (claim === undefined) continue;
        const odds = priorOddsOf(claim);
        if (odds < 1 && !isAboutItself(link, subject)) continue;
        if (best === null || Math.abs(Math.log(odds)) > Math.abs(Math.log(best.odds)))
          best = { odds, claim };
      }
      return best;
    },
  };
};
