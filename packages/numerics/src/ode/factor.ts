/**
 * Factors W = s I - J and solves W x = b for small systems.
 *
 * Sparse: the pattern is known beforehand, so the order of the pivots (Markowitz 1957: the diagonal
 * entry that makes least new entries) and all places of the factors are fixed once. Where cancellation
 * leaves less than `lostDigits` of a pivot, or an entry below is more than `mostGrowth` times as large, that
 * matrix is factored densely instead.
 * Dense: LU with partial pivoting (Golub & Van Loan, Matrix Computations, 4th ed., 3.4).
 */
import type { EliminationCode } from './system.ts';

export const lostDigits = 1e-5;
export const mostGrowth = 1e5;

export interface Factor {
  /** False where W is singular or not finite. */
  readonly factor: (shift: number, jacobian: Float64Array) => boolean;
  /** Solves in place of b. */
  readonly solve: (b: Float64Array) => void;
}

const denseFactor = (n: number): Factor => {
  const w = new Float64Array(n * n);
  const inverse = new Float64Array(n);
  const swap = new Int32Array(n);

  const factor = (shift: number, jacobian: Float64Array): boolean => {
    for (let i = 0; i < n * n; i++) w[i] = -jacobian[i]!;
    for (let i = 0; i < n; i++) w[i * n + i] = w[i * n + i]! + shift;
    for (let k = 0; k < n; k++) {
      let best = k;
      for (let i = k + 1; i < n; i++)
        if (Math.abs(w[i * n + k]!) > Math.abs(w[best * n + k]!)) best = i;
      swap[k] = best;
      if (best !== k)
        for (let j = 0; j < n; j++) {
          const held = w[k * n + j]!;
          w[k * n + j] = w[best * n + j]!;
          w[best * n + j] = held;
        }
      const pivot = 1 / w[k * n + k]!;
      if (!Number.isFinite(pivot)) return false;
      inverse[k] = pivot;
      for (let i = k + 1; i < n; i++) {
        const f = w[i * n + k]! * pivot;
        w[i * n + k] = f;
        if (f !== 0)
          for (let j = k + 1; j < n; j++) w[i * n + j] = w[i * n + j]! - f * w[k * n + j]!;
      }
    }
    return true;
  };

  const solve = (b: Float64Array): void => {
    for (let k = 0; k < n; k++) {
      const from = swap[k]!;
      if (from !== k) {
        const held = b[k]!;
        b[k] = b[from]!;
        b[from] = held;
      }
    }
    for (let i = 1; i < n; i++) {
      let sum = b[i]!;
      for (let j = 0; j < i; j++) sum -= w[i * n + j]! * b[j]!;
      b[i] = sum;
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = b[i]!;
      for (let j = i + 1; j < n; j++) sum -= w[i * n + j]! * b[j]!;
      b[i] = sum * inverse[i]!;
    }
  };
  return { factor, solve };
};

/** One step of an elimination: the pivot, the rows below it and the columns to its right. */
export interface EliminationStep {
  readonly k: number;
  readonly below: readonly number[];
  readonly right: readonly number[];
}

/** The order of the pivots, and the places row * n + column that can differ from zero. */
export const planElimination = (
  n: number,
  pattern: readonly (readonly [row: number, column: number])[],
): { readonly pivots: readonly EliminationStep[]; readonly filled: readonly number[] } => {
  const rows = Array.from({ length: n }, (_, i) => new Set([i]));
  for (const [i, j] of pattern) rows[i]!.add(j);
  const left = new Set(rows.keys());
  const columnOf = (j: number) => [...left].filter((i) => i !== j && rows[i]!.has(j));
  const rowOf = (i: number) => [...rows[i]!].filter((j) => j !== i && left.has(j));
  const pivots: EliminationStep[] = [];
  while (left.size > 0) {
    let k = -1;
    let least = Infinity;
    for (const i of left) {
      const fill = columnOf(i).length * rowOf(i).length;
      if (fill < least) {
        least = fill;
        k = i;
      }
    }
    const below = columnOf(k);
    const right = rowOf(k);
    for (const i of below) for (const j of right) rows[i]!.add(j);
    left.delete(k);
    pivots.push({ k, below, right });
  }
  return { pivots, filled: rows.flatMap((row, i) => [...row].map((j) => i * n + j)) };
};

