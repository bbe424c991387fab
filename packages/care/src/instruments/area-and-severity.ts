import type { z } from 'zod';
import { between, form, grade } from './answers.ts';
import type { Part } from './instrument.ts';

export const regions = ['head', 'arms', 'trunk', 'legs'] as const;
export type Region = (typeof regions)[number];

/** Share of the body that each region stands for in a score. */
export type Weights = Readonly<Record<Region, number>>;

const areaGrades = [0, 1, 2, 3, 4, 5, 6];
/** Per cent of the region from which the next grade counts. */
const from = [10, 30, 50, 70, 90];

/** Grade of area, 0 to 6, of a region of which `percent` is affected: none, below 10, 30, 50, 70, 90 %, or more. */
export const areaGrade = (percent: number): number =>
  percent <= 0 ? 0 : 1 + from.filter((limit) => percent >= limit).length;

/** Area or per cent, and the signs, by name; what the form left out is undefined. */
type RegionAnswers = Readonly<Record<string, number | undefined>>;

/** A region: its area as a grade or in per cent, and its signs; a sign without any area is refused. */
export const region = (
  signs: readonly string[],
  grades: readonly number[],
): z.ZodType<RegionAnswers> =>
  form({
    area: grade(areaGrades).optional(),
    percent: between(0, 100, 'per cent of the region').optional(),
    ...Object.fromEntries(signs.map((sign) => [sign, grade(grades)])),
  }).superRefine((answers: RegionAnswers, context) => {
    const { area, percent } = answers;
    const complain = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (area === undefined && percent === undefined)
      return complain('area', 'expected the area, 0 to 6, or percent, 0 to 100');
    if (area !== undefined && percent !== undefined)
      return complain('area', 'expected either area or percent, not both');
    const present = signs.find((sign) => (answers[sign] ?? 0) > 0);
    if (present !== undefined && (area ?? percent) === 0)
      return complain(
        area === undefined ? 'percent' : 'area',
        `expected more than 0, since ${present} is ${answers[present]}`,
      );
  });

/** Sum of the signs times the grade of the area times the weight of the region, region by region. */
export const regionParts = (
  answers: Readonly<Record<Region, RegionAnswers>>,
  signs: readonly string[],
  weights: Weights,
): readonly Part[] =>
  regions.map((name) => {
    const own = answers[name];
    const severity = signs.reduce((sum, sign) => sum + own[sign]!, 0);
    return { name, points: severity * (own.area ?? areaGrade(own.percent!)) * weights[name] };
  });

/** The four regions of a form. */
export const regionsForm = <T extends z.ZodType>(one: T) => ({
  head: one,
  arms: one,
  trunk: one,
  legs: one,
});
