import { categorySchema, scaleSchema, warningSchema } from '@zonula/diary';
import { z } from 'zod';

const series = z.instanceof(Float64Array);

/** A score as it was recorded, one value a day; NaN where nothing was recorded. */
export const outcomeSchema = z.object({
  id: z.string(),
  category: categorySchema,
  name: z.string(),
  kind: z.enum(['score', 'count']),
  scale: scaleSchema,
  /** Smallest step between two recordable values, in points (1 for whole numbers, 0.1 for a slider). */
  step: z.number().positive(),
  values: series,
  /** Minutes after local midnight at which the day's value was recorded; NaN where not timed. */
  minutes: series.nullable(),
});
export type Outcome = Readonly<z.infer<typeof outcomeSchema>>;

export const grains = ['dish', 'ingredient', 'class', 'entry'] as const;
export type Grain = (typeof grains)[number];

/** Something that may move the outcome; dose per day in usual portions or days of the habit. */
export const exposureSchema = z.object({
  id: z.string(),
  grain: z.enum(grains),
  category: categorySchema,
  name: z.string(),
  /** Diary identities that hold it (itself, for a dish or an entry). */
  rows: z.array(z.string()),
  /** Dose per day; 0 = known not taken; NaN = unknown. */
  dose: series,
  daysWith: z.number().int().nonnegative(),
  daysWithout: z.number().int().nonnegative(),
  daysUnknown: z.number().int().nonnegative(),
  /** Number of unbroken spells with the exposure; few spells tell little whatever the days. */
  spells: z.number().int().nonnegative(),
  identifiable: z.boolean(),
  /** Code and sentence for the person; null when identifiable. */
  reason: z.object({ code: z.string(), text: z.string() }).nullable(),
  /** Other exposures whose days (nearly) coincide, with the correlation of their known days. */
  collinear: z.array(z.object({ id: z.string(), correlation: z.number() })),
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
});
export type Covariate = Readonly<z.infer<typeof covariateSchema>>;

/** A diary on regular local days: index 0 is `from`, the last index is `to`. */
export const timelineSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  days: z.number().int().nonnegative(),
  loggedDays: z.number().int().nonnegative(),
  dates: z.array(z.iso.date()),
  /** 1 where the day has at least one row other than weather. */
  logged: z.instanceof(Uint8Array),
  outcomes: z.array(outcomeSchema),
  exposures: z.array(exposureSchema),
  covariates: z.array(covariateSchema),
  warnings: z.array(warningSchema),
});
export type Timeline = Readonly<z.infer<typeof timelineSchema>>;
