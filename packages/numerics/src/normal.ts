/**
 * The standard normal distribution.
 *
 * Cdf and its logarithm: rational Chebyshev approximations of Cody 1969 ("Rational Chebyshev
 * approximations for the error function", Math. Comp. 23:631) in the arrangement of Cody 1993
 * (ACM TOMS 715, ANORM). Relative error below 1e-14, in both tails, as far as doubles reach.
 * Quantile: Wichura 1988, AS 241 (PPND16), relative error below 1e-14.
 */
const LN_SQRT_2PI = 0.9189385332046727;
const INV_SQRT_2PI = 0.3989422804014327;

const CENTRE_NUMERATOR = [
  2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356,
  0.06568233791820745,
];
const CENTRE_DENOMINATOR = [
  47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673,
];
const MIDDLE_NUMERATOR = [
  0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
  6848.190450536283, 11602.65143764735, 9842.714838383978, 1.0765576773720192e-8,
];
const MIDDLE_DENOMINATOR = [
  22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
];
const TAIL_NUMERATOR = [
  0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  0.000029112874951168793, 0.023073441764940174,
];
const TAIL_DENOMINATOR = [
  1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
  0.00007297515550839662,
];

/** Φ(x) - 1/2 for |x| <= 0.67448975. */
function centre(x: number): number {
  const s = x * x;
  let numerator = CENTRE_NUMERATOR[4]! * s;
  let denominator = s;
  for (let i = 0; i < 3; i++) {
    numerator = (numerator + CENTRE_NUMERATOR[i]!) * s;
    denominator = (denominator + CENTRE_DENOMINATOR[i]!) * s;
  }
  return (x * (numerator + CENTRE_NUMERATOR[3]!)) / (denominator + CENTRE_DENOMINATOR[3]!);
}

/** The factor of exp(-y^2 / 2) in 1 - Φ(y), y > 0.67448975. */
function tailFactor(y: number): number {
  if (y <= 5.656854249492381) {
    let numerator = MIDDLE_NUMERATOR[8]! * y;
    let denominator = y;
    for (let i = 0; i < 7; i++) {
      numerator = (numerator + MIDDLE_NUMERATOR[i]!) * y;
      denominator = (denominator + MIDDLE_DENOMINATOR[i]!) * y;
    }
    return (numerator + MIDDLE_NUMERATOR[7]!) / (denominator + MIDDLE_DENOMINATOR[7]!);
  }
  const s = 1 / (y * y);
  let numerator = TAIL_NUMERATOR[5]! * s;
  let denominator = s;
  for (let i = 0; i < 4; i++) {
    numerator = (numerator + TAIL_NUMERATOR[i]!) * s;
    denominator = (denominator + TAIL_DENOMINATOR[i]!) * s;
  }
  const rest = (s * (numerator + TAIL_NUMERATOR[4]!)) / (denominator + TAIL_DENOMINATOR[4]!);
  return (INV_SQRT_2PI - rest) / y;
}

/** exp(-y^2 / 2) without the rounding error of y^2. */
function bell(y: number): number {
  const coarse = Math.trunc(y * 16) / 16;
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * (y - coarse) * (y + coarse));
}

/** Standard normal density at x. */
export function normalDensity(x: number): number {
  return INV_SQRT_2PI * bell(Math.abs(x));
}

/** Logarithm of the standard normal density at x. */
export function normalLogDensity(x: number): number {
  return -0.5 * x * x - LN_SQRT_2PI;
}

/** Φ(x) = P(Z <= x). The upper tail is Φ(-x). */
export function normalCdf(x: number): number {
  const y = Math.abs(x);
  if (!(y > 0.67448975)) return 0.5 + centre(x);
  if (y > 38.6) return x < 0 ? 0 : 1;
  const tail = bell(y) * tailFactor(y);
  return x < 0 ? tail : 1 - tail;
}

/** ln Φ(x); finite for every x above about -1e154. */
export function normalLogCdf(x: number): number {
  const y = Math.abs(x);
  if (!(y > 0.67448975)) return Math.log(0.5 + centre(x));
  if (x > 0) return Math.log1p(-normalCdf(-x));
  return -0.5 * y * y + Math.log(tailFactor(y));
}

/** The x with Φ(x) = p, p in [0, 1]; ±Infinity at the ends, NaN outside. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return q * ratio(r, QUANTILE_CENTRE);
  }
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-Math.log(tail));
  const x = r <= 5 ? ratio(r - 1.6, QUANTILE_MIDDLE) : ratio(r - 5, QUANTILE_TAIL);
  return q < 0 ? -x : x;
}

interface Rational {
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

function ratio(x: number, { numerator, denominator }: Rational): number {
  let top = 0;
  let bottom = 0;
  for (let i = 7; i >= 0; i--) {
    top = top * x + numerator[i]!;
    bottom = bottom * x + denominator[i]!;
  }
  return top / bottom;
}

const QUANTILE_CENTRE: Rational = {
  numerator: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
    45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  denominator: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597,
    39307.89580009271, 28729.085735721943, 5226.495278852546,
  ],
};
const QUANTILE_MIDDLE: Rational = {
  numerator: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
    1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  denominator: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
    0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
  ],
};
const QUANTILE_TAIL: Rational = {
  numerator: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
    0.026532189526576124, 0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  denominator: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};
