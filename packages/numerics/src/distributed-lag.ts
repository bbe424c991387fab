/**
 * Distributed lag models: cross-bases and their predictions after Gasparrini, Armstrong & Kenward
 * 2010 ("Distributed lag non-linear models", Statistics in Medicine 29:2224), with the columns of
 * the R package dlnm: variable basis crossed with a polynomial or a step function of the lag. Exact
 * up to rounding.
 */
export interface LagBasis {
  /** Longest lag L in steps; the basis has L + 1 rows, lag 0 first. */
  readonly maximumLag: number;
  readonly columns: number;
  /** (L + 1) x columns, row-major. */
  readonly values: Float64Array;
}

/** Powers 0..degree of lag / L. */
export function polynomialLagBasis(maximumLag: number, degree: number): LagBasis {
  const columns = degree + 1;
  const scale = maximumLag > 0 ? maximumLag : 1;
  const values = new Float64Array((maximumLag + 1) * columns);
  for (let lag = 0; lag <= maximumLag; lag++)
    for (let k = 0; k < columns; k++) values[lag * columns + k] = (lag / scale) ** k;
  return { maximumLag, columns, values };
}

/** A constant, and one step for each stratum after the first; `breaks` are first lags of strata. */
export function stratifiedLagBasis(maximumLag: number, breaks: readonly number[]): LagBasis {
  const starts = [...new Set(breaks)].sort((a, b) => a - b);
  if (starts.some((start) => !(start > 0 && start <= maximumLag))) {
    throw new RangeError('lag breaks lie in 1..maximumLag');
  }
  const columns = starts.length + 1;
  const values = new Float64Array((maximumLag + 1) * columns);
  for (let lag = 0; lag <= maximumLag; lag++) {
    const stratum = starts.filter((start) => lag >= start).length;
    values[lag * columns] = 1;
    if (stratum > 0) values[lag * columns + stratum] = 1;
  }
  return { maximumLag, columns, values };
}

/**
 * Cross-basis of a variable basis (rows x variableColumns, one row a step) with a lag basis:
 * rows x (variableColumns * lagColumns), the lag index moving fastest. NaN where a lag reaches
 * before the start or onto a missing value.
 */
export function crossBasis(
  variable: Float64Array,
  rows: number,
  variableColumns: number,
  lag: LagBasis,
): Float64Array {
  if (variable.length !== rows * variableColumns) {
    throw new RangeError('crossBasis: the shape of the variable basis does not match');
  }
  const width = variableColumns * lag.columns;
  const out = new Float64Array(rows * width).fill(Number.NaN);
  for (let t = lag.maximumLag; t < rows; t++)
    for (let v = 0; v < variableColumns; v++)
      for (let k = 0; k < lag.columns; k++) {
        let sum = 0;
        for (let l = 0; l <= lag.maximumLag; l++)
          sum += variable[(t - l) * variableColumns + v]! * lag.values[l * lag.columns + k]!;
        out[t * width + v * lag.columns + k] = sum;
      }
  return out;
}

export interface LagEffects {
  /** Effect at each lag 0..L on the scale of the linear predictor, and its standard error. */
  readonly effect: Float64Array;
  readonly standardError: Float64Array;
  /** Sum over all lags. */
  readonly cumulativeEffect: number;
  readonly cumulativeStandardError: number;
}

/**
 * Effects of holding the variable at a value instead of its reference: `contrast` is the variable
 * basis at the value minus that at the reference; coefficients and their covariance (square,
 * row-major) are those of the cross-basis columns.
 */
export function lagEffects(
  lag: LagBasis,
  contrast: ArrayLike<number>,
  coefficients: ArrayLike<number>,
  covariance: Float64Array,
): LagEffects {
  const width = contrast.length * lag.columns;
  if (coefficients.length !== width || covariance.length !== width * width) {
    throw new RangeError('lagEffects: the shapes do not match');
  }
  const lags = lag.maximumLag + 1;
  const effect = new Float64Array(lags);
  const standardError = new Float64Array(lags);
  const total = new Float64Array(width);
  const row = new Float64Array(width);
  for (let l = 0; l < lags; l++) {
    for (let v = 0; v < contrast.length; v++)
      for (let k = 0; k < lag.columns; k++)
        row[v * lag.columns + k] = contrast[v]! * lag.values[l * lag.columns + k]!;
    for (let i = 0; i < width; i++) total[i] = total[i]! + row[i]!;
    effect[l] = linear(row, coefficients);
    standardError[l] = Math.sqrt(quadratic(row, covariance));
  }
  return {
    effect,
    standardError,
    cumulativeEffect: linear(total, coefficients),
    cumulativeStandardError: Math.sqrt(quadratic(total, covariance)),
  };
}

function linear(row: Float64Array, coefficients: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += row[i]! * coefficients[i]!;
  return sum;
}

function quadratic(row: Float64Array, covariance: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++)
    for (let j = 0; j < row.length; j++) sum += row[i]! * row[j]! * covariance[i * row.length + j]!;
  return sum;
}
