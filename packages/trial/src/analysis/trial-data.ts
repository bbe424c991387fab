import type { Period, TrialDesign } from '../design.ts';
import type { ArmResponse } from './arm-model.ts';

/** A trial as it took place, on regular days; index 0 is its first day. */
export interface TrialData {
  readonly design: TrialDesign;
  /**
   * The periods as they took place: a postponed one starts later than planned, days between periods
   * belong to none, and a trial that was stopped has fewer of them.
   */
  readonly periods: readonly Period[];
  /** The score per day; NaN where unknown. */
  readonly outcome: Float64Array;
  /** What the person really had: 1, 0 or a share of the day's usual; NaN where unknown. */
  readonly exposure: Float64Array | null;
}

/** The periods whose arm was drawn, in their order. */
export const drawnPeriodsOf = ({ periods }: Pick<TrialData, 'periods'>): readonly Period[] =>
  periods.filter(({ block }) => block !== null);

/** Days of the trial that count: in a drawn period, after its washout. 1 or 0 per day. */
export function analysedDays(periods: readonly Period[], days: number): Uint8Array {
  const counts = new Uint8Array(days);
  for (const { block, start, washout, days: length } of periods)
    if (block !== null) counts.fill(1, start + washout, Math.min(start + length, days));
  return counts;
}

/** Each drawn period acts fully on its analysed days and on no other. `units` may exceed the periods. */
export function immediateResponse(
  periods: readonly Period[],
  units: number,
  days: number,
): ArmResponse {
  const drawn = drawnPeriodsOf({ periods });
  return {
    days,
    fixed: new Float64Array(days),
    units: Array.from({ length: units }, (_, u) => {
      const column = new Float64Array(days);
      const period = drawn[u];
      if (period !== undefined)
        column.fill(1, period.start + period.washout, period.start + period.days);
      return column;
    }),
  };
}

/** Per day 1 where the exposure is planned and the day counts, 0 elsewhere. */
export function armDays(data: TrialData): Float64Array {
  const days = new Float64Array(data.outcome.length);
  for (const { arm, start, washout, days: length } of drawnPeriodsOf(data))
    if (arm === 'with') days.fill(1, start + washout, start + length);
  return days;
}
