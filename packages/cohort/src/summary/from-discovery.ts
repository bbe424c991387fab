import {
  type Dynamics,
  defaultPriors,
  type Finding,
  groupTwins,
  type Kernel,
  kernelsFor,
  type Priors,
  type SuspectDocument,
  toProblem,
} from '@zonula/discovery';
import { normalQuantile, quantile } from '@zonula/numerics';
import { findOutcome, type Timeline } from '@zonula/timeline';
import { withoutSlab } from '../mixture/effect-likelihood.ts';
import type { EffectSummary } from './effect-summary.ts';

export interface DiscoveryOfPerson {
  readonly person: string;
  readonly timeline: Timeline;
  readonly document: SuspectDocument;
  /** What `discover` told of how the outcome moves by itself (`onDynamics`). */
  readonly dynamics: readonly Dynamics[];
  /** The priors of that analysis. */
  readonly priors?: Priors;
}

/**
 * What `discover` found in one diary, with its priors taken out again, an exposure each that could be judged. Empty where the diary could
 * not be judged or the chains did not agree, whatever they found.
 *
 * Approximations: (1) the Bayes factor is posterior odds over the odds that the model gives an exposure when as many others act as are expected to;
 * (2) the slab of the peak is the one that the model puts on the coefficient, at the median dynamics, averaged over slab widths and over the
 * delays that the posterior favours; floors and ceilings of the scale, which make peaks smaller, are left out; (3) posterior and slab are taken for normal
 * (effect-likelihood.ts), the interval's middle and width for mean and spread. Held against analyses under other priors, and
 * against people of known effect, in from-discovery.test.ts and docs/validation.md.
 */
export function summariseDiscovery({
  person,
  timeline,
  document,
  dynamics,
  priors = defaultPriors,
}: DiscoveryOfPerson): EffectSummary[] {
  const { outcome: described, status, checks } = document;
  if (described === null || status !== 'ok' || !checks.convergence.passed) return [];
  const id = `${described.category}/${described.name}`;
  const outcome =
    findOutcome(timeline.outcomes, timeline.outcome ?? id) ?? findOutcome(timeline.outcomes, id);
  if (outcome === undefined || outcome.kind === 'count' || dynamics.length === 0) return [];
  const range = outcome.scale.max - outcome.scale.min;
  const twins = groupTwins(timeline.exposures.filter(({ candidate }) => candidate));
  const kernels = kernelsFor(outcome.name, timeline.days);
  const problem = toProblem({ outcome, twins, covariates: [], kernels });
  const persistence = median(dynamics.map((one) => one.persistence));
  const shock = median(dynamics.map((one) => one.shock));
  const columns = new Map(twins.flatMap(({ members }, j) => members.map((one) => [one.id, j])));
  const judged = document.exposures.filter(({ probability }) => probability !== null);
  const expected = judged.reduce((sum, { probability }) => sum + probability!, 0);
  const delays = kernels.map(({ centre, route }) =>
    Math.log1p(centre + (route === 'state' ? persistence / (1 - persistence) : 0)),
  );
  /** Standard deviation that the model gives the contribution of one exposure, in points. */
  const own =
    (shock / Math.sqrt(1 - persistence ** 2)) *
    Math.hypot(...priors.slabs.map((width) => width / Math.sqrt(priors.slabs.length)));
  return judged.flatMap((finding): EffectSummary[] => {
    const column = columns.get(finding.id);
    if (column === undefined) return [];
    const others = expected - finding.probability!;
    const prior = (priors.acting[0] + others) / (priors.acting[1] + 2 * twins.length - 1 - others);
    const found = delayOf(finding);
    const shares = sharesOf(delays, found);
    const squares = kernels.map((kernel, h) => {
      const at = (column * kernels.length + h) * problem.days;
      const push = problem.pushes.subarray(at, at + problem.days);
      return peakPerSd(kernel, push, problem.recorded, persistence) ** 2;
    });
    const slab = own * Math.sqrt(squares.reduce((sum, square, h) => sum + shares[h]! * square, 0));
    if (!(slab > 0)) return [];
    const likelihood = withoutSlab({
      logBayesFactor: logOdds(finding.probability!) - Math.log(prior),
      slab: slab / range,
      effect: effectOf(finding, range),
    });
    return [
      {
        person,
        exposure: finding.id,
        outcome: outcome.id,
        measure: 'peak',
        daysWith: finding.daysWith,
        daysWithout: finding.daysWithout,
        likelihood,
        delay: found === null ? null : delayBeyond(found, delays),
      },
    ];
  });
}

