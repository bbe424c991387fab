import type { Figure } from './summary.ts';

export interface Suite {
  readonly name: string;
  /** Takes minutes; only with --long. */
  readonly long: boolean;
  readonly run: (runs: number) => Promise<Figure[]>;
}
