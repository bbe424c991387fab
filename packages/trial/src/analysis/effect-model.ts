/**
 * Bayesian estimate of a trial's effect: outcome = level + trend + effect x response + state + noise
 * of recording, where the state is AR(1) with Student-t shocks (scale mixture of normals, West 1987)
 * and the response builds up and fades by one of several kernels. Level, trend, effect and scale have flat
 * priors and are integrated out in closed form; persistence, noise share and kernel are drawn by
 * Metropolis steps on what remains, the state by forward filtering and backward sampling
 * (Carter & Kohn 1994). Persistence is flat on Fisher's z inside its bounds, the noise of recording nearly flat on its
 * standard deviation (Gelman 2006) and thinning out towards pure noise, nearly normal shocks are the most probable: with equal
 * shares instead, intervals of persistent days came out too narrow. Missing days have no likelihood term.
 */
import { logGamma, type Random } from '@zonula/numerics';

/** A way in which the response may have followed the exposure, and its probability before the data. */
export interface WeightedResponse {
  readonly weight: number;
  /** One value per day; a lasting full exposure gives 1. */
  readonly response: Float64Array;
}

export interface EffectModelInput {
  /** One value per day, in points; NaN where unknown or not analysed. */
  readonly outcome: Float64Array;
  readonly responses: readonly WeightedResponse[];
}

export interface EffectDraws {
  /** Change of the outcome, in points, under a lasting full exposure. */
  readonly effect: Float64Array;
  /** Index of the response. */
  readonly shape: Float64Array;
  readonly phi: Float64Array;
  readonly noiseShare: Float64Array;
  /** Standard deviation of the outcome around level, trend and effect. */
  readonly sd: Float64Array;
  readonly degreesOfFreedom: Float64Array;
}

const tailChoices = [4, 8, 20, 60] as const;
const daysPerLog = 8;
const tailPriors = [0.05, 0.1, 0.2, 0.65].map(Math.log);
/** ln of the constant of the Student t density. */
const tailConstants = tailChoices.map(
  (nu) => logGamma((nu + 1) / 2) - logGamma(nu / 2) - 0.5 * Math.log(nu * Math.PI),
);
/** Where the sampler starts, and at what dependence the kernels are made comparable. */
const usual = { phi: 0.4, noise: Math.sqrt(0.2) } as const;
const smallestPhi = -0.3;
const largestPhi = 0.99;
/** Standard deviation of the noise of recording as a share of the whole. */
const largestNoise = Math.sqrt(0.9);

/** `draws` kept draws after `burnIn`. Throws RangeError below six known days or without variation. */
export function sampleEffect(
  { outcome, responses }: EffectModelInput,
  { draws, burnIn }: { readonly draws: number; readonly burnIn: number },
  random: Random,
): EffectDraws {
  const days = outcome.length;
  const weights = new Float64Array(days).fill(1);
  const state = new Float64Array(days);
  const squares = new Float64Array(days);
  const filter = createFilter(outcome, weights);
  if (filter.known < 6) throw new RangeError('the effect needs at least six known days');
  const kept = {
    effect: new Float64Array(draws),
    shape: new Float64Array(draws),
    phi: new Float64Array(draws),
    noiseShare: new Float64Array(draws),
    sd: new Float64Array(draws),
    degreesOfFreedom: new Float64Array(draws),
  };
  let shape = responses.reduce(
    (best, { weight }, i) => (weight > responses[best]!.weight ? i : best),
    0,
  );
  let phi: number = usual.phi;
  let noise: number = usual.noise;
  let tail: number = tailChoices[2];
  const gains = { phi: 0.2, noise: 0.3 };
  // Flat per standard error instead of per point: a kernel under which the days tell little of the
  // effect would otherwise win by its vagueness alone.
  const logPriors = responses.map(({ weight, response }) => {
    filter.run(response, usual.phi, usual.noise ** 2);
    return Math.log(weight) + filter.logPrecision();
  });
  const prior = (kernel: number, persistence: number, noise: number): number =>
    logPriors[kernel]! - Math.log(1 - persistence * persistence) + 3 * Math.log(1 - noise * noise);
  for (let sweep = -burnIn; sweep < draws; sweep++) {
    let current =
      filter.run(responses[shape]!.response, phi, noise * noise) + prior(shape, phi, noise);
    if (!Number.isFinite(current)) throw new RangeError('the outcome does not vary');
    let fresh = true;
    for (let step = 0; step < 2; step++) {
      const move = step === 1 && responses.length > 1 && sweep % 2 === 0;
      const nextShape = move ? random.integer(responses.length) : shape;
      const nextPhi = move
        ? phi
        : reflect(phi + gains.phi * random.normal(), smallestPhi, largestPhi);
      const nextNoise = move
        ? noise
        : reflect(noise + gains.noise * random.normal(), 0, largestNoise);
      const proposed =
        filter.run(responses[nextShape]!.response, nextPhi, nextNoise * nextNoise) +
        prior(nextShape, nextPhi, nextNoise);
      fresh = Math.log(random.uniform()) < proposed - current;
      if (fresh) [shape, phi, noise, current] = [nextShape, nextPhi, nextNoise, proposed];
    }
    const noiseShare = noise * noise;
    // The filter holds the factor of its last run, which may have been turned down.
    if (!fresh) filter.run(responses[shape]!.response, phi, noiseShare);
    const { level, trend, effect, sd } = filter.drawCoefficients(random);
    filter.drawState(
      responses[shape]!.response,
      { level, trend, effect, sd },
      phi,
      noiseShare,
      state,
      random,
    );
    tail = drawTail(state, weights, phi, sd * Math.sqrt(1 - noiseShare), random, squares);
    if (sweep < 0) continue;
    kept.effect[sweep] = effect;
    kept.shape[sweep] = shape;
    kept.phi[sweep] = phi;
    kept.noiseShare[sweep] = noiseShare;
    kept.sd[sweep] = sd;
    kept.degreesOfFreedom[sweep] = tail;
  }
  return kept;
}

