import { parseJson, unusable } from '@zonula/diary';
import { z } from 'zod';
import type { Estimate } from '../analysis/estimate.ts';
import { asTrialEstimate, poolEffects } from './random-effects.ts';

const finishedSchema = z.object({
  allowed: z.literal(true),
  exposure: z.string().min(1),
  outcome: z.string().min(1),
  scale: z
    .object({ min: z.number(), max: z.number() })
    .refine(({ min, max }) => max > min)
    .readonly(),
  higherIsWorse: z.boolean(),
  from: z.iso.date(),
  to: z.iso.date(),
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
  effect: z.object({
    mean: z.number(),
    interval: z
      .tuple([z.number(), z.number()])
      .refine(([low, high]) => low < high)
      .readonly(),
    level: z.number().gt(0).lt(1),
  }),
});

/** A finished trial, as `trial analyse --json` tells it. */
export type FinishedTrial = Readonly<z.infer<typeof finishedSchema>>;

/** Several trials of the same thing and the same score, taken together. */
export interface PooledTrials {
  readonly exposure: string;
  readonly outcome: string;
  readonly trials: readonly (Pick<FinishedTrial, 'from' | 'to' | 'hash' | 'effect'> & {
    /** Its true effect, once the others are known too. */
    readonly together: Estimate;
  })[];
  /** Mean of the true effects, points. */
  readonly effect: Estimate;
  readonly probabilityWorse: number;
  /** Standard deviation of the true effects, points. */
  readonly spread: Estimate;
  /** The true effect of one more trial, points. */
  readonly next: Estimate;
  /** Scale of the half-normal prior of the spread, points. */
  readonly spreadPrior: number;
}

/** True effects of trials of the same thing are taken to differ by about this share of the scale. */
const usualSpread = 0.1;

/** Reads what `trial analyse --json` wrote. Throws `UnusableInput` that names the field. */
export const readFinishedTrial = (text: string, file: string): FinishedTrial => {
  const value = parseJson(
    text,
    { file },
    'expected JSON as `zonula trial analyse --json` writes it',
  );
  const read = finishedSchema.safeParse(value);
  if (read.success) return read.data;
  const field = read.error.issues[0]!.path.map(String).join('.');
  throw unusable(
    { file },
    `${field || 'the document'}: expected the result of a finished trial with an estimate, as \`zonula trial analyse --json\` writes it`,
  );
};

/**
 * Meta-analysis of trials of one person or of several people: Bayesian random effects (`poolEffects`). `spreadPrior` in points; by default a tenth
 * of the scale. Throws `UnusableInput` with the file and the field for trials that do not belong together or are given twice, `RangeError` without trials.
 */
export const poolResults = (
  named: readonly { readonly file: string; readonly trial: FinishedTrial }[],
  spreadPrior?: number,
): PooledTrials => {
  const [first, ...others] = named;
  if (first === undefined) throw new RangeError('there is no trial to pool');
  const { exposure, outcome, scale, higherIsWorse } = first.trial;
  const seen = new Map([[first.trial.hash, first.file]]);
  for (const { file, trial } of others) {
    const same = seen.get(trial.hash);
    if (same !== undefined) throw unusable({ file }, `hash: it is the same trial as ${same}`);
    seen.set(trial.hash, file);
    for (const field of ['exposure', 'outcome'] as const)
      if (trial[field] !== first.trial[field])
        throw unusable({ file }, `${field}: expected ${first.trial[field]}, as in ${first.file}`);
    if (trial.scale.min !== scale.min || trial.scale.max !== scale.max)
      throw unusable({ file }, `scale: expected ${scale.min} to ${scale.max}, as in ${first.file}`);
    if (trial.higherIsWorse !== higherIsWorse)
      throw unusable({ file }, `higherIsWorse: expected ${higherIsWorse}, as in ${first.file}`);
  }
  const prior = spreadPrior ?? usualSpread * (scale.max - scale.min);
  const trials = named.map(({ trial }) => trial);
  const pooled = poolEffects(
    trials.map(({ effect }) => asTrialEstimate(effect)),
    { spreadPrior: { kind: 'half-normal', scale: prior } },
  );
  return {
    exposure,
    outcome,
    trials: trials.map(({ from, to, hash, effect }, i) => ({
      from,
      to,
      hash,
      effect,
      together: pooled.trials[i]!,
    })),
    effect: pooled.mean,
    probabilityWorse: higherIsWorse ? pooled.probabilityPositive : 1 - pooled.probabilityPositive,
    spread: pooled.spread,
    next: pooled.next,
    spreadPrior: prior,
  };
};
