import type { Item } from './items.ts';
import { median } from './statistics.ts';

/** Bleeding after fewer bleeding-free days than this belongs to the same period. */
const MIN_DAYS_BETWEEN_PERIODS = 15;
/** Lengths outside this range are missed periods or doubled entries, not cycles. */
const SHORTEST_CYCLE = 18;
const LONGEST_CYCLE = 45;
const TEXTBOOK_CYCLE = 28;
/** Further than this from any recorded start the day of the cycle is a guess. */
const MAX_CYCLES_FROM_START = 2;

const dayWords = /\b(cycle day|day of cycle|day)\b/u;
const bleedingWords = /\b(period|flow|bleeding|menses|menstrua\w*|menstrual\w*)\b/u;
const notBleeding = /\b(phase|spotting|length|pain|tracker)\b/u;

/** Days (index from the first logged day, perhaps negative) on which a period began. */
export const periodStarts = (items: readonly Item[]): readonly number[] => {
  const bleeding = new Set<number>();
  const starts = new Set<number>();
  for (const item of items) {
    const name = item.identity.slice('cycle/'.length);
    for (const { day, value } of item.rows) {
      if (bleedingWords.test(name) && !notBleeding.test(name)) {
        if (value > 0) bleeding.add(day);
      } else if (dayWords.test(name) && Number.isInteger(value) && value >= 1 && value <= 60) {
        starts.add(day - (value - 1));
      }
    }
  }
  let last = Number.NEGATIVE_INFINITY;
  for (const day of [...bleeding].sort((a, b) => a - b)) {
    if (day - last >= MIN_DAYS_BETWEEN_PERIODS) starts.add(day);
    last = day;
  }
  const merged: number[] = [];
  for (const start of [...starts].sort((a, b) => a - b)) {
    if (merged.length === 0 || start - merged.at(-1)! >= MIN_DAYS_BETWEEN_PERIODS) {
      merged.push(start);
    }
  }
  return merged;
};

/** The person's median cycle, from starts that follow each other plausibly; 28 days without any. */
export const typicalLength = (starts: readonly number[]): number => {
  const lengths = starts
    .slice(1)
    .map((start, index) => start - starts[index]!)
    .filter((length) => length >= SHORTEST_CYCLE && length <= LONGEST_CYCLE);
  return lengths.length === 0 ? TEXTBOOK_CYCLE : median(lengths);
};

/**
 * Phase of the cycle per day, 0 (first day of a period) to 1; NaN too far from any recorded start.
 * A gap of about two or three cycles is divided evenly: a period was not written down.
 */
export const cyclePhase = (starts: readonly number[], days: number): Float64Array => {
  const phase = new Float64Array(days).fill(Number.NaN);
  if (starts.length === 0) return phase;
  const typical = typicalLength(starts);
  const reach = MAX_CYCLES_FROM_START * typical;
  let index = -1;
  for (let day = 0; day < days; day += 1) {
    while (index + 1 < starts.length && starts[index + 1]! <= day) index += 1;
    const before = index >= 0 ? starts[index]! : undefined;
    const after = starts[index + 1];
    let cycles: number;
    if (before !== undefined && after !== undefined) {
      const gap = after - before;
      if (Math.min(day - before, after - day) > reach) continue;
      cycles = ((day - before) / gap) * Math.max(1, Math.round(gap / typical));
    } else if (before !== undefined) {
      if (day - before >= reach) continue;
      cycles = (day - before) / typical;
    } else {
      if (after! - day > reach) continue;
      cycles = (day - after!) / typical;
    }
    phase[day] = cycles - Math.floor(cycles);
  }
  return phase;
};
