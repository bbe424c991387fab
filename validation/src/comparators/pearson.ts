import type { Accuser } from './comparators.ts';
import { correlation, factorsOf, outcomeValues, pairsAt } from './pairs.ts';

const MIN_DAYS_WITH = 30;

/** Correlation of dose and outcome on the same and on the next day, shown above a threshold on |r|. */
export const pearsonRule =
  (threshold: number): Accuser =>
  (timeline, outcomeId) => {
    const outcome = outcomeValues(timeline, outcomeId);
    return factorsOf(timeline)
      .filter(({ dose }) =>
        [0, 1].some((lag) => {
          const { doses, outcomes } = pairsAt(dose, outcome, lag);
          if (doses.filter((d) => d > 0).length < MIN_DAYS_WITH) return false;
          return (
            Math.abs(correlation(Float64Array.from(doses), Float64Array.from(outcomes))) > threshold
          );
        }),
      )
      .map(({ id }) => id);
  };
