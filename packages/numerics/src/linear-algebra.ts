/**
 * Dense linear algebra for small systems on row-major Float64Array.
 *
 * Cholesky and triangular solves: Golub & Van Loan, Matrix Computations, 4th ed., 3.1 and 4.2.
 * Rank-1 changes by Givens rotations, ibid. 6.5.4 (the downdate by hyperbolic rotations). Backward
 * stable: relative errors are a small multiple of n * 2^-53 times the condition number.
 *
 * A factor L is held in the lower triangle of an n x n block whose rows are `stride` apart
 * (default n); the upper triangle is never read or written. A larger stride leaves room for
 * choleskyAppend.
 */

/** Replaces the lower triangle of `a` by L with A = L Lᵀ. False when A is not positive definite. */
export function choleskyInPlace(a: Float64Array, n: number, stride = n): boolean {
  for (let i = 0; i < n; i++) {
    const row = i * stride;
    for (let j = 0; j <= i; j++) {
      const other = j * stride;
      let sum = a[row + j]!;
      for (let k = 0; k < j; k++) sum -= a[row + k]! * a[other + k]!;
      if (i > j) a[row + j] = sum / a[other + j]!;
      else if (sum > 0) a[row + i] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

/** Solves L x = b in place of b. */
export function solveLower(l: Float64Array, n: number, b: Float64Array, stride = n): void {
  for (let i = 0; i < n; i++) {
    const row = i * stride;
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= l[row + k]! * b[k]!;
    b[i] = sum / l[row + i]!;
  }
}

/** Solves Lᵀ x = b in place of b. */
export function solveLowerTransposed(
  l: Float64Array,
  n: number,
  b: Float64Array,
  stride = n,
): void {
  for (let i = n - 1; i >= 0; i--) {
    const row = i * stride;
    const x = (b[i] = b[i]! / l[row + i]!);
    for (let k = 0; k < i; k++) b[k] = b[k]! - l[row + k]! * x;
  }
}

/** Solves L Lᵀ x = b in place of b. */
export function choleskySolve(l: Float64Array, n: number, b: Float64Array, stride = n): void {
  solveLower(l, n, b, stride);
  solveLowerTransposed(l, n, b, stride);
}

/** ln det A for A = L Lᵀ. */
export function choleskyLogDeterminant(l: Float64Array, n: number, stride = n): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.log(l[i * stride + i]!);
  return 2 * sum;
}

/** A⁻¹ (full n x n, row-major) from its factor. */
export function choleskyInverse(l: Float64Array, n: number, stride = n): Float64Array {
  const inverse = new Float64Array(n * n);
  const column = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    column.fill(0);
    column[j] = 1;
    choleskySolve(l, n, column, stride);
    for (let i = 0; i < n; i++) inverse[i * n + j] = column[i]!;
  }
  return inverse;
}

/** Turns the factor of A into that of A + v vᵀ; v is overwritten. */
export function choleskyUpdate(l: Float64Array, n: number, v: Float64Array, stride = n): void {
  rotateIn(l, n, v, stride, 0, 0);
}

/** Rotates v into the trailing factor that starts at row `from`; v[k + offset] belongs to row k. */
function rotateIn(
  l: Float64Array,
  n: number,
  v: Float64Array,
  stride: number,
  from: number,
  offset: number,
): void {
  for (let k = from; k < n; k++) {
    const diagonal = l[k * stride + k]!;
    const entry = v[k + offset]!;
    const r = Math.hypot(diagonal, entry);
    const c = diagonal / r;
    const s = entry / r;
    l[k * stride + k] = r;
    for (let i = k + 1; i < n; i++) {
      const below = l[i * stride + k]!;
      const rest = v[i + offset]!;
      l[i * stride + k] = c * below + s * rest;
      v[i + offset] = c * rest - s * below;
    }
  }
}

/**
 * Turns the factor of A into that of A - v vᵀ; v is overwritten. False when the result would not
 * be positive definite: the factor is then unusable.
 */
export function choleskyDowndate(l: Float64Array, n: number, v: Float64Array, stride = n): boolean {
  for (let k = 0; k < n; k++) {
    const diagonal = l[k * stride + k]!;
    const entry = v[k]!;
    const square = (diagonal - entry) * (diagonal + entry);
    if (!(square > 0)) return false;
    const r = Math.sqrt(square);
    const c = r / diagonal;
    const s = entry / diagonal;
    l[k * stride + k] = r;
    for (let i = k + 1; i < n; i++) {
      const below = (l[i * stride + k]! - s * v[i]!) / c;
      v[i] = c * v[i]! - s * below;
      l[i * stride + k] = below;
    }
  }
  return true;
}

/**
 * Extends the factor of an n x n A by one row and column: `cross` holds the n entries beside A (it
 * is overwritten), `diagonal` the corner. Needs stride > n. False when the extended matrix is not
 * positive definite; L is then unchanged.
 */
export function choleskyAppend(
  l: Float64Array,
  n: number,
  stride: number,
  cross: Float64Array,
  diagonal: number,
): boolean {
  if (stride <= n) throw new RangeError('choleskyAppend needs a stride above n');
  solveLower(l, n, cross, stride);
  let rest = diagonal;
  for (let i = 0; i < n; i++) rest -= cross[i]! * cross[i]!;
  if (!(rest > 0)) return false;
  const row = n * stride;
  for (let i = 0; i < n; i++) l[row + i] = cross[i]!;
  l[row + n] = Math.sqrt(rest);
  return true;
}

/** Removes row and column `index` from the factor of an n x n A: leaves an (n - 1) factor. */
export function choleskyDelete(l: Float64Array, n: number, index: number, stride = n): void {
  const spike = new Float64Array(n);
  for (let i = index + 1; i < n; i++) spike[i] = l[i * stride + index]!;
  for (let i = index + 1; i < n; i++) {
    const from = i * stride;
    const to = from - stride;
    for (let k = 0; k < index; k++) l[to + k] = l[from + k]!;
    for (let k = index + 1; k <= i; k++) l[to + k - 1] = l[from + k]!;
  }
  rotateIn(l, n - 1, spike, stride, index, 1);
}

/**
 * Solves A x = b for symmetric positive definite A (n x n; only its lower triangle is read).
 * Undefined when A is not positive definite. Neither argument is changed.
 */
export function solveSymmetric(
  a: Float64Array,
  n: number,
  b: Float64Array,
): Float64Array | undefined {
  const l = a.slice();
  if (!choleskyInPlace(l, n)) return undefined;
  const x = b.slice();
  choleskySolve(l, n, x);
  return x;
}

/** XᵀX, n x n and full, for row-major X (rows x n). */
export function gram(x: Float64Array, rows: number, n: number): Float64Array {
  const g = new Float64Array(n * n);
  for (let r = 0; r < rows; r++) {
    const row = r * n;
    for (let i = 0; i < n; i++) {
      const xi = x[row + i]!;
      if (xi === 0) continue;
      for (let j = 0; j <= i; j++) g[i * n + j] = g[i * n + j]! + xi * x[row + j]!;
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) g[j * n + i] = g[i * n + j]!;
  return g;
}

/** X v for row-major X (rows x n). */
export function multiplyVector(
  x: Float64Array,
  rows: number,
  n: number,
  v: Float64Array,
): Float64Array {
  const out = new Float64Array(rows);
  for (let r = 0; r < rows; r++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += x[r * n + j]! * v[j]!;
    out[r] = sum;
  }
  return out;
}

/** Xᵀ v for row-major X (rows x n). */
export function multiplyTransposed(
  x: Float64Array,
  rows: number,
  n: number,
  v: Float64Array,
): Float64Array {
  const out = new Float64Array(n);
  for (let r = 0; r < rows; r++) {
    const vr = v[r]!;
    for (let j = 0; j < n; j++) out[j] = out[j]! + x[r * n + j]! * vr;
  }
  return out;
}
