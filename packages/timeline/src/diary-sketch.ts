import type { Category, Diary, Observation, Scale } from '@zonula/diary';
import { dateOf, dayNumber } from './days.ts';

/** What a row says besides its number. */
type Cell = number | null | Partial<Observation> | readonly Partial<Observation>[];

export interface Sketch {
  readonly days: number;
  /** Default a Monday. */
  readonly from?: string;
  readonly scales?: Readonly<Record<string, readonly [number, number]>>;
  /** Value of `category/name` per day; null writes no row, an array several. */
  readonly rows: Readonly<Record<string, (day: number) => Cell>>;
}

/** A small diary for tests: one function of the day per thing. */
export const sketchDiary = ({ days, from = '2024-01-01', scales = {}, rows }: Sketch): Diary => {
  const first = dayNumber(from);
  const observations: Observation[] = [];
  for (let day = 0; day < days; day += 1) {
    for (const [identity, cell] of Object.entries(rows)) {
      const slash = identity.indexOf('/');
      const plain = {
        date: dateOf(first + day),
        category: identity.slice(0, slash) as Category,
        name: identity.slice(slash + 1),
      };
      const value = cell(day);
      if (value === null) continue;
      const cells = typeof value === 'number' ? [{ value }] : [value].flat();
      for (const one of cells) observations.push({ ...plain, value: 1, ...one });
    }
  }
  return {
    observations,
    scales: new Map<string, Scale>(
      Object.entries(scales).map(([id, [min, max]]) => [id, { min, max, inferred: false }]),
    ),
    warnings: [],
  };
};

/** A repeatable pseudo-random number in [0, 1) for a pair of whole numbers. */
export const noise = (day: number, stream: number): number => {
  let h = Math.imul(day + 1, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 32;
};
