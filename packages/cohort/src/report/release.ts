/**
 * What may leave the room: figures over enough people, nobody's own. Every figure is about at least `minimumCell` people and leaves out either
 * none or as many; counts are rounded down to fives, so that two reports that differ by one person do not tell on them.
 */
import { benjaminiHochberg } from '@zonula/numerics';
import type { Estimate } from '../mixture/describe.ts';
import type { MixturePrior } from '../mixture/prior.ts';
import type { PooledCohort } from '../pool-persons.ts';
import { checkMinimumCell, coarse, defaultMinimumCell, mayPublish } from '../privacy.ts';
import type { Coefficient } from '../within-between/within-between.ts';

interface ReleasedPrior {
  readonly name: string;
  readonly some: number;
  readonly share: Estimate;
  readonly mean: Estimate;
}

/** Shares of the scale's range, and shares of people. */
export interface ReleasedExposure {
  readonly exposure: string;
  readonly outcome: string;
  readonly measure: 'peak' | 'lasting';
  /** Down to a multiple of five. */
  readonly people: number;
  readonly some: number;
  readonly claimed: boolean;
  readonly share: Estimate;
  readonly mean: Estimate;
  readonly spread: Estimate;
  readonly average: Estimate;
  /** Days; null where hardly anybody responds. */
  readonly delay: Estimate | null;
  /** Share of the estimates' variation between people that is more than chance. */
  readonly i2: number | null;
  readonly priors: readonly ReleasedPrior[];
  /** How far people's own estimates lie apart, and how far once each is drawn towards the others. */
  readonly ownSpread: number;
  readonly drawnSpread: number;
  /** People who respond with probability 0.5 or more, down to a multiple of five; null where they are too few, or all but a few. */
  readonly likelyResponders: number | null;
}

export interface ReleasedContrast {
  readonly exposure: string;
  readonly outcome: string;
  readonly people: number;
  readonly withinPerson: number;
  readonly standardError: number;
  /** All days thrown together; not what the exposure does. */
  readonly pooled: number;
  readonly p: number;
  /** Smallest false discovery rate at which it would be a finding, over all exposures, shown or not. */
  readonly adjustedP: number;
  /** Of the mixed model, which stands on other people than the differences; null where these are too few, or all but a few. */
  readonly within: Estimate | null;
  readonly between: Estimate | null;
}

export interface Release {
  readonly minimumCell: number;
  /** In the order of `priors` of each exposure; the first is reported. */
  readonly priors: readonly MixturePrior[];
  readonly people: number;
  /** People whose diary discovery could judge; null where too few, or all but a few, could be. */
  readonly judged: number | null;
  readonly level: number;
  readonly rate: number;
  readonly exposures: readonly ReleasedExposure[];
  readonly contrasts: readonly ReleasedContrast[];
  /** Exposures held back because too few people, or all but a few, stand behind them. */
  readonly heldBack: { readonly exposures: number; readonly contrasts: number };
}

/** Throws RangeError for a minimum below 2, and when the whole cohort is smaller than it. */
export function releaseOf(pooled: PooledCohort, minimumCell: number = defaultMinimumCell): Release {
  checkMinimumCell(minimumCell);
  if (pooled.people < minimumCell)
    throw new RangeError(
      `there are fewer than ${minimumCell} people: nothing about them may be published`,
    );
  const allowed = (people: number): boolean => mayPublish(people, pooled.people, minimumCell);
  const exposures = pooled.exposures.filter(({ people }) => allowed(people));
  const compared = pooled.contrasts.filter(({ differences }) => differences !== null);
  const adjusted = benjaminiHochberg(compared.map(({ differences }) => differences!.p));
  const contrasts = compared
    .map((contrast, i) => ({ ...contrast, adjustedP: adjusted[i]! }))
    .filter(({ differences }) => allowed(differences!.people));
  return {
    minimumCell,
    priors: pooled.priors,
    people: coarse(pooled.people),
    judged: allowed(pooled.judged) ? coarse(pooled.judged) : null,
    level: pooled.level,
    rate: pooled.rate,
    exposures: exposures.map(
      ({ exposure, outcome, measure, people, posterior, sensitivity, delay, ...rest }) => ({
        exposure,
        outcome,
        measure,
        people: coarse(people),
        some: posterior.some,
        claimed: rest.claimed,
        share: posterior.share,
        mean: posterior.mean,
        spread: posterior.spread,
        average: posterior.average,
        // A delay stands on those who respond alone.
        delay: delay !== null && delay.responders >= minimumCell ? delay.typical : null,
        i2: rest.heterogeneity?.i2 ?? null,
        ownSpread: rest.drawn.ownSpread,
        drawnSpread: rest.drawn.drawnSpread,
        likelyResponders:
          allowed(rest.drawn.likely) && mayPublish(rest.drawn.likely, people, minimumCell)
            ? coarse(rest.drawn.likely)
            : null,
        priors: sensitivity.map(({ prior, posterior: under }) => ({
          name: prior.name,
          some: under.some,
          share: under.share,
          mean: under.mean,
        })),
      }),
    ),
    contrasts: contrasts.map(({ exposure, outcome, differences, adjustedP, withinBetween }) => {
      const model = withinBetween !== null && allowed(withinBetween.people) ? withinBetween : null;
      return {
        exposure,
        outcome,
        people: coarse(differences!.people),
        withinPerson: differences!.withinPerson,
        standardError: differences!.standardError,
        pooled: differences!.pooled,
        p: differences!.p,
        adjustedP,
        within: model && asEstimate(model.within),
        between: model && asEstimate(model.between),
      };
    }),
    heldBack: {
      exposures: pooled.rare + pooled.exposures.length - exposures.length,
      contrasts: pooled.contrasts.length - contrasts.length,
    },
  };
}

const asEstimate = ({ estimate, interval, level }: Coefficient): Estimate => ({
  mean: estimate,
  interval,
  level,
});
