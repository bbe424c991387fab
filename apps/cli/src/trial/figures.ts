/** At most two decimals. */
const two = (value: number): string => String(Number(value.toFixed(2)));

/** A difference in points, with its sign. */
export const signed = (value: number): string => `${value > 0 ? '+' : ''}${two(value)}`;

/** A probability in words. */
export const inHundred = (probability: number): string => {
  const percent = 100 * probability;
  if (percent > 99) return 'more than 99 in 100';
  return percent < 1 ? 'less than 1 in 100' : `${Math.round(percent)} in 100`;
};
