import type { Item } from './items.ts';

/** Regular use lasts at least two weeks ... */
export const MIN_REGULAR_DAYS = 14;
/** ... on at least half of the days written down, so that now-and-then use is not one ... */
const MIN_REGULAR_SHARE = 0.5;
/** ... and ends when this many written days in a row pass without it. */
const STOP_DAYS = 7;

export interface Regime {
  readonly from: number;
  /** Last day of use. */
  readonly to: number;
}

/**
 * Stretches of regular use of a medicine or skin product, for break points only: days that were
 * written down without it count against regular use even where the exposure itself is unknown.
 */
export const regularUse = (item: Item, logged: Uint8Array): readonly Regime[] => {
  const used = new Uint8Array(logged.length);
  for (const row of item.rows) if (row.value > 0) used[row.day] = 1;
  const regimes: Regime[] = [];
  let from = -1;
  let to = -1;
  let without = 0;
  let uses = 0;
  let written = 0;
  let writtenAtLastUse = 0;
  const close = (): void => {
    if (
      from >= 0 &&
      to - from + 1 >= MIN_REGULAR_DAYS &&
      uses >= MIN_REGULAR_SHARE * writtenAtLastUse
    ) {
      regimes.push({ from, to });
    }
    from = -1;
  };
  for (let day = 0; day < logged.length; day += 1) {
    if (logged[day] === 0) continue;
    if (used[day] === 1) {
      if (from < 0) {
        from = day;
        uses = 0;
        written = 0;
      }
      uses += 1;
      written += 1;
      writtenAtLastUse = written;
      to = day;
      without = 0;
    } else if (from >= 0) {
      written += 1;
      without += 1;
      if (without >= STOP_DAYS) close();
    }
  }
  close();
  return regimes;
};

/** 1 on the days of regular use. */
export const onOff = (regimes: readonly Regime[], days: number): Float64Array => {
  const column = new Float64Array(days);
  for (const { from, to } of regimes) column.fill(1, from, to + 1);
  return column;
};
