import type { Dosed } from './doses.ts';

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
}

/** Gives equal known-masks equal numbers, so that joint counts are taken once per pair of masks. */
const maskNumbers = () => {
  const masks: Uint8Array[] = [];
  const byHash = new Map<number, number[]>();
  return (mask: Uint8Array): number => {
    let hash = 2166136261;
    for (const bit of mask) hash = Math.imul(hash ^ bit, 16777619);
    const same = byHash.get(hash) ?? [];
    for (const number of same) {
      if (masks[number]!.every((bit, day) => bit === mask[day])) return number;
    }
    byHash.set(hash, [...same, masks.length]);
    return masks.push(mask) - 1;
  };
};

const columnsOf = (exposures: readonly Dosed[]): readonly Column[] => {
  const number = maskNumbers();
  return exposures.map(({ id, dose }) => {
    const known = new Uint8Array(dose.length);
    const withDays: number[] = [];
    for (let day = 0; day < dose.length; day += 1) {
      if (dose[day]! >= 0) known[day] = 1;
      if (dose[day]! > 0) withDays.push(day);
    }
    return { id, dose, withDays: Int32Array.from(withDays), known, mask: number(known) };
  });
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

/**
 * For each exposure the others with |correlation| >= 0.9 on jointly known days, or recorded on
 * identical days. Products are taken over the days with the rarer of the two only, so that the
 * cost grows with what was eaten, not with the length of the diary.
 */
export const collinearWith = (
  exposures: readonly Dosed[],
): ReadonlyMap<string, readonly Twin[]> => {
  const columns = columnsOf(exposures);
  const own = columns.map((column) => sumsOn(column, column.known));
  const twins = new Map<string, Twin[]>(columns.map((column) => [column.id, []]));
  const joint = new Map<string, number>();
  const jointDays = (a: Column, b: Column): number => {
    const key = a.mask <= b.mask ? `${a.mask},${b.mask}` : `${b.mask},${a.mask}`;
    let days = joint.get(key);
    if (days === undefined) {
      days = 0;
      for (let day = 0; day < a.known.length; day += 1) days += a.known[day]! & b.known[day]!;
      joint.set(key, days);
    }
    return days;
  };
  for (let i = 0; i < columns.length; i += 1) {
    const a = columns[i]!;
    for (let j = 0; j < i; j += 1) {
      const b = columns[j]!;
      const days = jointDays(a, b);
      if (days < MIN_JOINT_DAYS) continue;
      const sameMask = a.mask === b.mask;
      const x = sameMask ? own[i]! : sumsOn(a, b.known);
      const y = sameMask ? own[j]! : sumsOn(b, a.known);
      const [rare, other] = x.count <= y.count ? [a, b] : [b, a];
      let both = 0;
      let product = 0;
      for (const day of rare.withDays) {
        const dose = other.dose[day]!;
        if (dose > 0) {
          both += 1;
          product += dose * rare.dose[day]!;
        }
      }
      const identical =
        both === x.count && both === y.count && both === own[i]!.count && both === own[j]!.count;
      const xx = x.squares - (x.sum * x.sum) / days;
      const yy = y.squares - (y.sum * y.sum) / days;
      const raw = xx > 0 && yy > 0 ? (product - (x.sum * y.sum) / days) / Math.sqrt(xx * yy) : 0;
      const correlation = Math.max(-1, Math.min(1, raw));
      if (!identical && Math.abs(correlation) < COLLINEAR_CORRELATION) continue;
      twins.get(a.id)!.push({ id: b.id, correlation, identical });
      twins.get(b.id)!.push({ id: a.id, correlation, identical });
    }
  }
  return twins;
};
