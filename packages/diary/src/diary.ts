import { z } from 'zod';
import { categories } from './category.ts';

export const categorySchema = z.enum(categories);

/** A local calendar day, `YYYY-MM-DD`, of the person who writes. */
export const dateSchema = z.iso.date();
/** A local wall-clock time, `HH:MM`. */
export const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** One thing seen, eaten, taken or felt on one local day. `value` is null only for `note`. */
export const observationSchema = z.object({
  date: dateSchema,
  category: categorySchema,
  name: z.string().min(1),
  value: z.number().finite().nullable(),
  time: timeSchema.optional(),
  unit: z.string().optional(),
  site: z.string().optional(),
  note: z.string().optional(),
});
export type Observation = Readonly<z.infer<typeof observationSchema>>;

/** The range of a score, in its own points; `inferred` when no `#scale` line declared it. */
export const scaleSchema = z.object({
  min: z.number().finite(),
  max: z.number().finite(),
  inferred: z.boolean(),
});
export type Scale = Readonly<z.infer<typeof scaleSchema>>;

/** Something the reader should know: accepted oddities, unknown items, guesses. Never an error. */
export const warningSchema = z.object({
  code: z.string(),
  text: z.string(),
  count: z.number().int().positive(),
});
export type Warning = Readonly<z.infer<typeof warningSchema>>;

/** What one person wrote down. `scales` is keyed by identity (see `identityOf`). */
export const diarySchema = z.object({
  observations: z.array(observationSchema).readonly(),
  scales: z.map(z.string(), scaleSchema).readonly(),
  warnings: z.array(warningSchema).readonly(),
});
export type Diary = Readonly<z.infer<typeof diarySchema>>;
