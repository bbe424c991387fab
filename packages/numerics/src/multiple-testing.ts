/**
 * Adjusted p values: Benjamini & Hochberg 1995 (false discovery rate), Holm 1979 (family-wise
 * error). Same numbers as R's p.adjust, exact up to rounding. Input in any order, output in the
 * same order; NaN stays NaN and is not counted as a test.
 */

/** Benjamini-Hochberg: rejecting values at or below q keeps the false discovery rate at q. */
export function benjaminiHochberg(p: ArrayLike<number>): Float64Array {
  const { order, tests } = ranked(p);
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  let smallest = 1;
  for (let i = tests - 1; i >= 0; i--) {
    smallest = Math.min(smallest, (p[order[i]!]! * tests) / (i + 1));
    adjusted[order[i]!] = smallest;
  }
  return adjusted;
}

/** Holm: rejecting values at or below q keeps the chance of any false rejection at q. */
export function holm(p: ArrayLike<number>): Float64Array {
  const { order, tests } = ranked(p);
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  let largest = 0;
  for (let i = 0; i < tests; i++) {
    largest = Math.min(1, Math.max(largest, p[order[i]!]! * (tests - i)));
    adjusted[order[i]!] = largest;
  }
  return adjusted;
}

function ranked(p: ArrayLike<number>): { readonly order: number[]; readonly tests: number } {
  const order: number[] = [];
  for (let i = 0; i < p.length; i++) {
    const value = p[i]!;
    if (Number.isNaN(value)) continue;
    if (value < 0 || value > 1) throw new RangeError('p values lie in [0, 1]');
    order.push(i);
  }
  order.sort((a, b) => p[a]! - p[b]!);
  return { order, tests: order.length };
}
