import { createHash } from 'node:crypto';

/** How many rows there are and a digest of them that does not depend on their order. */
export interface Sum {
  readonly rows: number;
  /** SHA-256 of each row, all added up modulo 2^256, in hex. */
  readonly sum: string;
}

const modulus = 1n << 256n;

/** Adds rows up as they come. */
export const createSum = () => {
  let [rows, total] = [0, 0n];
  return {
    add: (row: string): void => {
      rows++;
      const digest = createHash('sha256').update(row).digest('hex');
      total = (total + BigInt(`0x${digest}`)) % modulus;
    },
    result: (): Sum => ({ rows, sum: total.toString(16).padStart(64, '0') }),
  };
};