const median = (values: readonly number[]): number => quantile(Float64Array.from(values), 0.5);

/** A sampler of some thousand draws says nothing finer. */
const finest = 1e-4;
const logOdds = (probability: number): number => {
  const p = Math.min(1 - finest, Math.max(finest, probability));
  return Math.log(p / (1 - p));
};

/** Normal standard deviation of which an interval of this level is as wide. */
const sdOf = ([low, high]: readonly [number, number], level: number): number =>
  (high - low) / (2 * normalQuantile((1 + level) / 2));

const effectOf = ({ effect }: Finding, range: number): { mean: number; sd: number } | null =>
  effect === null
    ? null
    : { mean: effect.peak / range, sd: sdOf(effect.peakInterval, effect.level) / range };

/** Peak of the response after one usual portion for a unit of standard deviation of the response over the recorded days. */
function peakPerSd(
  { route, weights }: Kernel,
  push: Float64Array,
  recorded: Int32Array,
  persistence: number,
): number {
  const carry = route === 'state' ? persistence : 0;
  let peak = 0;
  let response = 0;
  for (const weight of weights) {
    response = carry * response + weight;
    if (response > peak) peak = response;
  }
  let [sum, squares, next] = [0, 0, 0];
  response = 0;
  for (let t = 0; t < push.length; t++) {
    response = carry * response + push[t]!;
    if (recorded[next] !== t) continue;
    next++;
    sum += response;
    squares += response ** 2;
  }
  const variance = squares / next - (sum / next) ** 2;
  return variance > 1e-12 ? peak / Math.sqrt(variance) : 0;
}

interface Normal {
  readonly mean: number;
  readonly sd: number;
}

/** What the document says of the delay, in ln(1 + days). Delays are whole days at best: half a day is known of none. */
const delayOf = ({ delayDays }: Finding): Normal | null => {
  if (delayDays === null) return null;
  const [low, high] = delayDays.interval.map((end) => Math.log1p(Math.max(0, end)));
  return { mean: (low! + high!) / 2, sd: Math.max(0.1, sdOf([low!, high!], delayDays.level)) };
};

/** How much of the posterior lies on each of the dictionary's delays, as far as the document tells. */
function sharesOf(delays: readonly number[], found: Normal | null): number[] {
  const weights = delays.map((delay) =>
    found === null ? 1 : Math.exp(-0.5 * ((delay - found.mean) / found.sd) ** 2),
  );
  const total = weights.reduce((a, b) => a + b, 0);
  return total > 0 ? weights.map((weight) => weight / total) : weights.map(() => 1 / delays.length);
}

/** The delay with the dictionary of delays divided out, both taken for normal. */
function delayBeyond(found: Normal, delays: readonly number[]): EffectSummary['delay'] {
  const mean = delays.reduce((a, b) => a + b, 0) / delays.length;
  const variance = delays.reduce((sum, delay) => sum + (delay - mean) ** 2, 0) / delays.length;
  if (found.sd ** 2 > 0.64 * variance) return null;
  const precision = 1 / found.sd ** 2 - 1 / variance;
  return {
    estimate: (found.mean / found.sd ** 2 - mean / variance) / precision,
    error: Math.sqrt(1 / precision),
  };
}
