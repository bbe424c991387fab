import { categorySchema, scaleSchema, warningSchema } from '@zonula/diary';
import { z } from 'zod';
import { grains } from './grain.ts';

const series: z.ZodType<Float64Array> = z.instanceof(Float64Array);
const flags: z.ZodType<Uint8Array> = z.instanceof(Uint8Array);

/** Why something cannot be judged: a stable code and one or two sentences for the person. */
export const reasonSchema = z.object({ code: z.string(), text: z.string() });
export type Reason = Readonly<z.infer<typeof reasonSchema>>;

/** A score as it was recorded, one value a day; NaN where nothing was recorded. */
export const outcomeSchema = z.object({
  /** `skin/itch`, or `skin/itch@face` for one body site, `skin/itch@all` for the sum of its sites. */
  id: z.string(),
  category: categorySchema,
  name: z.string(),
  site: z.string().nullable(),
  kind: z.enum(['score', 'count']),
  scale: scaleSchema,
  /** Smallest step between two recordable values, in points (1 for whole numbers, 0.1 for a slider). */
  step: z.number().positive(),
  /** Mean of the day's rows; rounded to a whole number for a count. */
  values: series,
  /** Minutes after local midnight at which the day's value was recorded (mean); NaN where not timed. */
  minutes: series.nullable(),
  /** Timed rows as triples (day index, minute, value), in time order; null without any. */
  timed: series.nullable(),
  /** Days with a value. */
  days: z.number().int().nonnegative(),
});
export type Outcome = Readonly<z.infer<typeof outcomeSchema>>;

/** Something that may move the outcome; dose per day in usual portions or days of the habit. */
export const exposureSchema = z.object({
  id: z.string(),
  grain: z.enum(grains),
  category: categorySchema,
  name: z.string(),
  /** Diary identities that hold it (itself, for a dish or an entry). */
  rows: z.array(z.string()),
  /** The exposure that the very same foods make up and that is judged in its place. */
  sameAs: z.string().optional(),
  /** Dose per day; 0 = known not taken; NaN = unknown. Median 1 over the days with it. */
  dose: series,
  /** What a dose of 1 is, in the diary's own amounts (1 when it was recorded in several units). */
  portion: z.number().positive(),
  /** Unit of `portion`; null when the diary names none or several. */
  unit: z.string().nullable(),
  /** Timed rows as triples (day index, minute, dose), in time order; null without any. */
  timed: series.nullable(),
  daysWith: z.number().int().nonnegative(),
  daysWithout: z.number().int().nonnegative(),
  daysUnknown: z.number().int().nonnegative(),
  /** Number of unbroken spells with the exposure; few spells tell little whatever the days. */
  spells: z.number().int().nonnegative(),
  /** It can be judged on its own. */
  identifiable: z.boolean(),
  /** Its column belongs in the model: identifiable, or barred only by twins on identical days. */
  candidate: z.boolean(),
  /** Code and sentence for the person; null when identifiable. */
  reason: reasonSchema.nullable(),
  /** Other candidates whose days (nearly) coincide, with the correlation of their known days. */
  collinear: z.array(z.object({ id: z.string(), correlation: z.number() })),
  /** Candidates recorded on exactly the same days: one suspect set, never one suspect. */
  identical: z.array(z.string()),
});
export type Exposure = Readonly<z.infer<typeof exposureSchema>>;

/** Always-in column: sleep, stress, cycle phase, weekday, season, break point, weather. NaN-free, centred. */
export const covariateSchema = z.object({
  id: z.string(),
  group: z.enum(['sleep', 'stress', 'cycle', 'weekday', 'season', 'break', 'weather', 'logging']),
  label: z.string(),
  /** What one unit of the column means, e.g. "1 h more sleep". */
  unit: z.string(),
  values: series,
  /** Lag in days already applied to the column. */
  lag: z.number().int().nonnegative(),
  /** Logged days without a value of their own, filled with the mean of the weeks around them. */
  filledDays: z.number().int().nonnegative(),
});
export type Covariate = Readonly<z.infer<typeof covariateSchema>>;

/** A diary on regular local days: index 0 is `from`, the last index is `to`. */
export const timelineSchema = z.object({
  /** Empty when no day is logged. */
  from: z.iso.date().or(z.literal('')),
  to: z.iso.date().or(z.literal('')),
  days: z.number().int().nonnegative(),
  loggedDays: z.number().int().nonnegative(),
  dates: z.array(z.iso.date()),
  /** 1 where the day has at least one row other than weather. */
  logged: flags,
  outcomes: z.array(outcomeSchema),
  /** Id of the outcome the exposures were judged against; null when there is none. */
  outcome: z.string().nullable(),
  exposures: z.array(exposureSchema),
  covariates: z.array(covariateSchema),
  warnings: z.array(warningSchema),
});
export type Timeline = Readonly<z.infer<typeof timelineSchema>>;
