/**
 * Exact draws from a truncated normal, after Robert 1995 ("Simulation of truncated normal
 * variables", Statistics and Computing 5:121): plain, half-normal, uniform or translated
 * exponential proposals, whichever fits the interval. Every branch accepts with probability above
 * 0.4, wherever the interval lies, so the loops end. The draw is built as bound + offset, so it
 * keeps full precision far out in a tail.
 */
interface Source {
  readonly uniform: () => number;
  readonly normal: () => number;
  readonly exponential: () => number;
}

/** Below this bound the half-normal proposal accepts more often than the exponential one. */
const HALF_NORMAL_LIMIT = 0.45;

/**
 * Normal(mean, sd) conditioned on lower <= x <= upper (infinite bounds allowed). Throws RangeError
 * when sd <= 0, lower > upper, or an argument is NaN or a wrong infinity.
 */
export function sampleTruncatedNormal(
  random: Source,
  mean: number,
  sd: number,
  lower: number,
  upper: number,
): number {
  if (!(Number.isFinite(mean) && sd > 0 && sd < Infinity && lower <= upper)) {
    throw new RangeError('truncatedNormal needs finite mean, sd > 0 and lower <= upper');
  }
  if (lower === Infinity || upper === -Infinity) {
    throw new RangeError('truncatedNormal needs an interval with finite points');
  }
  if (lower === upper) return lower;
  const a = (lower - mean) / sd;
  const b = (upper - mean) / sd;
  const width = (upper - lower) / sd;
  if (a >= 0) return Math.min(upper, lower + sd * tailOffset(random, a, width));
  if (b <= 0) return Math.max(lower, upper - sd * tailOffset(random, -b, width));
  const draw = width < 2.5 ? centralUniform(random, a, width) : centralNormal(random, a, b);
  return Math.min(upper, Math.max(lower, mean + sd * draw));
}

function centralNormal(random: Source, a: number, b: number): number {
  for (;;) {
    const z = random.normal();
    if (z >= a && z <= b) return z;
  }
}

function centralUniform(random: Source, a: number, width: number): number {
  for (;;) {
    const z = a + width * random.uniform();
    if (random.uniform() < Math.exp(-0.5 * z * z)) return z;
  }
}

/** x - a for a standard normal x on [a, a + width], a >= 0. */
function tailOffset(random: Source, a: number, width: number): number {
  if (width * (a + 0.5 * width) < 2) {
    for (;;) {
      const d = width * random.uniform();
      if (random.exponential() > d * (a + 0.5 * d)) return d;
    }
  }
  if (a < HALF_NORMAL_LIMIT) {
    for (;;) {
      const d = Math.abs(random.normal()) - a;
      if (d >= 0 && d <= width) return d;
    }
  }
  const rate = a > 1e8 ? a : 0.5 * (a + Math.sqrt(a * a + 4));
  for (;;) {
    const d = random.exponential() / rate;
    const gap = a + d - rate;
    if (d <= width && 2 * random.exponential() > gap * gap) return d;
  }
}
