/**
 * What is believed of an exposure before any person is seen. Nobody responds with probability 1 - `some`. Otherwise each person responds with
 * probability `share` ~ Beta(a, b); the effect is nothing in all others and N(mean, spread^2) in those who do, with mean ~ N(0, meanSd^2)
 * and spread ~ half-normal(spreadScale). Effects are shares of the scale's range: 0.1 is one point of ten.
 */
export interface MixturePrior {
  readonly name: string;
  readonly some: number;
  readonly share: readonly [number, number];
  readonly meanSd: number;
  readonly spreadScale: number;
}

/** Few respond, effects are about a tenth of the scale: what is reported first. */
export const referencePrior: MixturePrior = {
  name: 'reference',
  some: 0.5,
  share: [1, 3],
  meanSd: 0.1,
  spreadScale: 0.05,
};

/** Most exposures act in nobody, and where they act, on few and little. */
export const scepticalPrior: MixturePrior = {
  name: 'sceptical',
  some: 0.1,
  share: [1, 9],
  meanSd: 0.05,
  spreadScale: 0.05,
};

/** Any share is as likely as any other, and effects may be large. */
export const openPrior: MixturePrior = {
  name: 'open',
  some: 0.5,
  share: [1, 1],
  meanSd: 0.2,
  spreadScale: 0.1,
};

/** Told side by side, so that what the data say can be told from what was put in. */
export const threePriors: readonly MixturePrior[] = [referencePrior, scepticalPrior, openPrior];

/** Throws RangeError where a prior is none. */
export const checkPrior = ({ some, share, meanSd, spreadScale }: MixturePrior): void => {
  if (!(some > 0 && some < 1)) throw new RangeError('`some` must lie between 0 and 1');
  if (![...share, meanSd, spreadScale].every((value) => Number.isFinite(value) && value > 0))
    throw new RangeError('every width and shape of a prior must be above 0');
};
