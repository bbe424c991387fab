import type { Clinic } from './catalogue.ts';

/** What cancelling costs at a given moment. */
export interface CancellationTerms {
  /** Until then (ms since 1970) cancelling is free. */
  readonly freeUntil: number;
  readonly free: boolean;
  /** What of the deposit the clinic keeps, in the smallest unit of its currency. */
  readonly kept: number;
}

/** By the rules in force when it was booked: `start` and `now` in ms since 1970, `deposit` in the smallest unit. */
export const cancellationTerms = (
  { freeUntilHours, keepsDeposit }: Clinic['cancellation'],
  { start, deposit, now }: { start: number; deposit: number; now: number },
): CancellationTerms => {
  const freeUntil = start - freeUntilHours * 3_600_000;
  const free = now <= freeUntil;
  return { freeUntil, free, kept: free || !keepsDeposit ? 0 : deposit };
};
