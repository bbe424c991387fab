/** Fewest people that a published figure may stand on. */
export const defaultMinimumCell = 10;

/** Throws RangeError below 2: a cell of one is a person. */
export const checkMinimumCell = (minimum: number): void => {
  if (!(Number.isInteger(minimum) && minimum >= 2))
    throw new RangeError('the smallest group must be a whole number of at least 2');
};

/**
 * Whether a figure over `people` of `all` people may be published: enough must be in it, and either none or enough left out, or the difference to the
 * figure over all would be a figure over the few.
 */
export const mayPublish = (people: number, all: number, minimum = defaultMinimumCell): boolean =>
  people >= minimum && (people === all || all - people >= minimum);

/** A count of people that may be published: down to a multiple of 5, so that no two counts differ by a single person. */
export const coarse = (people: number): number => Math.floor(people / 5) * 5;
