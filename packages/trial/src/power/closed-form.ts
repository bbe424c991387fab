import { normalCdf, normalQuantile, type Random } from '@zonula/numerics';
import { createArmModel } from '../analysis/arm-model.ts';
import { armsOf } from '../analysis/deals.ts';
import { analysedDays, immediateResponse } from '../analysis/trial-data.ts';
import { drawAssignment, periodsOf, type TrialDesign, trialDays } from '../design.ts';
import type { DayToDay } from './power.ts';

/**
 * Power of generalised least squares with level and trend when the dependence of the days and their
 * scale are known and no day is missing: the best that a linear analysis of the analysed days can
 * do, and more than any real analysis can. Averaged over `assignments` draws of the design.
 */
export function knownModelPower(
  design: TrialDesign,
  { phi, noiseShare, sd }: DayToDay,
  effect: number,
  random: Random,
  { assignments = 200, significance = 0.05 } = {},
): number {
  const days = trialDays(design);
  const information = new Float64Array(1);
  const critical = -normalQuantile(significance / 2);
  let sum = 0;
  for (let i = 0; i < assignments; i++) {
    const assignment = drawAssignment(design, random);
    const periods = periodsOf(design, assignment);
    const mask = analysedDays(periods, days);
    const known = [...mask.keys()].filter((day) => mask[day] === 1);
    const response = immediateResponse(periods, assignment.length, days);
    const model = createArmModel(response, known, [{ phi, noiseShare, weight: 1 }]);
    model.information(armsOf(assignment), information);
    const shift = (effect / sd) * Math.sqrt(information[0]!);
    sum += normalCdf(shift - critical) + normalCdf(-shift - critical);
  }
  return sum / assignments;
}