/** Folds a proposal back into [low, high]. */
function reflect(value: number, low: number, high: number): number {
  const width = high - low;
  const x = Math.abs(value - low) % (2 * width);
  return low + (x > width ? 2 * width - x : x);
}

interface Coefficients {
  readonly level: number;
  readonly trend: number;
  readonly effect: number;
  readonly sd: number;
}

/** Columns of the regression: level, trend, response, outcome. */
const WIDTH = 4;

/** Kalman filter of state and noise for all columns at once; `weights` scale the shocks and may change. */
function createFilter(outcome: Float64Array, weights: Float64Array) {
  const days = outcome.length;
  const known = outcome.reduce((n, y) => n + (Number.isNaN(y) ? 0 : 1), 0);
  const middle = (days - 1) / 2;
  const factor = new Float64Array(WIDTH * WIDTH);
  const filteredMean = new Float64Array(days);
  const filteredVariance = new Float64Array(days);
  const times = Float64Array.from({ length: days }, (_, t) => (t - middle) / days);

  /**
   * Log marginal likelihood with coefficients and scale integrated out; leaves its factor behind. The four columns (1: ones, t:
   * time, r: response, y: outcome) are written out, since nearly all time is spent here.
   */
  function run(response: Float64Array, phi: number, noiseShare: number): number {
    const share = 1 - noiseShare;
    const shock = share * (1 - phi * phi);
    let variance = share;
    let logDeterminant = 0;
    // One logarithm for several days: their product stays far from the ends of the number range.
    let product = 1;
    let factors = 0;
    let mean1 = 0;
    let meanT = 0;
    let meanR = 0;
    let meanY = 0;
    let one = 0;
    let timeOne = 0;
    let timeTime = 0;
    let responseOne = 0;
    let responseTime = 0;
    let responseResponse = 0;
    let yOne = 0;
    let yTime = 0;
    let yResponse = 0;
    let yY = 0;
    const square = phi * phi;
    for (let t = 0; t < days; t++) {
      if (t > 0) {
        variance = square * variance + shock / weights[t]!;
        mean1 *= phi;
        meanT *= phi;
        meanR *= phi;
        meanY *= phi;
      }
      const y = outcome[t]!;
      if (Number.isNaN(y)) continue;
      const total = variance + noiseShare;
      const inverse = 1 / total;
      const gain = variance * inverse;
      product *= total;
      if (++factors === daysPerLog) {
        logDeterminant += Math.log(product);
        product = 1;
        factors = 0;
      }
      const e1 = 1 - mean1;
      const eT = times[t]! - meanT;
      const eR = response[t]! - meanR;
      const eY = y - meanY;
      mean1 += gain * e1;
      meanT += gain * eT;
      meanR += gain * eR;
      meanY += gain * eY;
      one += e1 * inverse * e1;
      const scaledT = eT * inverse;
      timeOne += scaledT * e1;
      timeTime += scaledT * eT;
      const scaledR = eR * inverse;
      responseOne += scaledR * e1;
      responseTime += scaledR * eT;
      responseResponse += scaledR * eR;
      const scaledY = eY * inverse;
      yOne += scaledY * e1;
      yTime += scaledY * eT;
      yResponse += scaledY * eR;
      yY += scaledY * eY;
      variance *= 1 - gain;
    }
    logDeterminant += Math.log(product);
    factor[0] = one;
    factor[WIDTH] = timeOne;
    factor[WIDTH + 1] = timeTime;
    factor[2 * WIDTH] = responseOne;
    factor[2 * WIDTH + 1] = responseTime;
    factor[2 * WIDTH + 2] = responseResponse;
    factor[3 * WIDTH] = yOne;
    factor[3 * WIDTH + 1] = yTime;
    factor[3 * WIDTH + 2] = yResponse;
    factor[3 * WIDTH + 3] = yY;
    for (let i = 0; i < WIDTH; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = factor[i * WIDTH + j]!;
        const whole = sum;
        for (let k = 0; k < j; k++) sum -= factor[i * WIDTH + k]! * factor[j * WIDTH + k]!;
        if (i === j) {
          if (!(sum > 1e-13 * whole)) return Number.NEGATIVE_INFINITY;
          factor[i * WIDTH + i] = Math.sqrt(sum);
        } else factor[i * WIDTH + j] = sum / factor[j * WIDTH + j]!;
      }
    }
    let logVolume = 0;
    for (let i = 0; i < WIDTH - 1; i++) logVolume += Math.log(factor[i * WIDTH + i]!);
    const residual = factor[WIDTH * WIDTH - 1]!;
    return -0.5 * logDeterminant - logVolume - (known - (WIDTH - 1)) * Math.log(residual);
  }

  /** ln of 1 / standard error of the effect, in units of the scale, after the last run. */
  const logPrecision = (): number => Math.log(factor[2 * WIDTH + 2]!);

  /** Scale and coefficients given the last run. */
  function drawCoefficients(random: Random): Coefficients {
    const residual = factor[WIDTH * WIDTH - 1]!;
    const sd = residual / Math.sqrt(2 * random.gamma((known - (WIDTH - 1)) / 2));
    const b = new Float64Array(WIDTH - 1);
    for (let i = WIDTH - 2; i >= 0; i--) {
      let sum = factor[(WIDTH - 1) * WIDTH + i]! + sd * random.normal();
      for (let k = i + 1; k < WIDTH - 1; k++) sum -= factor[k * WIDTH + i]! * b[k]!;
      b[i] = sum / factor[i * WIDTH + i]!;
    }
    return { level: b[0]!, trend: b[1]!, effect: b[2]!, sd };
  }

  /** The state on every day given coefficients and outcome. */
  function drawState(
    response: Float64Array,
    { level, trend, effect, sd }: Coefficients,
    phi: number,
    noiseShare: number,
    state: Float64Array,
    random: Random,
  ): void {
    const square = sd * sd;
    const noise = square * noiseShare;
    const shock = square * (1 - noiseShare) * (1 - phi * phi);
    let mean = 0;
    let variance = square * (1 - noiseShare);
    for (let t = 0; t < days; t++) {
      if (t > 0) {
        mean *= phi;
        variance = phi * phi * variance + shock / weights[t]!;
      }
      const y = outcome[t]!;
      if (!Number.isNaN(y)) {
        const gain = variance / (variance + noise);
        mean += gain * (y - level - trend * times[t]! - effect * response[t]! - mean);
        variance *= 1 - gain;
      }
      filteredMean[t] = mean;
      filteredVariance[t] = variance;
    }
    for (let t = days - 1; t >= 0; t--) {
      let m = filteredMean[t]!;
      let v = filteredVariance[t]!;
      if (t < days - 1) {
        const ahead = phi * phi * v + shock / weights[t + 1]!;
        const gain = ahead > 0 ? (phi * v) / ahead : 0;
        m += gain * (state[t + 1]! - phi * m);
        v = Math.max(0, v - gain * phi * v);
      }
      state[t] = m + Math.sqrt(v) * random.normal();
    }
  }

  return { known, run, logPrecision, drawCoefficients, drawState };
}

