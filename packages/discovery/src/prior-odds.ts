import type { Twins } from './problem.ts';
import type { SuspectDocument } from './suspects.ts';
import { testOf } from './words.ts';

/** Factor on the prior odds that an exposure acts at all; 1 changes nothing. */
export type PriorOdds = (id: string) => number;

/** A finite factor above 0; throws a RangeError that names the exposure otherwise. */
const checked = (id: string, odds: number): number => {
  if (Number.isFinite(odds) && odds > 0) return odds;
  throw new RangeError(`the prior odds of ${id} must be a finite number above 0, not ${odds}`);
};

/** One factor a column: exposures that share it lend the geometric mean of theirs. */
export const oddsOfTwins = (twins: readonly Twins[], priorOdds: PriorOdds): Float64Array =>
  Float64Array.from(twins, ({ members }) => {
    const logs = members.map(({ id }) => Math.log(checked(id, priorOdds(id))));
    return Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
  });

/**
 * The document with prior odds, less what the diary alone does not bear out: a suspect stays likely only
 * if one that is likely without them lies within it. So prior odds can take a claim away, never add one.
 */
export const heldByDiary = (
  withOdds: SuspectDocument,
  without: SuspectDocument,
  priorOdds: PriorOdds,
): SuspectDocument => {
  const suspects = withOdds.suspects.map((suspect) => {
    const members = new Set(suspect.members);
    const held = without.claims.some((claim) => claim.every((id) => members.has(id)));
    return suspect.verdict === 'possible' || held
      ? suspect
      : {
          ...suspect,
          verdict: 'possible' as const,
          why: 'unsure' as const,
          test: testOf(suspect.members, 'unsure'),
        };
  });
  return {
    ...withOdds,
    suspects,
    claims: suspects.filter(({ verdict }) => verdict === 'likely').map(({ members }) => members),
    priorOdds: withOdds.exposures
      .filter(({ identifiable }) => identifiable)
      .map(({ id }) => ({ id, odds: checked(id, priorOdds(id)) }))
      .filter(({ odds }) => odds !== 1),
  };
};
