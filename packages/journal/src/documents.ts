import { type Profile, profileSchema } from '@zonula/safety';
import { z } from 'zod';
import { type Entry, entrySchema } from './entry.ts';
import { isJson, type Json } from './json.ts';

/** Something that the person adds with one tap: one or more entries but for their day and time. */
export const favouriteSchema = z.strictObject({
  label: z.string().trim().min(1).max(300),
  entries: z
    .array(
      entrySchema.omit({
        day: true,
        time: true,
        zoneOffset: true,
        rememberedLater: true,
        photos: true,
        source: true,
      }),
    )
    .min(1)
    .max(100)
    .readonly(),
});
export type Favourite = Readonly<z.infer<typeof favouriteSchema>>;

/** What the person said that their words mean: the phrase to the code of a food. */
export const foodCorrectionSchema = z.strictObject({
  phrase: z.string().trim().min(1).max(500),
  code: z.number().int(),
});
export type FoodCorrection = Readonly<z.infer<typeof foodCorrectionSchema>>;

type JsonObject = { readonly [key: string]: Json };
const jsonObject = z.custom<JsonObject>(
  (value) => isJson(value) && typeof value === 'object' && value !== null && !Array.isArray(value),
  'expected a JSON object',
);

/** What a journal keeps beside entries. `settings` and `trial` are the app's own JSON objects. */
export const documentSchemas = {
  profile: profileSchema,
  settings: jsonObject,
  favourite: favouriteSchema,
  'food-correction': foodCorrectionSchema,
  trial: jsonObject,
} as const;

export interface Documents {
  readonly profile: Profile;
  readonly settings: JsonObject;
  readonly favourite: Favourite;
  readonly 'food-correction': FoodCorrection;
  readonly trial: JsonObject;
}
export type DocumentType = keyof Documents;
export const documentTypes = Object.keys(documentSchemas) as readonly DocumentType[];

/** A document with its key among those of its type and the stamp of its latest writing. */
export interface StoredDocument<T extends DocumentType> {
  readonly key: string;
  readonly clock: string;
  readonly value: Documents[T];
}

export type Content = Entry | Documents[DocumentType];
