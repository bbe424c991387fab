import type { Covariate } from './timeline.ts';

/** A column that differs from its commonest value on fewer days is as good as constant. */
export const MIN_VARYING_DAYS = 5;

/** A covariate on the day it was measured; centred by `covariatesOf` once all columns are known. */
export const column = (
  id: string,
  group: Covariate['group'],
  label: string,
  unit: string,
  values: Float64Array,
  filledDays = 0,
): Covariate => ({ id, group, label, unit, values, lag: 0, filledDays });
