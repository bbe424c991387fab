/**
 * Where a yes/no question changes its answer, by bisection: `answer(low)` and `answer(high)` must
 * differ. Stops when the place is known to `relative` of itself. Throws RangeError otherwise.
 */
export const findThreshold = (
  low: number,
  high: number,
  answer: (value: number) => boolean,
  relative = 1e-6,
): number => {
  const atLow = answer(low);
  if (atLow === answer(high)) throw new RangeError(`the answer is the same at ${low} and ${high}`);
  let [below, above] = [low, high];
  while (above - below > relative * Math.max(Math.abs(above), Math.abs(below), Number.MIN_VALUE)) {
    const middle = (below + above) / 2;
    if (middle === below || middle === above) break;
    if (answer(middle) === atLow) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
};
