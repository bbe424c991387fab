/**
 * Pólya-Gamma draws, Polson, Scott & Windle 2013 ("Bayesian inference for logistic models using
 * Pólya-Gamma latent variables", JASA 108:1339).
 *
 * The integer part of b up to 12 is a sum of exact PG(1, z) draws: Devroye's alternating-series
 * rejection for the tilted Jacobi distribution. The fractional part, and all of b above 12, is the
 * infinite sum of gammas, its first 16 + |z| / 2 terms (at most 200) drawn one by one and the rest
 * replaced by one gamma of the same mean and variance. Mean and variance are therefore exact; the
 * third cumulant is within 4e-7 relative for |z| <= 10 and 3e-4 for |z| <= 300 (tested).
 */
import { normalCdf, normalLogCdf } from './normal.ts';

interface Source {
  readonly uniform: () => number;
  readonly normal: () => number;
  readonly exponential: () => number;
  readonly gamma: (shape: number) => number;
}

const DEVROYE_LIMIT = 12;
/** Where the two series of the Jacobi density meet; the value of Polson, Scott & Windle. */
const CUT = 0.64;

/** Mean and variance of PG(b, z). */
export function polyaGammaMoments(
  b: number,
  z: number,
): { readonly mean: number; readonly variance: number } {
  const t = Math.abs(z);
  if (t < 0.05) {
    const s = t * t;
    return {
      mean: b * (1 / 4 - s / 48 + (s * s) / 480 - (17 * s * s * s) / 80640),
      variance: b * (1 / 24 - s / 120 + (17 * s * s) / 13440 - (31 * s * s * s) / 181440),
    };
  }
  const e = Math.exp(-t);
  const sinhRatio = (1 - e * e - 2 * t * e) / ((1 + e) * (1 + e));
  return { mean: (b * Math.tanh(0.5 * t)) / (2 * t), variance: (b * sinhRatio) / (2 * t * t * t) };
}

/** Number of gamma terms drawn one by one for this tilt. */
export function polyaGammaTerms(z: number): number {
  return Math.min(200, 16 + Math.ceil(Math.abs(z) / 2));
}

/** PG(b, z); b > 0 real, z real (its sign does not matter). Throws RangeError otherwise. */
export function samplePolyaGamma(random: Source, b: number, z: number): number {
  if (!(b > 0 && b < Infinity && Number.isFinite(z))) {
    throw new RangeError('polyaGamma needs b > 0 and a finite z');
  }
  if (b > DEVROYE_LIMIT) return gammaSeries(random, b, z);
  const whole = Math.floor(b);
  let sum = 0;
  for (let i = 0; i < whole; i++) sum += 0.25 * tiltedJacobi(random, 0.5 * Math.abs(z));
  return b > whole ? sum + gammaSeries(random, b - whole, z) : sum;
}

function gammaSeries(random: Source, b: number, z: number): number {
  const shift = (z / (2 * Math.PI)) ** 2;
  const terms = polyaGammaTerms(z);
  const moments = polyaGammaMoments(b, z);
  let restMean = moments.mean;
  let restVariance = moments.variance;
  let sum = 0;
  for (let k = 0; k < terms; k++) {
    const scale = 1 / (2 * Math.PI * Math.PI * ((k + 0.5) * (k + 0.5) + shift));
    sum += scale * random.gamma(b);
    restMean -= b * scale;
    restVariance -= b * scale * scale;
  }
  const restScale = restVariance / restMean;
  return sum + restScale * random.gamma(restMean / restScale);
}

/** J*(1, z) of the paper, z >= 0; PG(1, 2z) = J* / 4. */
function tiltedJacobi(random: Source, z: number): number {
  const rate = (Math.PI * Math.PI) / 8 + 0.5 * z * z;
  const exponentialMass = (Math.PI / (2 * rate)) * Math.exp(-rate * CUT);
  const gaussianMass = 2 * Math.exp(-z) * inverseGaussianCdf(z);
  const exponentialShare = exponentialMass / (exponentialMass + gaussianMass);
  for (;;) {
    const x =
      random.uniform() < exponentialShare
        ? CUT + random.exponential() / rate
        : truncatedInverseGaussian(random, z);
    if (acceptSeries(random, x)) return x;
  }
}

function acceptSeries(random: Source, x: number): boolean {
  let s = coefficient(0, x);
  const y = random.uniform() * s;
  for (let n = 1; ; n++) {
    if (n % 2 === 1) {
      s -= coefficient(n, x);
      if (y <= s) return true;
    } else {
      s += coefficient(n, x);
      if (y > s) return false;
    }
  }
}

function coefficient(n: number, x: number): number {
  const k = n + 0.5;
  const density =
    x > CUT
      ? Math.exp(-0.5 * k * k * Math.PI * Math.PI * x)
      : (2 / (Math.PI * x)) ** 1.5 * Math.exp((-2 * k * k) / x);
  return Math.PI * k * density;
}

/** P(IG(1 / z, 1) <= CUT), written so that it does not overflow for large z. */
function inverseGaussianCdf(z: number): number {
  const root = Math.sqrt(1 / CUT);
  const upper = root * (CUT * z - 1);
  const lower = -root * (CUT * z + 1);
  return normalCdf(upper) + Math.exp(2 * z + normalLogCdf(lower));
}

/** Inverse Gaussian(1 / z, 1) given x <= CUT. */
function truncatedInverseGaussian(random: Source, z: number): number {
  const mean = 1 / z;
  if (mean > CUT) {
    for (;;) {
      let e1 = random.exponential();
      let e2 = random.exponential();
      while (e1 * e1 > (2 * e2) / CUT) {
        e1 = random.exponential();
        e2 = random.exponential();
      }
      const x = CUT / ((1 + CUT * e1) * (1 + CUT * e1));
      if (random.uniform() < Math.exp(-0.5 * z * z * x)) return x;
    }
  }
  for (;;) {
    const n = random.normal();
    const y = n * n;
    const half = 0.5 * mean * (mean * y);
    // The smaller root of the quadratic, by its product with the larger: no cancellation.
    const larger = mean + half + Math.sqrt(half * (2 * mean + half));
    const smaller = (mean * mean) / larger;
    const x = random.uniform() * (mean + smaller) > mean ? larger : smaller;
    if (x <= CUT) return x;
  }
}
