/**
 * What a person's days say about one exposure and one outcome, in a fixed number of figures, so that any
 * number of days and people can pass by one at a time (updates of Welford 1962).
 */
export interface PersonMoments {
  /** Days on which both exposure and outcome are known. */
  readonly days: number;
  /** Of these, days with an exposure above 0. */
  readonly daysWith: number;
  readonly meanExposure: number;
  readonly meanOutcome: number;
  /** Sum of squares of the exposure about its mean. */
  readonly exposureSquares: number;
  /** Sum of products of exposure and outcome about their means. */
  readonly products: number;
  /** Sum of squares of the outcome about its mean. */
  readonly outcomeSquares: number;
  /** Sum of the outcome over the days with an exposure above 0. */
  readonly outcomeWith: number;
}

export const noDays: PersonMoments = {
  days: 0,
  daysWith: 0,
  meanExposure: 0,
  meanOutcome: 0,
  exposureSquares: 0,
  products: 0,
  outcomeSquares: 0,
  outcomeWith: 0,
};

/** The moments with one more day; a day on which either is unknown (NaN) changes nothing. */
export const withDay = (
  before: PersonMoments,
  exposure: number,
  outcome: number,
): PersonMoments => {
  if (Number.isNaN(exposure) || Number.isNaN(outcome)) return before;
  const days = before.days + 1;
  const stepExposure = exposure - before.meanExposure;
  const stepOutcome = outcome - before.meanOutcome;
  const meanExposure = before.meanExposure + stepExposure / days;
  const meanOutcome = before.meanOutcome + stepOutcome / days;
  return {
    days,
    daysWith: before.daysWith + (exposure > 0 ? 1 : 0),
    meanExposure,
    meanOutcome,
    exposureSquares: before.exposureSquares + stepExposure * (exposure - meanExposure),
    products: before.products + stepExposure * (outcome - meanOutcome),
    outcomeSquares: before.outcomeSquares + stepOutcome * (outcome - meanOutcome),
    outcomeWith: before.outcomeWith + (exposure > 0 ? outcome : 0),
  };
};

/** Moments of two series of days, NaN where unknown. */
export const momentsOf = (
  exposure: ArrayLike<number>,
  outcome: ArrayLike<number>,
): PersonMoments => {
  let moments = noDays;
  for (let t = 0; t < outcome.length; t++) moments = withDay(moments, exposure[t]!, outcome[t]!);
  return moments;
};
