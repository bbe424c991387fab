/**
 * How one day hangs on the day before: an AR(1) process plus independent noise of recording. The
 * filter below turns a column into independent parts of equal variance (Kalman 1960; for AR(1) alone
 * it is the Prais-Winsten transform), whatever days are missing. Exact up to rounding.
 */
export interface Dependence {
  /** Correlation of the process from one day to the next, 0 <= phi < 1. */
  readonly phi: number;
  /** Share of the variance that is noise of recording, 0 <= noiseShare < 1. */
  readonly noiseShare: number;
}

/** Takes the dependence out of columns that are known on the same days. */
export interface Whitener {
  /** ln det of the correlation matrix of those days. */
  readonly logDeterminant: number;
  /** `column` holds one value per known day; the result goes to `out` (may be the same array). */
  readonly apply: (column: Float64Array, out: Float64Array) => void;
  /** The transposed map, so that whitened . apply(column) = transposed(whitened) . column. */
  readonly transposed: (whitened: Float64Array, out: Float64Array) => void;
}

/** For the days with these ascending indices. Throws RangeError outside the ranges of Dependence. */
export function createWhitener(days: ArrayLike<number>, dependence: Dependence): Whitener {
  const { phi, noiseShare } = dependence;
  if (!(phi >= 0 && phi < 1 && noiseShare >= 0 && noiseShare < 1)) {
    throw new RangeError('dependence: phi and noiseShare lie in [0, 1)');
  }
  const n = days.length;
  const gain = new Float64Array(n);
  const decay = new Float64Array(n);
  const scale = new Float64Array(n);
  const share = 1 - noiseShare;
  let predicted = share;
  let logDeterminant = 0;
  for (let i = 0; i < n; i++) {
    if (i > 0) {
      const step = phi === 0 ? 0 : phi ** (days[i]! - days[i - 1]!);
      decay[i] = step;
      const filtered = predicted * (1 - gain[i - 1]!);
      predicted = step * step * filtered + share * (1 - step * step);
    }
    const variance = predicted + noiseShare;
    gain[i] = predicted / variance;
    scale[i] = 1 / Math.sqrt(variance);
    logDeterminant += Math.log(variance);
  }
  return {
    logDeterminant,
    apply: (column, out) => {
      let mean = 0;
      for (let i = 0; i < n; i++) {
        mean *= decay[i]!;
        const innovation = column[i]! - mean;
        mean += gain[i]! * innovation;
        out[i] = innovation * scale[i]!;
      }
    },
    transposed: (whitened, out) => {
      let later = 0;
      for (let i = n - 1; i >= 0; i--) {
        const own = scale[i]! * whitened[i]!;
        const carried = i + 1 < n ? decay[i + 1]! * later : 0;
        out[i] = own + gain[i]! * carried;
        later = (1 - gain[i]!) * carried - own;
      }
    },
  };
}

/** A dependence and how probable it is before the data. */
export interface WeightedDependence extends Dependence {
  readonly weight: number;
}

/**
 * What may be believed before anything is known of a person: persistence from none to nearly a
 * random walk, recorded well or badly. A coarse grid is enough, since it only decides power.
 */
export const defaultDependence: readonly WeightedDependence[] = [
  { phi: 0, noiseShare: 0, weight: 1 },
  { phi: 0.3, noiseShare: 0, weight: 1 },
  { phi: 0.55, noiseShare: 0, weight: 1 },
  { phi: 0.75, noiseShare: 0, weight: 0.5 },
  { phi: 0.75, noiseShare: 0.4, weight: 0.5 },
  { phi: 0.88, noiseShare: 0, weight: 0.5 },
  { phi: 0.88, noiseShare: 0.4, weight: 0.5 },
  { phi: 0.95, noiseShare: 0, weight: 0.5 },
  { phi: 0.95, noiseShare: 0.4, weight: 0.5 },
].map((one) => ({ ...one, weight: one.weight / 6 }));
