/**
 * Linear least squares by Householder QR (Golub & Van Loan, Matrix Computations, 4th ed., 5.2-5.3)
 * with R's rule for dependent columns (LINPACK dqrdc2): a column whose remainder after the earlier
 * columns is below 1e-7 of its norm is aliased, and its coefficient is NaN.
 */
export interface LeastSquares {
  /** One per column; NaN for an aliased column. */
  readonly coefficients: Float64Array;
  /** Sum of squared residuals. */
  readonly residualSumOfSquares: number;
  /** Columns that were kept, ascending. */
  readonly kept: readonly number[];
  /** (XᵀX)⁻¹ over the kept columns, row-major. */
  readonly covarianceFactor: Float64Array;
}

const ALIAS_TOLERANCE = 1e-7;

/** Minimises |y - X b| for row-major X (rows x columns). Throws RangeError on a shape mismatch. */
export function leastSquares(
  x: Float64Array,
  rows: number,
  columns: number,
  y: Float64Array,
): LeastSquares {
  if (x.length !== rows * columns || y.length !== rows) {
    throw new RangeError('leastSquares: the shapes of X and y do not match');
  }
  const work = new Float64Array(rows * columns);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) work[c * rows + r] = x[r * columns + c]!;
  const rhs = y.slice();
  const kept: number[] = [];
  for (let c = 0; c < columns && kept.length < rows; c++) {
    const pivot = kept.length;
    const column = work.subarray(c * rows, (c + 1) * rows);
    const full = norm(column, 0);
    const rest = norm(column, pivot);
    if (!(rest > ALIAS_TOLERANCE * full)) continue;
    const alpha = column[pivot]! > 0 ? -rest : rest;
    const reflector = column.slice(pivot);
    reflector[0] = reflector[0]! - alpha;
    const scale = norm(reflector, 0);
    for (let i = 0; i < reflector.length; i++) reflector[i] = reflector[i]! / scale;
    column[pivot] = alpha;
    column.fill(0, pivot + 1);
    for (let later = c + 1; later < columns; later++)
      reflect(reflector, work.subarray(later * rows + pivot, (later + 1) * rows));
    reflect(reflector, rhs.subarray(pivot));
    kept.push(c);
  }
  const rank = kept.length;
  const upper = (i: number, j: number) => work[kept[j]! * rows + i]!;
  const coefficients = new Float64Array(columns).fill(Number.NaN);
  for (let i = rank - 1; i >= 0; i--) {
    let sum = rhs[i]!;
    for (let j = i + 1; j < rank; j++) sum -= upper(i, j) * coefficients[kept[j]!]!;
    coefficients[kept[i]!] = sum / upper(i, i);
  }
  const remainder = norm(rhs, rank);
  return {
    coefficients,
    residualSumOfSquares: remainder * remainder,
    kept,
    covarianceFactor: inverseGram(upper, rank),
  };
}

function norm(v: Float64Array, from: number): number {
  let largest = 0;
  for (let i = from; i < v.length; i++) largest = Math.max(largest, Math.abs(v[i]!));
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = from; i < v.length; i++) sum += (v[i]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}

function reflect(reflector: Float64Array, v: Float64Array): void {
  let dot = 0;
  for (let i = 0; i < v.length; i++) dot += reflector[i]! * v[i]!;
  for (let i = 0; i < v.length; i++) v[i] = v[i]! - 2 * dot * reflector[i]!;
}

/** R⁻¹ R⁻ᵀ for an upper triangular R. */
function inverseGram(upper: (i: number, j: number) => number, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    inverse[j * n + j] = 1 / upper(j, j);
    for (let i = j - 1; i >= 0; i--) {
      let sum = 0;
      for (let k = i + 1; k <= j; k++) sum -= upper(i, k) * inverse[k * n + j]!;
      inverse[i * n + j] = sum / upper(i, i);
    }
  }
  const product = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < n; k++) sum += inverse[i * n + k]! * inverse[j * n + k]!;
      product[i * n + j] = sum;
      product[j * n + i] = sum;
    }
  return product;
}
