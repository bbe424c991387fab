import type { Item } from './items.ts';

/** Mean of an item's rows per day; NaN where it has none. */
export const dailyMeans = (item: Item, days: number): Float64Array => {
  const values = new Float64Array(days).fill(Number.NaN);
  const counts = new Int32Array(days);
  for (const row of item.rows) {
    counts[row.day]! += 1;
    values[row.day] = counts[row.day] === 1 ? row.value : values[row.day]! + row.value;
  }
  for (let day = 0; day < days; day += 1) if (counts[day]! > 1) values[day]! /= counts[day]!;
  return values;
};

/** Days on either side whose mean fills a gap: about a month, longer than a flare, shorter than a season. */
const FILL_REACH_DAYS = 14;

/**
 * Fills gaps in place with the mean of the known values within two weeks on either side, or of all
 * when there are none. Returns how many logged days were filled.
 */
export const fillWithRunningMean = (values: Float64Array, logged: Uint8Array): number => {
  const days = values.length;
  const sums = new Float64Array(days + 1);
  const counts = new Int32Array(days + 1);
  for (let day = 0; day < days; day += 1) {
    const known = !Number.isNaN(values[day]!);
    sums[day + 1] = sums[day]! + (known ? values[day]! : 0);
    counts[day + 1] = counts[day]! + (known ? 1 : 0);
  }
  const overall = counts[days] === 0 ? 0 : sums[days]! / counts[days]!;
  let filled = 0;
  for (let day = 0; day < days; day += 1) {
    if (!Number.isNaN(values[day]!)) continue;
    const from = Math.max(0, day - FILL_REACH_DAYS);
    const to = Math.min(days, day + FILL_REACH_DAYS + 1);
    const count = counts[to]! - counts[from]!;
    values[day] = count === 0 ? overall : (sums[to]! - sums[from]!) / count;
    filled += logged[day]!;
  }
  return filled;
};

/** Subtracts the mean in place. */
export const centre = (values: Float64Array): Float64Array => {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  for (let day = 0; day < values.length; day += 1) values[day]! -= mean;
  return values;
};
