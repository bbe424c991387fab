import { z } from 'zod';

/** What one person's data say of one exposure and one outcome; all that pooling needs, and no day of the diary. */
export const effectSummarySchema = z.object({
  /** A name that says nothing of the person. */
  person: z.string().min(1),
  exposure: z.string().min(1),
  outcome: z.string().min(1),
  /** `peak`: change on the day it is largest after one usual portion. `lasting`: change under a lasting full exposure. Never pooled together. */
  measure: z.enum(['peak', 'lasting']),
  /** Days with and without the exposure. */
  daysWith: z.number().int().nonnegative(),
  daysWithout: z.number().int().nonnegative(),
  /** Estimate and error as shares of the scale's range; null where the data hold neither for nor against. */
  likelihood: z
    .object({ estimate: z.number(), error: z.number().positive(), logHeight: z.number() })
    .nullable(),
  /** ln(1 + days) from exposure to the middle of the response, prior divided out; null where unknown. */
  delay: z.object({ estimate: z.number(), error: z.number().positive() }).nullable(),
});
export type EffectSummary = Readonly<z.infer<typeof effectSummarySchema>>;
