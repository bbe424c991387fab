import type { Exposure, Outcome } from '@zonula/timeline';
import { doseResponse } from './dose.ts';
import { convolve, type Kernel } from './kernels.ts';
import type { Twins } from './problem.ts';

/**
 * Hours instead of days for what is felt soon: when meals and symptoms are written down with their times,
 * only what was eaten before a symptom was recorded can have acted on it, and the day itself is split into
 * windows before the record. Later days stay whole days.
 */
export interface Clock {
  /** Per day, the minutes after midnight of its records; the person's usual minute where there is none. */
  readonly records: readonly (readonly number[])[];
  /** Minutes at which this person eats: where a dose without a time is expected to be. */
  readonly usual: readonly number[];
}

/** Both the food (in portions) and the outcome (in days) need this share with a time. */
const leastTimed = 0.8;
const dayMinutes = 1440;
/** Enough of the usual minutes to say which share of them lies in a window. */
const mostUsual = 200;

/** A gut or other symptom whose records and meals are timed; null for every other outcome or diary. */
export const clockOf = (exposures: readonly Exposure[], outcome: Outcome): Clock | null => {
  if (outcome.category !== 'gut' && outcome.category !== 'symptom') return null;
  if (outcome.timed === null) return null;
  const records: number[][] = Array.from(outcome.values, () => []);
  const minutes: number[] = [];
  for (let i = 0; i < outcome.timed.length; i += 3) {
    records[outcome.timed[i]].push(outcome.timed[i + 1]);
    minutes.push(outcome.timed[i + 1]);
  }
  const timedDays = records.filter((day) => day.length > 0).length;
  if (timedDays < leastTimed * outcome.days) return null;
  const foods = exposures.filter(({ category, grain }) => category === 'food' && grain === 'dish');
  let eaten = 0;
  let timed = 0;
  const usual: number[] = [];
  for (const food of foods) {
    for (const dose of food.dose) if (dose > 0) eaten += dose;
    for (let i = 0; i < (food.timed?.length ?? 0); i += 3) {
      usual.push(food.timed![i + 1]);
      timed += food.timed![i + 2];
    }
  }
  if (eaten === 0 || timed < leastTimed * eaten) return null;
  const middle = sorted(minutes)[Math.floor(minutes.length / 2)];
  const stride = Math.max(1, Math.ceil(usual.length / mostUsual));
  return {
    records: records.map((day) => (day.length > 0 ? day : [middle])),
    usual: sorted(usual).filter((_, i) => i % stride === 0),
  };
};

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

const windows: readonly (readonly [number, number])[] = [
  [0, 4],
  [4, 12],
  [12, 24],
];

const windowKernel = (route: Kernel['route'], hours: readonly [number, number]): Kernel => ({
  name: `${route}, ${hours[0]}-${hours[1]} hours`,
  route,
  start: 0,
  weights: [1],
  centre: (hours[0] + hours[1]) / 48,
  hours,
});

/** The dictionary with its kernels of the day itself replaced by windows of hours. */
export const withHours = (kernels: readonly Kernel[]): readonly Kernel[] => [
  ...windows.map((hours) => windowKernel('state', hours)),
  ...windows.map((hours) => windowKernel('direct', hours)),
  ...kernels.filter(({ start, centre }) => start > 0 || centre > 0.5),
];

/**
 * The push of one exposure by the clock. A window holds the dose response of what was eaten in it, averaged
 * over the day's records; of a kernel of days, the day itself counts only until the record. What has no time,
 * or was not logged, is where the person's meals usually are, in expectation.
 * @param out length T, written, centred
 */
export const pushByClock = (
  kernel: Kernel,
  { members, dose }: Twins,
  { records, usual }: Clock,
  out: Float64Array,
): void => {
  const days = dose.length;
  const timed = members[0]?.timed ?? new Float64Array(0);
  const untimed = Float64Array.from(dose, (response) => 2 ** response - 1);
  const first = new Int32Array(days + 1).fill(timed.length);
  for (let i = timed.length - 3; i >= 0; i -= 3) {
    first[timed[i]] = i;
    untimed[timed[i]] = Math.max(0, untimed[timed[i]] - timed[i + 2]);
  }
  for (let t = days - 1; t >= 0; t--) first[t] = Math.min(first[t], first[t + 1]);
  const [from, to] = (kernel.hours ?? [0, 24]).map((hour) => hour * 60);
  const reach = kernel.hours === undefined ? 0 : 1;
  const portionsBefore = (day: number, record: number): number => {
    let portions = 0;
    for (let back = 0; back <= Math.min(reach, day); back++) {
      const latest = record + back * dayMinutes - from;
      const earliest = record + back * dayMinutes - to;
      for (let i = first[day - back]; i < first[day - back + 1]; i += 3)
        if (timed[i + 1] >= earliest && timed[i + 1] < latest) portions += timed[i + 2];
      if (untimed[day - back] > 1e-9)
        portions +=
          untimed[day - back] * (shareBefore(usual, latest) - shareBefore(usual, earliest));
    }
    return portions;
  };
  const before = new Float64Array(days);
  for (let t = 0; t < days; t++)
    for (const record of records[t])
      before[t] += doseResponse(portionsBefore(t, record)) / records[t].length;
  // Before the diary nobody knows; its first day is left at the mean.
  const known = reach > 0 ? before.subarray(Math.min(1, days - 1)) : before;
  const usualBefore = mean(known);
  if (reach > 0) {
    for (let t = 0; t < days; t++) out[t] = t === 0 ? 0 : before[t] - usualBefore;
    return;
  }
  const usualDose = mean(dose);
  const later = { ...kernel, weights: kernel.weights.map((w, i) => (i === 0 ? 0 : w)) };
  convolve(
    later,
    dose.map((response) => response - usualDose),
    out,
  );
  for (let t = 0; t < days; t++) out[t] += kernel.weights[0] * (before[t] - usualBefore);
};

/** Share of the ascending minutes that are earlier. */
const shareBefore = (minutes: readonly number[], minute: number): number => {
  let low = 0;
  let high = minutes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (minutes[middle] < minute) low = middle + 1;
    else high = middle;
  }
  return low / minutes.length;
};

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