const sparseFactor = (n: number, pattern: readonly (readonly [number, number])[]): Factor => {
  const { pivots, filled } = planElimination(n, pattern);
  const fallBack = denseFactor(n);
  const places = Int32Array.from(filled);
  const order = Int32Array.from(pivots, ({ k }) => k);
  const belowEnd = new Int32Array(n);
  const rightEnd = new Int32Array(n);
  const below = Int32Array.from(pivots.flatMap((pivot) => pivot.below));
  const right = Int32Array.from(pivots.flatMap((pivot) => pivot.right));
  pivots.forEach((pivot, i) => {
    belowEnd[i] = (i === 0 ? 0 : belowEnd[i - 1]!) + pivot.below.length;
    rightEnd[i] = (i === 0 ? 0 : rightEnd[i - 1]!) + pivot.right.length;
  });
  const w = new Float64Array(n * n);
  const inverse = new Float64Array(n);
  let dense = false;

  const factor = (shift: number, jacobian: Float64Array): boolean => {
    dense = false;
    for (let i = 0; i < places.length; i++) w[places[i]!] = -jacobian[places[i]!]!;
    for (let i = 0; i < n; i++) w[i * n + i] = w[i * n + i]! + shift;
    let b = 0;
    let r = 0;
    for (let step = 0; step < n; step++) {
      const k = order[step]!;
      const row = k * n;
      const value = w[row + k]!;
      const pivot = 1 / value;
      dense = !(Math.abs(value) > lostDigits * (shift + Math.abs(jacobian[row + k]!)));
      inverse[k] = pivot;
      const rightStop = rightEnd[step]!;
      for (const stop = belowEnd[step]!; b < stop; b++) {
        const other = below[b]! * n;
        const f = w[other + k]! * pivot;
        w[other + k] = f;
        dense ||= Math.abs(f) > mostGrowth;
        for (let c = r; c < rightStop; c++) {
          const j = right[c]!;
          w[other + j] = w[other + j]! - f * w[row + j]!;
        }
      }
      if (dense) return fallBack.factor(shift, jacobian);
      r = rightStop;
    }
    return true;
  };

  const solve = (x: Float64Array): void => {
    if (dense) {
      fallBack.solve(x);
      return;
    }
    let b = 0;
    for (let step = 0; step < n; step++) {
      const k = order[step]!;
      const known = x[k]!;
      for (const stop = belowEnd[step]!; b < stop; b++) {
        const i = below[b]!;
        x[i] = x[i]! - w[i * n + k]! * known;
      }
    }
    let r = right.length;
    for (let step = n - 1; step >= 0; step--) {
      const k = order[step]!;
      const row = k * n;
      let sum = x[k]!;
      for (const stop = step === 0 ? 0 : rightEnd[step - 1]!; r > stop; r--) {
        const j = right[r - 1]!;
        sum -= w[row + j]! * x[j]!;
      }
      x[k] = sum * inverse[k]!;
    }
  };
  return { factor, solve };
};

/** Written code, with the dense way where it loses too many digits. */
const writtenFactor = (n: number, code: EliminationCode): Factor => {
  const fallBack = denseFactor(n);
  const w = new Float64Array(code.room);
  let dense = false;
  return {
    factor: (shift, jacobian) => {
      dense = !code.factor(shift, jacobian, w);
      return dense ? fallBack.factor(shift, jacobian) : true;
    },
    solve: (x) => {
      if (dense) fallBack.solve(x);
      else code.solve(w, x);
    },
  };
};

/** Chooses by the pattern; without one every entry counts. */
export const createFactor = (
  n: number,
  pattern?: readonly (readonly [number, number])[],
  code?: EliminationCode,
): Factor => {
  if (!pattern) return denseFactor(n);
  return code ? writtenFactor(n, code) : sparseFactor(n, pattern);
};
