import type { Dosed } from './doses.ts';
import { createMaskNumbers } from './masks.ts';

/** Beyond this, two columns share more than four fifths of their variance and cannot be ranked. */
export const COLLINEAR_CORRELATION = 0.9;
/** A correlation over fewer jointly known days says nothing about the foods. */
export const MIN_JOINT_DAYS = 10;

export interface Twin {
  readonly id: string;
  readonly correlation: number;
  /** Both were recorded on exactly the same of their jointly known days. */
  readonly identical: boolean;
}

interface Column {
  readonly id: string;
  readonly dose: Float64Array;
  readonly withDays: Int32Array;
  readonly known: Uint8Array;
  readonly mask: number;
  /** One bit a day with it, to count common days 32 at a time. */
  readonly bits: Int32Array;
  /** `largest[k]`: the sum of the k largest squared doses. */
  readonly largest: Float64Array;
}

const columnsOf = (exposures: readonly Dosed[]): readonly Column[] => {
  const number = createMaskNumbers();
  return exposures.map(({ id, dose, daysWith }) => {
    const known = new Uint8Array(dose.length);
    const bits = new Int32Array((dose.length + 31) >> 5);
    const withDays = new Int32Array(daysWith);
    const squares = new Float64Array(daysWith);
    let count = 0;
    for (let day = 0; day < dose.length; day += 1) {
      const amount = dose[day]!;
      if (amount >= 0) known[day] = 1;
      if (amount > 0) {
        bits[day >> 5]! |= 1 << (day & 31);
        squares[count] = amount * amount;
        withDays[count] = day;
        count += 1;
      }
    }
    squares.sort();
    const largest = new Float64Array(daysWith + 1);
    for (let k = 1; k <= daysWith; k += 1) largest[k] = largest[k - 1]! + squares[daysWith - k]!;
    return { id, dose, withDays, known, mask: number(known), bits, largest };
  });
};

const commonDays = (a: Int32Array, b: Int32Array): number => {
  let days = 0;
  for (let word = 0; word < a.length; word += 1) {
    let v = a[word]! & b[word]!;
    if (v === 0) continue;
    v -= (v >>> 1) & 0x55555555;
    v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
    days += Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return days;
};

interface Sums {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

const sumsOn = (column: Column, known: Uint8Array): Sums => {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (const day of column.withDays) {
    if (known[day] === 0) continue;
    const dose = column.dose[day]!;
    count += 1;
    sum += dose;
    squares += dose * dose;
  }
  return { count, sum, squares };
};

const productOf = (a: Column, b: Column): number => {
  const [rare, other] = a.withDays.length <= b.withDays.length ? [a, b] : [b, a];
  let product = 0;
  for (let k = 0; k < rare.withDays.length; k += 1) {
    const day = rare.withDays[k]!;
    const dose = other.dose[day]!;
    if (dose > 0) product += dose * rare.dose[day]!;
  }
  return product;
};

/** Number of jointly known days per pair of masks, each pair counted once. */
const jointDayCounter = (masks: number) => {
  const counted = new Map<number, number>();
  return (a: Column, b: Column): number => {
    const key = Math.min(a.mask, b.mask) * masks + Math.max(a.mask, b.mask);
    let days = counted.get(key);
    if (days === undefined) {
      days = 0;
      for (let day = 0; day < a.known.length; day += 1) days += a.known[day]! & b.known[day]!;
      counted.set(key, days);
    }
    return days;
  };
};

/**
 * For each exposure the others with |correlation| >= 0.9 on jointly known days, or recorded on
 * identical days. Most pairs are settled by the Cauchy-Schwarz bound of their product, from the
 * number of common days and the largest doses; only the rest is summed up day by day.
 */
export const collinearWith = (
  exposures: readonly Dosed[],
): ReadonlyMap<string, readonly Twin[]> => {
  const columns = columnsOf(exposures);
  const own = columns.map((column) => sumsOn(column, column.known));
  const jointDays = jointDayCounter(columns.length);
  const twins = new Map<string, Twin[]>(columns.map((column) => [column.id, []]));
  for (let i = 0; i < columns.length; i += 1) {
    const a = columns[i]!;
    for (let j = 0; j < i; j += 1) {
      const b = columns[j]!;
      const days = jointDays(a, b);
      if (days < MIN_JOINT_DAYS) continue;
      const sameMask = a.mask === b.mask;
      const x = sameMask ? own[i]! : sumsOn(a, b.known);
      const y = sameMask ? own[j]! : sumsOn(b, a.known);
      const both = commonDays(a.bits, b.bits);
      const identical = both === own[i]!.count && both === own[j]!.count;
      const expected = (x.sum * y.sum) / days;
      const xx = x.squares - (x.sum * x.sum) / days;
      const yy = y.squares - (y.sum * y.sum) / days;
      const norm = xx > 0 && yy > 0 ? Math.sqrt(xx * yy) : Number.POSITIVE_INFINITY;
      const most = Math.sqrt(a.largest[both]! * b.largest[both]!);
      const possible =
        most - expected >= COLLINEAR_CORRELATION * norm || expected >= COLLINEAR_CORRELATION * norm;
      if (!possible && !identical) continue;
      const raw = (productOf(a, b) - expected) / norm;
      const correlation = Math.max(-1, Math.min(1, raw));
      if (!identical && Math.abs(correlation) < COLLINEAR_CORRELATION) continue;
      twins.get(a.id)!.push({ id: b.id, correlation, identical });
      twins.get(b.id)!.push({ id: a.id, correlation, identical });
    }
  }
  return twins;
};
