/** A published number beside what this package gets for it. */
export interface GoldenRow {
  /** Which published analysis. */
  readonly id: string;
  readonly quantity: string;
  readonly expected: number;
  readonly got: number;
  /** Largest absolute difference that still agrees: rounding of print plus 4 Monte Carlo errors. */
  readonly tolerance: number;
  readonly passed: boolean;
}

/** Reads a text file of the reference data by its name, such as `nof1/laughter.csv`. */
export type ReadFile = (name: string) => string;

export function goldenRow(
  id: string,
  quantity: string,
  expected: number,
  got: number,
  tolerance: number,
): GoldenRow {
  return { id, quantity, expected, got, tolerance, passed: Math.abs(got - expected) <= tolerance };
}
