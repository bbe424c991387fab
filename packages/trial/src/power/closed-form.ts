import { normalCdf, normalQuantile, type Random } from '@zonula/numerics';
import { createArmModel } from '../analysis/arm-model.ts';
import { armsOf } from '../analysis/deals.ts';
import { analysedDays, immediateResponse } from '../analysis/trial-data.ts';
import { drawAssignment, drawnPeriods, periodsOf, type TrialDesign, trialDays } from '../design.ts';
import type { DayToDay } from './power.ts';

/**
 * Information on the effect, per assignment, when the dependence of the days and their scale are
 * known and no day is missing: 1 / variance of generalised least squares with level and trend.
 */
export function knownModelInformation(
  design: TrialDesign,
  { phi, noiseShare, sd }: DayToDay,
  random: Random,
  assignments = 100,
): Float64Array {
  const days = trialDays(design);
  const out = new Float64Array(1);
  const periods = periodsOf(design, drawAssignment(design, random));
  const mask = analysedDays(periods, days);
  const known = [...mask.keys()].filter((day) => mask[day] === 1);
  const response = immediateResponse(periods, drawnPeriods(design), days);
  const model = createArmModel(response, known, [{ phi, noiseShare, weight: 1 }]);
  return Float64Array.from({ length: assignments }, () => {
    model.information(armsOf(drawAssignment(design, random)), out);
    return out[0]! / (sd * sd);
  });
}

/**
 * Power of a two-sided test that knows the standard error: the best that a linear analysis of the
 * analysed days can do, and more than any real analysis can. Averaged over the information.
 */
export function knownModelPower(
  information: Float64Array,
  effect: number,
  significance = 0.05,
): number {
  const critical = -normalQuantile(significance / 2);
  const sum = information.reduce((total, amount) => {
    const shift = effect * Math.sqrt(amount);
    return total + normalCdf(shift - critical) + normalCdf(-shift - critical);
  }, 0);
  return sum / information.length;
}
