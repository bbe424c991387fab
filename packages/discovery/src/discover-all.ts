import { type Timeline, withOutcome } from '@zonula/timeline';
import { defaultRule } from './decide.ts';
import { type DiscoverOptions, discover } from './discover.ts';
import type { Suspect, SuspectDocument, Suspects } from './suspects.ts';
import { testOf } from './words.ts';

/**
 * Several outcomes of one diary, claims decided together: the document of the first outcome, with those of
 * the others in `others`. `worthwhile` is in points of the first; the others take their own default. Asking of many outcomes and reporting those where something turned up would accuse
 * by chance ever more often; so when R of K outcomes hold claims, each may be wrong only at R / K times the
 * usual rate (Benjamini & Bogomolov 2014), whereby the expected share of wrong claims stays below the rate
 * over all outcomes and on average over those with claims. One outcome is as `discover` alone.
 * @param outcomes ids or `category/name`, at least one; the same outcome twice counts once
 */
export const discoverAll = (
  timeline: Timeline,
  outcomes: readonly string[],
  options: Omit<DiscoverOptions, 'outcome'>,
): Suspects => {
  if (outcomes.length === 0) throw new RangeError('at least one outcome is needed');
  const asked = new Map<string, Timeline>();
  for (const wanted of outcomes) {
    const laid = withOutcome(timeline, wanted);
    const id = laid.outcome ?? wanted;
    if (!asked.has(id)) asked.set(id, laid);
  }
  const { onProgress, worthwhile, ...rest } = options;
  const documents = [...asked].map(([outcome, laid], k) =>
    discover(laid, {
      ...rest,
      outcome,
      ...(worthwhile !== undefined && k === 0 ? { worthwhile } : {}),
      ...(onProgress ? { onProgress: (share) => onProgress((k + share) / asked.size) } : {}),
    }),
  );
  const [first, ...others] = decideTogether(documents);
  return others.length === 0 ? first : { ...first, others };
};

/** Takes back the claims that do not hold at the rate for all outcomes asked at once. */
export const decideTogether = (
  documents: readonly SuspectDocument[],
  falseDiscoveryRate: number = defaultRule.falseDiscoveryRate,
): SuspectDocument[] => {
  let kept = documents.map(({ suspects }) => claimedAt(suspects, falseDiscoveryRate));
  for (;;) {
    const holding = kept.filter((claims) => claims.size > 0).length;
    const rate = (falseDiscoveryRate * holding) / documents.length;
    const next = documents.map(({ suspects }) => claimedAt(suspects, rate));
    if (next.filter((claims) => claims.size > 0).length === holding)
      return documents.map((document, k) => withClaims(document, next[k]));
    kept = next;
  }
};

/** Of the claims, the most probable ones whose expected share of wrong ones is at most the rate. */
const claimedAt = (suspects: readonly Suspect[], rate: number): Set<Suspect> => {
  const claims = new Set<Suspect>();
  let wrong = 0;
  const likely = suspects.filter(({ verdict }) => verdict === 'likely');
  for (const suspect of likely.sort((a, b) => b.probability - a.probability)) {
    wrong += 1 - suspect.probability;
    if (wrong > rate * (claims.size + 1)) break;
    claims.add(suspect);
  }
  return claims;
};

const withClaims = (document: SuspectDocument, claims: ReadonlySet<Suspect>): SuspectDocument => {
  const suspects = document.suspects.map((suspect) =>
    suspect.verdict === 'possible' || claims.has(suspect)
      ? suspect
      : {
          ...suspect,
          verdict: 'possible' as const,
          why: 'rate' as const,
          test: testOf(suspect.members, 'rate'),
        },
  );
  return {
    ...document,
    suspects,
    claims: suspects.filter(({ verdict }) => verdict === 'likely').map(({ members }) => members),
  };
};
