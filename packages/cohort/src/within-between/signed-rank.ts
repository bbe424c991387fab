/**
 * Wilcoxon's signed-rank test (Wilcoxon 1945), two-sided, by the normal approximation with the correction
 * for ties and none for continuity, differences of 0 dropped. Same p as scipy.stats.wilcoxon above 50
 * differences and as R's wilcox.test(exact = FALSE, correct = FALSE).
 */
import { normalCdf } from '@zonula/numerics';

export interface SignedRank {
  /** Two-sided; 1 where nothing differs from 0. */
  readonly p: number;
  /** Differences other than 0. */
  readonly used: number;
}

export function signedRank(differences: ArrayLike<number>): SignedRank {
  const sizes: { readonly size: number; readonly positive: boolean }[] = [];
  for (let i = 0; i < differences.length; i++) {
    const value = differences[i]!;
    if (Number.isNaN(value)) throw new RangeError('a difference must be a number');
    if (value !== 0) sizes.push({ size: Math.abs(value), positive: value > 0 });
  }
  const n = sizes.length;
  if (n === 0) return { p: 1, used: 0 };
  sizes.sort((a, b) => a.size - b.size);
  let positive = 0;
  let ties = 0;
  for (let start = 0; start < n; ) {
    let end = start;
    while (end < n && sizes[end]!.size === sizes[start]!.size) end++;
    const count = end - start;
    const rank = (start + 1 + end) / 2;
    ties += count ** 3 - count;
    for (let i = start; i < end; i++) if (sizes[i]!.positive) positive += rank;
    start = end;
  }
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48;
  const z = (positive - (n * (n + 1)) / 4) / Math.sqrt(variance);
  return { p: Math.min(1, 2 * normalCdf(-Math.abs(z))), used: n };
}
