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
  /** Minute of the day's last record. */
  readonly lastRecord: readonly number[];
  /** Days, the latest last record first. */
  readonly byRecord: readonly number[];
}

/** Both the food (in portions) and the outcome (in days) need this share with a time. */
const leastTimed = 0.8;
const dayMinutes = 1440;
/** Enough of the usual minutes to say which share of them lies in a window. */
const mostUsual = 200;
/** Records this close together share what is usually eaten before them. */
const binMinutes = 30;
/** What is usual before a time is read off the days recorded at it or later, with this slack. */
const slackMinutes = 60;
const mostNeeded = 20;
const mostCompared = 120;
/** Portions below this are rounding. */
const negligible = 1e-9;

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
  const filled = records.map((day) => (day.length > 0 ? day : [middle]));
  const lastRecord = filled.map((day) => Math.max(...day));
  return {
    records: filled,
    lastRecord,
    byRecord: [...filled.keys()].sort((a, b) => lastRecord[b] - lastRecord[a]),
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
 * The pushes of one exposure by the clock, for kernels that begin on the day itself. A window holds the dose
 * response of what was eaten in it, averaged over the day's records; of a kernel of days, the day itself counts
 * only until the record. What this person eats of it in the same hours, on days recorded no earlier, is taken
 * off: symptoms are often written down when they are bad, and a record at an odd hour would make the meals of
 * the usual hours look absent. What has no time, or was not logged, is where the person's meals usually are,
 * in expectation.
 * @returns writes the push of a kernel, T values; about 0 on average at any time of record
 */
export const clockPushes = (
  twins: Twins,
  clock: Clock,
): ((kernel: Kernel, out: Float64Array) => void) => {
  const { dose } = twins;
  const meals = mealsOf(twins, clock);
  const usualDose = mean(dose);
  const windows = new Map<string, Float64Array>();
  const before = (window: Window): Float64Array => {
    const key = `${window.from}-${window.to}`;
    const column = windows.get(key) ?? beyondUsual(meals, clock, window);
    windows.set(key, column);
    return column;
  };
  return (kernel, out) => {
    if (kernel.hours !== undefined) {
      out.set(before({ from: kernel.hours[0] * 60, to: kernel.hours[1] * 60, reach: 1 }));
      return;
    }
    const later = { ...kernel, weights: kernel.weights.map((w, i) => (i === 0 ? 0 : w)) };
    convolve(
      later,
      dose.map((response) => response - usualDose),
      out,
    );
    const today = before({ from: 0, to: dayMinutes, reach: 0 });
    for (let t = 0; t < out.length; t++) out[t] += kernel.weights[0] * today[t];
  };
};

/** Minutes before a record, and how many days back to look for them. */
interface Window {
  readonly from: number;
  readonly to: number;
  readonly reach: 0 | 1;
}

interface Meals {
  /** Triples (day, minute, portions); those of day t are from `first[t]` to `first[t + 1]`. */
  readonly timed: Float64Array;
  readonly first: Int32Array;
  /** Portions per day without a time. */
  readonly untimed: Float64Array;
  readonly usual: readonly number[];
}

const mealsOf = ({ members, dose }: Twins, { usual }: Clock): Meals => {
  const timed = members[0]?.timed ?? new Float64Array(0);
  const untimed = Float64Array.from(dose, (response) => 2 ** response - 1);
  const first = new Int32Array(dose.length + 1).fill(timed.length);
  for (let i = timed.length - 3; i >= 0; i -= 3) {
    first[timed[i]] = i;
    untimed[timed[i]] -= timed[i + 2];
  }
  for (let t = dose.length - 1; t >= 0; t--) {
    first[t] = Math.min(first[t], first[t + 1]);
    if (untimed[t] < negligible) untimed[t] = 0;
  }
  return { timed, first, untimed, usual };
};

/** Portions in the window before a record, and on the day itself also before `until`. */
const portionsIn = (
  { timed, first, untimed, usual }: Meals,
  { from, to, reach }: Window,
  day: number,
  record: number,
  until: number,
): number => {
  let portions = 0;
  for (let back = 0; back <= reach; back++) {
    const s = day - back;
    if (s < 0 || (first[s] === first[s + 1] && untimed[s] === 0)) continue;
    const earliest = record + back * dayMinutes - to;
    let latest = record + back * dayMinutes - from;
    if (back === 0 && until < latest) latest = until;
    for (let i = first[s]; i < first[s + 1]; i += 3)
      if (timed[i + 1] >= earliest && timed[i + 1] < latest) portions += timed[i + 2];
    if (untimed[s] > 0 && latest > earliest)
      portions += untimed[s] * (shareBefore(usual, latest) - shareBefore(usual, earliest));
  }
  return portions;
};

const beyondUsual = (meals: Meals, clock: Clock, window: Window): Float64Array => {
  const { records, lastRecord, byRecord } = clock;
  const days = records.length;
  const needed = Math.min(mostNeeded, Math.ceil(days / 4));
  const usually = new Map<number, number>();
  const usuallyIn = (record: number): number => {
    const near = Math.round(record / binMinutes) * binMinutes;
    const known = usually.get(near);
    if (known !== undefined) return known;
    let eligible = needed;
    while (eligible < days && lastRecord[byRecord[eligible]] >= near - slackMinutes) eligible++;
    const stride = Math.ceil(eligible / mostCompared);
    let sum = 0;
    let count = 0;
    for (let i = 0; i < eligible; i += stride) {
      const day = byRecord[i];
      if (day < window.reach) continue;
      const portions = portionsIn(meals, window, day, near, lastRecord[day]);
      if (portions > 0) sum += doseResponse(portions);
      count++;
    }
    const expected = count > 0 ? sum / count : 0;
    usually.set(near, expected);
    return expected;
  };
  // Before the diary nobody knows; a first day that would look there is left at the mean.
  const out = new Float64Array(days);
  for (let t = window.reach; t < days; t++)
    for (const record of records[t])
      out[t] +=
        (doseResponse(portionsIn(meals, window, t, record, record)) - usuallyIn(record)) /
        records[t].length;
  return out;
};

/** How many of the ascending minutes are earlier. */
export const countBefore = (minutes: ArrayLike<number>, minute: number): number => {
  let low = 0;
  let high = minutes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (minutes[middle] < minute) low = middle + 1;
    else high = middle;
  }
  return low;
};

const shareBefore = (minutes: readonly number[], minute: number): number =>
  countBefore(minutes, minute) / minutes.length;

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
