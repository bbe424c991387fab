import { createRandom, normalCdf, studentTQuantile } from '@zonula/numerics';
import { armsInForce, responseTo } from '../analysis/carry-over.ts';
import { createWhitener } from '../analysis/dependence.ts';
import { analysedDays } from '../analysis/trial-data.ts';
import {
  assignmentCount,
  drawAssignment,
  drawnPeriods,
  periodsOf,
  type TrialDesign,
  trialDays,
} from '../design.ts';
import type { PersonBelief } from './person.ts';

/** Assignments over which the information is averaged. */
const assignments = 4;
const posteriorDraws = 8;
const significance = 0.05;

/**
 * What few periods cost a randomisation test: it learns the scatter from as many of them as are free (Student's t), and can
 * reject for a whole number of orders only.
 */
const limitOf = (design: TrialDesign): { readonly critical: number; readonly df: number } => {
  const paired = design.kind === 'randomised-pairs' || design.kind === 'one-member-of-a-set';
  const df = paired ? drawnPeriods(design) / 2 - 1 : drawnPeriods(design) - 2;
  const orders = assignmentCount(design);
  const reached = (2 * Math.floor((significance * orders) / 2)) / orders;
  return { critical: studentTQuantile(1 - reached / 2, df), df };
};

/** Chance that a t statistic whose mean is `shift` exceeds the limit (normal approximation of the non-central t). */
const chanceOf = (shift: number, { critical, df }: ReturnType<typeof limitOf>): number =>
  normalCdf((shift - critical) / Math.sqrt(1 + critical ** 2 / (2 * df)));

const spread = <T>(values: readonly T[], count: number): readonly T[] =>
  values.length <= count
    ? values
    : Array.from(
        { length: count },
        (_, k) => values[Math.floor(((k + 0.5) * values.length) / count)]!,
      );

/**
 * Chance to find an effect by generalised least squares with a known dependence of the days, less what few periods cost:
 * closed form, a hundred times quicker than simulating. It only says which designs are worth simulating.
 */
export const roughPower = (
  design: TrialDesign,
  { draws, recorded, slips, curve }: PersonBelief,
  effect: number,
): number => {
  const random = createRandom(1);
  const sizes = curve.map(Math.abs);
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const shares = whole > 0 ? sizes.map((size) => size / whole) : [1];
  const days = trialDays(design);
  const limit = limitOf(design);
  const chosen = spread(draws, posteriorDraws);
  const drawn = Array.from({ length: assignments }, () =>
    periodsOf(design, drawAssignment(design, random)),
  );
  // The calendar, and so which days count, is the same for every order.
  const mask = analysedDays(drawn[0]!, days);
  const known = [...mask.keys()].filter((day) => mask[day] === 1);
  const trend = Float64Array.from(known, (day) => day - days / 2);
  const responses = drawn.map((periods) => {
    const response = responseTo(armsInForce(periods, days), { shares });
    return Float64Array.from(known, (day) => response[day]!);
  });
  const column = new Float64Array(known.length);
  let power = 0;
  for (const { phi, noiseShare, sd } of chosen) {
    const { apply } = createWhitener(known, { phi, noiseShare });
    const one = new Float64Array(known.length).fill(1);
    apply(one, one);
    const two = new Float64Array(known.length);
    apply(trend, two);
    removeFrom(two, one);
    for (const response of responses) {
      apply(response, column);
      removeFrom(column, one);
      removeFrom(column, two);
      const information = (recorded * inner(column, column)) / sd ** 2;
      power += chanceOf(effect * (1 - 2 * slips) * Math.sqrt(information), limit);
    }
  }
  return power / (assignments * chosen.length);
};

const inner = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
};

/** Makes `a` orthogonal to `b`. */
const removeFrom = (a: Float64Array, b: Float64Array): void => {
  const square = inner(b, b);
  const factor = square > 0 ? inner(a, b) / square : 0;
  for (let i = 0; i < a.length; i += 1) a[i] = a[i]! - factor * b[i]!;
};
