interface Written {
  readonly clock: string;
}

const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && 'clock' in value;

/**
 * `next`, or `before` where both are lists of the same writings; what both hold is taken from `before`. So what was drawn from a writing that
 * has not changed need not be drawn again. Anything but lists of writings is left as it is.
 */
export const reuse = <T>(before: T | undefined, next: T): T => {
  if (!Array.isArray(before) || !Array.isArray(next) || !next.every(isWritten)) return next;
  const known = new Map(before.filter(isWritten).map((one) => [one.clock, one]));
  const list = next.map((one) => known.get(one.clock) ?? one);
  const same = list.length === before.length && list.every((one, k) => one === before[k]);
  return same ? before : (list as T);
};
