import type { Random } from '@zonula/numerics';
import { transitModel } from '../models/models.ts';
import { courseOf, runModel } from '../run.ts';
import { calibrated } from './calibrated.ts';
import type { AxisCourse } from './simulate-axis.ts';

/** Times of a sugar test that begins on this day: what `simulateAxis` needs to be asked for. */
export const sugarTestTimes = (day: number, hours = 2): Float64Array =>
  Float64Array.from({ length: Math.round(hours * 4) + 1 }, (_, i) => day + i / 96);

/** Shares of the dose found in the urine, hour by hour, and their ratio. */
export interface SugarTest {
  readonly lactulose: readonly number[];
  readonly mannitol: readonly number[];
  /** Of all hours together. */
  readonly ratio: number;
}

/**
 * The lactulose-mannitol test: both sugars go through the transit model with the permeability the gut wall
 * has in each quarter of an hour, then through the kidney. `course` holds the times of
 * `sugarTestTimes`, `renalHalfLife` is in hours. Throws RangeError where it does not hold them.
 */
export const sugarTest = (
  course: AxisCourse,
  renalHalfLife: number = calibrated.renal_half_life,
): SugarTest => {
  const { times } = course;
  const hours = (times.length - 1) / 4;
  if (!(Number.isInteger(hours) && hours > 0) || Math.abs(times[1]! - times[0]! - 1 / 96) > 1e-9)
    throw new RangeError('a sugar test needs the times of sugarTestTimes');
  const [lactulose, mannitol] = ['lactulosePermeability', 'mannitolPermeability'].map((name) =>
    excreted(course.course(name), hours, Math.LN2 / renalHalfLife),
  );
  const total = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0);
  return {
    lactulose: lactulose!,
    mannitol: mannitol!,
    ratio: total(lactulose!) / total(mannitol!),
  };
};

/** Share of the dose in the urine of each hour. */
const excreted = (permeability: Float64Array, hours: number, renalPerHour: number): number[] => {
  const peff = transitModel.parameterNames.indexOf('Peff');
  const quarters = Float64Array.from({ length: hours * 4 + 1 }, (_, i) => i / 4);
  const [first = 0] = permeability;
  const run = runModel(transitModel, {
    set: [['Peff', first]],
    until: hours,
    times: quarters,
    jumps: Array.from(permeability.subarray(1, -1), (value, i) => ({
      time: (i + 1) / 4,
      change: (_t, _y, p) => {
        p[peff] = value;
      },
    })),
  });
  const absorbed = courseOf(run, 'absorbed');
  let inBlood = 0;
  let excretedSoFar = 0;
  const atHour = [0];
  for (let i = 1; i < absorbed.length; i++) {
    const fresh = absorbed[i]! - absorbed[i - 1]!;
    const left = Math.exp(-renalPerHour / 4);
    const leftOfFresh = (1 - left) / (renalPerHour / 4);
    const after = inBlood * left + fresh * leftOfFresh;
    excretedSoFar += inBlood + fresh - after;
    inBlood = after;
    if (i % 4 === 0) atHour.push(excretedSoFar);
  }
  return atHour.slice(1).map((sum, hour) => sum - atHour[hour]!);
};

/** The ratio as a laboratory would report it: an error of 15 % (standard deviation) is assumed. */
export const readRatio = ({ ratio }: SugarTest, random: Random): number =>
  ratio * Math.exp(0.15 * random.normal());
