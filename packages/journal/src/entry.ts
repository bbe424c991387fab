import { categorySchema, dateSchema, timeSchema } from '@zonula/diary';
import { z } from 'zod';

const text = (most: number) => z.string().max(most);
/** Without the zero below zero, which JSON does not know. */
const amount = z.number().overwrite((value) => value + 0);

/** What a food held as it was understood on the day of writing; later food data never rewrites it. */
export const foodResolutionSchema = z.strictObject({
  /** The person's words for this food. */
  words: text(500),
  /** The food's name in the data, to show on a chip. */
  food: text(500),
  code: z.number().int(),
  /** Codes of further foods in it, for a sum of parts. */
  with: z.array(z.number().int()).readonly(),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** The person chose this food or said that it is right. */
  confirmed: z.boolean(),
  grams: amount.nonnegative(),
  classes: z
    .array(
      z.strictObject({
        class: text(60),
        grams: amount.nonnegative(),
        /** How sure it is that the food holds the class, 0 to 1. */
        probability: z.number().min(0).max(1),
      }),
    )
    .readonly(),
  preparations: z.array(text(60)).readonly(),
  ingredients: z
    .array(z.strictObject({ name: text(300), family: text(300).nullable(), percent: amount }))
    .readonly()
    .optional(),
  nutrients: z
    .array(z.tuple([text(60), amount]))
    .readonly()
    .optional(),
  /** What was taken out: "without cheese". */
  without: z.array(text(200)).readonly(),
  dataVersion: text(60),
});
export type FoodResolution = Readonly<z.infer<typeof foodResolutionSchema>>;

/**
 * One thing that a person wrote down about one of their days.
 *
 * `value`: the score, dose or number of servings; **0 says none** (no itch, not taken), **null says not recorded** (asked and
 * passed over; for a note there is nothing else). An entry that was never made is unknown, as is null.
 */
export const entrySchema = z.strictObject({
  /** The person's own day. */
  day: dateSchema,
  time: timeSchema.optional(),
  /** Minutes that the person's wall clock was ahead of UTC when they wrote; not known for most imports. */
  zoneOffset: z.number().int().min(-840).max(840).optional(),
  category: categorySchema,
  name: z.string().trim().min(1).max(10_000),
  value: amount.nullable(),
  /** The score's ends, in its own points. */
  scale: z
    .strictObject({ min: amount, max: amount })
    .refine(({ min, max }) => min < max, 'expected min below max')
    .optional(),
  unit: text(1000).optional(),
  site: text(1000).optional(),
  note: text(1_000_000).optional(),
  food: z.array(foodResolutionSchema).max(200).readonly().optional(),
  /** Written on a later day than the one it is about. */
  rememberedLater: z.literal(true).optional(),
  /** Ids of photos. */
  photos: z.array(text(100)).max(100).readonly().optional(),
  /** The format of the file that it was imported from. */
  source: text(60).optional(),
});
export type Entry = Readonly<z.infer<typeof entrySchema>>;

/** An entry with its identity and the stamp of its latest writing. */
export interface StoredEntry {
  readonly id: string;
  readonly clock: string;
  readonly entry: Entry;
}
