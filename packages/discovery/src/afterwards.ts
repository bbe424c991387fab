import { leastSquares, studentTCdf } from '@zonula/numerics';
import type { Exposure, Outcome } from '@zonula/timeline';
import { doseResponse } from './dose.ts';
import { countBefore } from './hours.ts';

/** Hours after a record in which a meal may be an answer to it, and hours before it in which one may be a cause. */
const after = 4;
const windows: readonly (readonly [number, number])[] = [
  [0, 2],
  [2, 4],
  [4, 12],
  [12, 24],
];
/** Records this many minutes apart are compared with each other only. */
const sameHours = 180;
const dayMinutes = 1440;
/** Portions below this are rounding. */
const negligible = 1e-9;
/** Days with records followed by the food, and days without, that a comparison needs. */
const leastEach = 8;
/** So much of the food must have its time, or where it was eaten is not known. */
const leastTimed = 0.8;

/**
 * Does what is eaten in the hours after a record explain that record, given what was eaten in the day before it, the record
 * before, the score of the day before and the hour? It cannot be a cause; when it explains, the symptom moves the plate
 * (the lead test of falsify.ts within the day). Least squares over the records; errors are those of whole days (Liang &
 * Zeger 1986). Degrees of freedom: the days with the food or those without, whichever are fewer, less one, as the rarer kind
 * carries the comparison, and no more than the days less the columns.
 * @returns two-sided p; 1 where times or days are too few
 */
export const testAfterwards = (outcome: Outcome, { timed: meals, dose }: Exposure): number => {
  const { timed, values } = outcome;
  if (timed === null || meals === null) return 1;
  const portions = meals.filter((_, i) => i % 3 === 2).reduce((sum, portion) => sum + portion, 0);
  const all = dose.filter((portion) => portion > 0).reduce((sum, portion) => sum + portion, 0);
  if (portions < leastTimed * all) return 1;
  const count = timed.length / 3;
  const at = (i: number): number => timed[3 * i] * dayMinutes + timed[3 * i + 1];
  const order = Array.from({ length: meals.length / 3 }, (_, i) => ({
    minute: meals[3 * i] * dayMinutes + meals[3 * i + 1],
    portions: meals[3 * i + 2],
  })).sort((a, b) => a.minute - b.minute);
  const minutes = Float64Array.from(order, ({ minute }) => minute);
  const eaten = new Float64Array(order.length + 1);
  order.forEach((meal, i) => {
    eaten[i + 1] = eaten[i] + meal.portions;
  });
  const portionsBetween = (from: number, to: number): number =>
    doseResponse(eaten[countBefore(minutes, to)] - eaten[countBefore(minutes, from)]);
  const average = mean(values.filter((value) => !Number.isNaN(value)));
  const timesOfDay = dayMinutes / sameHours;
  const columns = timesOfDay + 2 + windows.length + 1;
  const rows = new Float64Array(count * columns);
  const scores = Float64Array.from({ length: count }, (_, i) => timed[3 * i + 2]);
  const days = new Set<number>();
  const followed = new Set<number>();
  for (let i = 0; i < count; i++) {
    const row = rows.subarray(i * columns, (i + 1) * columns);
    const now = at(i);
    row[Math.floor(timed[3 * i + 1] / sameHours)] = 1;
    row[timesOfDay] = i > 0 && now - at(i - 1) <= dayMinutes ? scores[i - 1] - average : 0;
    const yesterday = values[timed[3 * i] - 1];
    row[timesOfDay + 1] = Number.isNaN(yesterday ?? Number.NaN) ? 0 : yesterday - average;
    windows.forEach(([from, to], k) => {
      row[timesOfDay + 2 + k] = portionsBetween(now - to * 60, now - from * 60);
    });
    row[columns - 1] = portionsBetween(now + 1, now + after * 60 + 1);
    days.add(timed[3 * i]);
    if (row[columns - 1] > negligible) followed.add(timed[3 * i]);
  }
  const rarer = Math.min(followed.size, days.size - followed.size);
  if (rarer < leastEach) return 1;
  const { coefficients, kept, covarianceFactor } = leastSquares(rows, count, columns, scores);
  const last = kept.length - 1;
  const lead = coefficients[columns - 1];
  if (kept[last] !== columns - 1 || Number.isNaN(lead)) return 1;
  // The last row of (X'X)^-1 times what each day adds to X'e.
  const byDay = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    let fitted = 0;
    let weight = 0;
    kept.forEach((column, k) => {
      const x = rows[i * columns + column];
      fitted += x * coefficients[column];
      weight += x * covarianceFactor[last * kept.length + k];
    });
    const day = timed[3 * i];
    byDay.set(day, (byDay.get(day) ?? 0) + weight * (scores[i] - fitted));
  }
  const spare = days.size - kept.length;
  if (spare < 5) return 1;
  const freedom = Math.min(rarer - 1, spare);
  let squares = 0;
  for (const sum of byDay.values()) squares += sum * sum;
  const error = Math.sqrt((squares * days.size) / spare);
  return error > 0 ? 2 * studentTCdf(-Math.abs(lead / error), freedom) : 1;
};

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
