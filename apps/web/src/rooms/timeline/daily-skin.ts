import type { StoredEntry } from '@zonula/journal';

/** The day's skin scores as a share of their scales, 0 to 1, on average; days without any are left out. */
export const dailySkin = (entries: readonly StoredEntry[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { entry } of entries) {
    const { category, day, value, scale } = entry;
    if (category !== 'skin' || value === null || scale === undefined) continue;
    const share = (value - scale.min) / (scale.max - scale.min);
    const { sum, count } = sums.get(day) ?? { sum: 0, count: 0 };
    sums.set(day, { sum: sum + share, count: count + 1 });
  }
  return new Map([...sums].map(([day, { sum, count }]) => [day, sum / count]));
};
