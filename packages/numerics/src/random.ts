/**
 * Seeded pseudo-random numbers.
 *
 * Generator: xoshiro128** 1.1 (Blackman & Vigna 2021, "Scrambled linear pseudorandom number
 * generators", ACM TOMS 47:36), period 2^128 - 1, 32-bit integer state. Seeds and stream keys are
 * spread over the state with the 32-bit finaliser of MurmurHash3 on a Weyl sequence (the
 * construction of Steele, Lea & Flood 2014, SplitMix). Not for cryptography.
 *
 * Normal: ziggurat with 128 blocks in Doornik's form (2005, "An improved ziggurat method"), exact.
 * Gamma: Marsaglia & Tsang 2000, exact. Distributions that need more than that live in
 * truncated-normal.ts and polya-gamma.ts.
 */
import { samplePolyaGamma } from './polya-gamma.ts';
import { sampleTruncatedNormal } from './truncated-normal.ts';

export interface Random {
  /** Uniform on the open interval (0, 1), 52 random bits. */
  readonly uniform: () => number;
  /** Uniform on 0..n-1, unbiased. `n` is an integer in 1..2^32. Throws RangeError otherwise. */
  readonly integer: (n: number) => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** Exponential with mean 1. */
  readonly exponential: () => number;
  /** Gamma with this shape (> 0) and scale 1. Values below 5e-324 come out as 0. */
  readonly gamma: (shape: number) => number;
  /** Beta on [0, 1]; a, b > 0. Small shapes are drawn in logarithms, so never NaN. */
  readonly beta: (a: number, b: number) => number;
  /** Poisson, mean in 0..1e9. Exact: Gamma reduction (Ahrens & Dieter 1974), then products. */
  readonly poisson: (mean: number) => number;
  /** Binomial; n an integer in 0..2^31, p in [0, 1]. Exact: beta splitting (Relles 1972). */
  readonly binomial: (n: number, p: number) => number;
  /** Normal(mean, sd) given lower <= x <= upper; bounds may be infinite. See truncated-normal.ts. */
  readonly truncatedNormal: (mean: number, sd: number, lower: number, upper: number) => number;
  /** Pólya-Gamma PG(b, z), real b > 0. See polya-gamma.ts for the accuracy. */
  readonly polyaGamma: (b: number, z: number) => number;
  /**
   * An independent stream named by an integer label. It depends on this stream's seed and labels
   * only, not on how many numbers were drawn, so the order of the calls does not matter.
   */
  readonly fork: (label: number) => Random;
}

const WEYL = 0x9e3779b9;

