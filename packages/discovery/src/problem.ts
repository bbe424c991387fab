import type { Covariate, Exposure, Outcome } from '@zonula/timeline';
import { doseResponse } from './dose.ts';
import { type Clock, clockPushes } from './hours.ts';
import { imputeUnknown } from './impute.ts';
import { convolve, type Kernel } from './kernels.ts';
import type { Problem } from './model.ts';

/** Exposures recorded on the same days share one column: nothing can tell them apart, whatever the portions. */
export interface Twins {
  readonly members: readonly Exposure[];
  /** Complete doses after imputation, T values, log2(1 + portions), portions averaged over the members. */
  readonly dose: Float64Array;
}

export const groupTwins = (exposures: readonly Exposure[]): Twins[] => {
  const groups = new Map<string, Exposure[]>();
  for (const exposure of exposures) {
    const days = Array.from(exposure.dose, (d) => (Number.isNaN(d) ? '?' : d > 0 ? '+' : '-'));
    const key = days.join('');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [exposure]);
    else group.push(exposure);
  }
  return [...groups.values()].map((members) => ({
    members,
    dose: imputeUnknown(
      members[0].dose.map((_, t) =>
        doseResponse(members.reduce((sum, { dose }) => sum + dose[t], 0) / members.length),
      ),
    ),
  }));
};

export interface ProblemInput {
  readonly outcome: Outcome;
  readonly twins: readonly Twins[];
  readonly covariates: readonly Covariate[];
  readonly kernels: readonly Kernel[];
  /** Times of meals and records, where they count; kernels of the day itself then need it. */
  readonly clock?: Clock | null;
}

/**
 * Lays a timeline out for the sampler: each recorded score becomes the interval of latent values that
 * would have been recorded as it (open at the ends of the scale), each exposure one push a kernel.
 */
export const toProblem = ({
  outcome,
  twins,
  covariates,
  kernels,
  clock = null,
}: ProblemInput): Problem => {
  const { values, scale, step } = outcome;
  const days = values.length;
  const recorded = Int32Array.from(
    Array.from(values.keys()).filter((t) => !Number.isNaN(values[t])),
  );
  const range = scale.max - scale.min;
  const half = step > range / 500 ? step / 2 : 0;
  const counts =
    outcome.kind === 'count' ? { values: Float64Array.from(recorded, (t) => values[t]) } : null;
  const lower = new Float64Array(recorded.length);
  const upper = new Float64Array(recorded.length);
  for (let i = 0; i < recorded.length; i++) {
    const value = values[recorded[i]];
    lower[i] = value <= scale.min ? Number.NEGATIVE_INFINITY : value - half;
    upper[i] = value >= scale.max ? Number.POSITIVE_INFINITY : value + half;
    if (value <= scale.min) upper[i] = scale.min + half;
    if (value >= scale.max) lower[i] = scale.max - half;
  }
  const pushes = new Float64Array(twins.length * kernels.length * days);
  const centred = new Float64Array(days);
  for (let j = 0; j < twins.length; j++) {
    const { dose } = twins[j];
    let sum = 0;
    for (let t = 0; t < days; t++) sum += dose[t];
    for (let t = 0; t < days; t++) centred[t] = dose[t] - sum / days;
    const byClock = clock === null ? null : clockPushes(twins[j], clock);
    for (let h = 0; h < kernels.length; h++) {
      const at = (j * kernels.length + h) * days;
      const push = pushes.subarray(at, at + days);
      if (byClock !== null && kernels[h].start === 0) byClock(kernels[h], push);
      else convolve(kernels[h], centred, push);
    }
  }
  const covariateColumns = new Float64Array(covariates.length * days);
  for (let k = 0; k < covariates.length; k++) {
    const column = covariates[k].values;
    let sum = 0;
    let squares = 0;
    for (const t of recorded) {
      sum += column[t];
      squares += column[t] * column[t];
    }
    const average = sum / recorded.length;
    const variance = squares / recorded.length - average * average;
    const sd = variance > 1e-12 ? Math.sqrt(variance) : 1;
    for (let t = 0; t < days; t++) covariateColumns[k * days + t] = (column[t] - average) / sd;
  }
  return {
    days,
    recorded,
    lower,
    upper,
    counts,
    centre: counts === null ? (scale.min + scale.max) / 2 : Math.log(mean(counts.values) + 0.5),
    range: counts === null ? range : 3,
    exposures: twins.length,
    kernels,
    pushes,
    covariates: covariates.length,
    covariateColumns,
    priorOdds: new Float64Array(twins.length).fill(1),
  };
};

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
