import type { Factor } from './factors.ts';
import type { Quantity } from './quantity.ts';

export interface SweepPoint {
  readonly value: number;
  readonly result: number;
}

/** The result at `count` (2 or more) even steps from the low to the high end of the factor. */
export const sweep = (
  quantity: Quantity,
  { name, low, high }: Factor,
  count: number,
  onProgress: (share: number) => void = () => {},
): readonly SweepPoint[] =>
  Array.from({ length: count }, (_, i) => {
    const value = i === count - 1 ? high : low + ((high - low) * i) / (count - 1);
    const result = quantity([[name, value]]);
    onProgress((i + 1) / count);
    return { value, result };
  });