/** Draws how heavy the tails are given the shocks, then the weight of each shock, in place. `squares` is scratch, one value a day. */
function drawTail(
  state: Float64Array,
  weights: Float64Array,
  phi: number,
  sd: number,
  random: Random,
  squares: Float64Array,
): number {
  const tailLogs = new Float64Array(tailChoices.length);
  const days = state.length;
  const scale = 1 / (sd * Math.sqrt(1 - phi * phi));
  for (let t = 1; t < days; t++) squares[t] = ((state[t]! - phi * state[t - 1]!) * scale) ** 2;
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < tailChoices.length; i++) {
    const nu = tailChoices[i]!;
    let sum = tailPriors[i]! + (days - 1) * tailConstants[i]!;
    let product = 1;
    for (let t = 1; t < days; t++) {
      product *= 1 + squares[t]! / nu;
      if (t % daysPerLog !== 0 && t < days - 1) continue;
      sum -= ((nu + 1) / 2) * Math.log(product);
      product = 1;
    }
    tailLogs[i] = sum;
    top = Math.max(top, sum);
  }
  let total = 0;
  for (let i = 0; i < tailLogs.length; i++) total += Math.exp(tailLogs[i]! - top);
  let rest = random.uniform() * total;
  let chosen = 0;
  for (; chosen < tailChoices.length - 1; chosen++) {
    rest -= Math.exp(tailLogs[chosen]! - top);
    if (rest <= 0) break;
  }
  const nu = tailChoices[chosen]!;
  for (let t = 1; t < days; t++) weights[t] = random.gamma((nu + 1) / 2) / ((nu + squares[t]!) / 2);
  return nu;
}