function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function words(value: number, what: string): readonly [number, number] {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${what} must be a safe integer`);
  return [value | 0, Math.floor(value / 0x1_0000_0000) | 0];
}

const BLOCKS = 128;
const TAIL_START = 3.442619855899;
const BLOCK_AREA = 9.91256303526217e-3;
const edges = new Float64Array(BLOCKS + 1);
const ratios = new Float64Array(BLOCKS);
{
  let f = Math.exp(-0.5 * TAIL_START * TAIL_START);
  edges[0] = BLOCK_AREA / f;
  edges[1] = TAIL_START;
  for (let i = 2; i < BLOCKS; i++) {
    edges[i] = Math.sqrt(-2 * Math.log(BLOCK_AREA / edges[i - 1]! + f));
    f = Math.exp(-0.5 * edges[i]! * edges[i]!);
  }
  edges[BLOCKS] = 0;
  for (let i = 0; i < BLOCKS; i++) ratios[i] = edges[i + 1]! / edges[i]!;
}

/** A stream for this seed, any safe integer. Same seed, same numbers, on every platform. */
export function createRandom(seed: number): Random {
  const [low, high] = words(seed, 'seed');
  return createStream(mix(low + WEYL), mix((high ^ 0x2545f491) + WEYL));
}

function createStream(key0: number, key1: number): Random {
  let s0 = key0;
  let s1 = key1;
  let s2 = mix(key0 + Math.imul(2, WEYL)) ^ mix(key1 + Math.imul(3, WEYL));
  let s3 = mix(mix(key0 + Math.imul(4, WEYL)) + key1);
  if ((s0 | s1 | s2 | s3) === 0) s3 = WEYL | 0;
  for (let i = 0; i < 20; i++) next();

  /** 32 random bits as a signed integer. */
  function next(): number {
    const product = Math.imul(s1, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = (s3 << 11) | (s3 >>> 21);
    return result;
  }

  function uniform(): number {
    const upper = next() >>> 6;
    return (upper * 0x400_0000 + (next() >>> 6) + 0.5) / 0x10_0000_0000_0000;
  }

  function integer(n: number): number {
    if (!(Number.isInteger(n) && n >= 1 && n <= 0x1_0000_0000)) {
      throw new RangeError('integer(n) needs an integer n in 1..2^32');
    }
    const limit = 0x1_0000_0000 - (0x1_0000_0000 % n);
    let draw = next() >>> 0;
    while (draw >= limit) draw = next() >>> 0;
    return draw % n;
  }

  function exponential(): number {
    return -Math.log(uniform());
  }

  function normal(): number {
    for (;;) {
      const u = 2 * uniform() - 1;
      const block = next() & (BLOCKS - 1);
      if (Math.abs(u) < ratios[block]!) return u * edges[block]!;
      if (block === 0) return u < 0 ? -normalTail() : normalTail();
      const x = u * edges[block]!;
      const outer = Math.exp(-0.5 * (edges[block]! * edges[block]! - x * x));
      const inner = Math.exp(-0.5 * (edges[block + 1]! * edges[block + 1]! - x * x));
      if (inner + uniform() * (outer - inner) < 1) return x;
    }
  }

  function normalTail(): number {
    for (;;) {
      const x = exponential() / TAIL_START;
      if (2 * exponential() > x * x) return TAIL_START + x;
    }
  }

  function gamma(shape: number): number {
    if (!(shape > 0 && shape < Infinity)) throw new RangeError('gamma needs a shape above 0');
    return shape < 1 ? Math.exp(logGammaVariate(shape)) : marsagliaTsang(shape);
  }

  function marsagliaTsang(shape: number): number {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = uniform();
      if (u < 1 - 0.0331 * x * x * x * x) return d * v;
      if (Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
    }
  }

  function logGammaVariate(shape: number): number {
    return shape < 1
      ? Math.log(marsagliaTsang(shape + 1)) + Math.log(uniform()) / shape
      : Math.log(marsagliaTsang(shape));
  }

  function beta(a: number, b: number): number {
    if (!(a > 0 && b > 0 && a < Infinity && b < Infinity)) {
      throw new RangeError('beta needs both shapes above 0');
    }
    return 1 / (1 + Math.exp(logGammaVariate(b) - logGammaVariate(a)));
  }

  function poisson(mean: number): number {
    if (!(mean >= 0 && mean <= 1e9)) throw new RangeError('poisson needs a mean in 0..1e9');
    let rest = mean;
    let count = 0;
    while (rest > 12) {
      const events = Math.floor(rest * 0.875);
      const waited = marsagliaTsang(events);
      if (waited > rest) return count + binomial(events - 1, rest / waited);
      rest -= waited;
      count += events;
    }
    const floor = Math.exp(-rest);
    let product = uniform();
    while (product > floor) {
      count++;
      product *= uniform();
    }
    return count;
  }

  function binomial(n: number, p: number): number {
    if (!(Number.isInteger(n) && n >= 0 && n <= 0x8000_0000 && p >= 0 && p <= 1)) {
      throw new RangeError('binomial needs an integer n in 0..2^31 and p in [0, 1]');
    }
    let count = 0;
    let trials = n;
    let chance = p;
    while (trials > 20) {
      const middle = 1 + Math.floor(trials / 2);
      const quantile = beta(middle, trials + 1 - middle);
      if (quantile <= chance) {
        count += middle;
        trials -= middle;
        chance = (chance - quantile) / (1 - quantile);
      } else {
        trials = middle - 1;
        chance /= quantile;
      }
    }
    for (let i = 0; i < trials; i++) if (uniform() < chance) count++;
    return count;
  }

  function fork(label: number): Random {
    const [low, high] = words(label, 'label');
    const child0 = mix(key0 + mix(low + 0x3c6ef372) + WEYL);
    return createStream(child0, mix(key1 + mix(high ^ child0) + Math.imul(5, WEYL)));
  }

  const random: Random = {
    uniform,
    integer,
    normal,
    exponential,
    gamma,
    beta,
    poisson,
    binomial,
    truncatedNormal: (mean, sd, lower, upper) =>
      sampleTruncatedNormal(random, mean, sd, lower, upper),
    polyaGamma: (b, z) => samplePolyaGamma(random, b, z),
    fork,
  };
  return random;
}
