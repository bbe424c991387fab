/**
 * The normal model of the R package nof1 (one mean per arm, no intercept, known in JAGS as
 * Y ~ dnorm(beta[arm], prec), beta ~ dnorm(0, 0.001), prec ~ dgamma(0.001, 0.001)) for its laughter
 * example, by a two-block Gibbs sampler of our own. Expected: JAGS 4.3.1 on that model
 * (fixtures/laughter.json, 400,000 draws).
 */
import reference from '../../fixtures/laughter.json' with { type: 'json' };
import { monteCarloError, quantile } from '../diagnostics.ts';
import { createRandom, type Random } from '../random.ts';
import { sampleMoments } from '../welch.ts';
import { type GoldenRow, goldenRow, type ReadFile } from './row.ts';
import { parseTable } from './table.ts';

/** All that the model needs to know of the data: two arms, first the reference. */
export interface ArmSummary {
  readonly counts: readonly [number, number];
  readonly means: readonly [number, number];
  /** Squared distances from the arm means, added up over both arms. */
  readonly sumOfSquares: number;
}

const PRIOR_PRECISION = 0.001;
const GAMMA = 0.001;

/** Draws of the difference of the arm means (second minus first) and of the residual sd. */
export function sampleTwoArms(
  arms: ArmSummary,
  draws: number,
  random: Random,
): { readonly difference: Float64Array; readonly sd: Float64Array } {
  const difference = new Float64Array(draws);
  const sd = new Float64Array(draws);
  const total = arms.counts[0] + arms.counts[1];
  let precision = total / arms.sumOfSquares;
  for (let draw = -100; draw < draws; draw++) {
    const betas = arms.counts.map((count, arm) => {
      const weight = PRIOR_PRECISION + count * precision;
      return (count * precision * arms.means[arm]!) / weight + random.normal() / Math.sqrt(weight);
    });
    const squares = arms.counts.reduce(
      (sum, count, arm) => sum + count * (arms.means[arm]! - betas[arm]!) ** 2,
      arms.sumOfSquares,
    );
    precision = random.gamma(GAMMA + total / 2) / (GAMMA + squares / 2);
    if (draw < 0) continue;
    difference[draw] = betas[1]! - betas[0]!;
    sd[draw] = 1 / Math.sqrt(precision);
  }
  return { difference, sd };
}

export function laughterArms(readFile: ReadFile): ArmSummary {
  const table = parseTable(readFile('nof1/laughter.csv'));
  const treatment = table.text('Treat');
  const y = table.numbers('Y');
  const arms = ['Usual Routine', 'Laughter'].map((arm) =>
    sampleMoments(y.filter((_, i) => treatment[i] === arm)),
  );
  const [reference, laughter] = [arms[0]!, arms[1]!];
  return {
    counts: [reference.count, laughter.count],
    means: [reference.mean, laughter.mean],
    sumOfSquares: arms.reduce((sum, arm) => sum + (arm.count - 1) * arm.variance, 0),
  };
}

const DRAWS = 200_000;

export function laughterGolden(arms: ArmSummary): GoldenRow[] {
  const { difference, sd } = sampleTwoArms(arms, DRAWS, createRandom(1));
  const moments = sampleMoments(difference);
  const positive = difference.filter((d) => d > 0).length / DRAWS;
  const expected = reference.difference;
  const mean = combinedError(difference);
  // Of a share, a standard deviation and a 2.5 % quantile, over the error of the mean.
  const share = Math.sqrt(expected.positive * (1 - expected.positive)) / expected.sd;
  const [spread, end] = [1 / Math.SQRT2, 2.67];
  const id = 'nof1 laughter, normal model';
  const row = (what: string, value: number, got: number, error: number) =>
    goldenRow(id, what, value, got, 4 * error);
  return [
    row('difference: mean', expected.mean, moments.mean, mean),
    row('difference: sd', expected.sd, Math.sqrt(moments.variance), 1.5 * spread * mean),
    row('difference: 2.5 %', expected.lower, quantile(difference, 0.025), end * mean),
    row('difference: 97.5 %', expected.upper, quantile(difference, 0.975), end * mean),
    row('P(difference > 0)', expected.positive, positive, share * mean),
    row('residual sd: mean', reference.sd, sampleMoments(sd).mean, combinedError(sd)),
  ];
}

/** Monte Carlo error of the mean of our draws and of JAGS's together, both nearly independent. */
function combinedError(draws: Float64Array): number {
  const ours = monteCarloError([draws.subarray(0, DRAWS / 2), draws.subarray(DRAWS / 2)]);
  return ours * Math.sqrt(1 + DRAWS / reference.draws);
}
