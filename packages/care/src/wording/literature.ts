import type { Suspect } from '@zonula/discovery';
import { type Claim, quotedClaim, shortCitation, verdictWords } from '@zonula/evidence';
import { hasMedicine, isMedicine } from '../medicine.ts';

/** What studies say of one thing that a person had or did, most fitting first; empty where nothing is held. */
export type Literature = (id: string) => readonly Claim[];

/** A claim beside a suspect: always about people in studies, never the person's own result. */
export interface Quote {
  readonly id: string;
  /** What people say, in quotation marks. */
  readonly claim: string;
  readonly verdict: string;
  readonly summary: string;
  /** What can go wrong; null where nothing is held. */
  readonly safety: string | null;
  /** One source to look up, and how many more there are. */
  readonly source: string;
}

export interface Quotes {
  readonly shown: readonly Quote[];
  /** Ids of further claims. */
  readonly more: readonly string[];
}

const most = 3;

const quoteOf = (claim: Claim): Quote => {
  const { citations } = claim;
  const best = citations.find(({ doi }) => doi !== undefined) ?? citations[0]!;
  const others = citations.length - 1;
  return {
    id: claim.id,
    claim: quotedClaim(claim),
    verdict: verdictWords(claim),
    summary: claim.summary,
    safety: claim.safety ?? null,
    source: `${shortCitation(best)}${others > 0 ? ` and ${others} more` : ''}`,
  };
};

/**
 * The claims beside one suspect. Where a medicine is among its members only what is known of the medicine
 * is quoted, so that nothing suggests to go without it.
 */
export const quotesFor = (suspect: Pick<Suspect, 'members'>, literature: Literature): Quotes => {
  const members = hasMedicine(suspect) ? suspect.members.filter(isMedicine) : suspect.members;
  const lists = members.map(literature);
  const claims = new Map<string, Claim>();
  // In turns, so that no member of a set crowds out the others.
  for (let rank = 0; rank < Math.max(0, ...lists.map(({ length }) => length)); rank++)
    for (const list of lists) {
      const claim = list[rank];
      if (claim) claims.set(claim.id, claim);
    }
  const all = [...claims.values()];
  return {
    shown: all.slice(0, most).map(quoteOf),
    more: all.slice(most).map(({ id }) => id),
  };
};

export const aboutOthers = 'About people in studies, not about you.';
export const nothingHeld =
  'Our evidence holds nothing on this. That speaks neither for it nor against it.';
