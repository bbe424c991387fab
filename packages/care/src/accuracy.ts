import { z } from 'zod';

const rate = z.number().min(0).max(1);

/** How often the method, and others on the same diaries, accuse something where nothing is true. */
export const accuracySchema = z.object({
  /** Diaries in which nothing moves the outcome. */
  nulls: z.number().int().positive(),
  /** How many of them got any claim. */
  accused: z.number().int().nonnegative(),
  rate,
  /** 95 % interval of `rate`. */
  interval: z.tuple([rate, rate]),
  comparators: z.array(z.object({ name: z.string(), rate })),
  /** Where the whole measurement can be read, as text. */
  link: z.string(),
});
export type Accuracy = Readonly<z.infer<typeof accuracySchema>>;
