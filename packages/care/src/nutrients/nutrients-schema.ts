import { dateSchema } from '@zonula/diary';
import { classKeys } from '@zonula/foods';
import { z } from 'zod';
import { lifeStages, referenceNutrients, referenceSource } from './reference-intakes.ts';

const text = z.string().min(1);
const share = z.number().min(0).max(1);
const nutrient = z.enum(referenceNutrients);
const ordered = { message: 'an interval begins below its end' };

const amountsSchema = z
  .strictObject({ low: z.number().nonnegative(), high: z.number().nonnegative() })
  .refine(({ low, high }) => low <= high, ordered);
const sharesSchema = z
  .strictObject({ low: share, high: share })
  .refine(({ low, high }) => low <= high, ordered);

const sourceSchema = z.strictObject({
  name: text,
  grams: z.number().positive(),
  eaten: z.int().min(1).nullable(),
  amounts: z.array(z.strictObject({ nutrient, amount: z.number().positive() })).readonly(),
  brings: share,
});

const standingSchema = z
  .strictObject({
    nutrient,
    standing: z.enum(['low', 'open', 'enough', 'not-judged']),
    intake: z
      .strictObject({
        low: z.number().nonnegative(),
        median: z.number().nonnegative(),
        high: z.number().nonnegative(),
      })
      .refine(({ low, median, high }) => low <= median && median <= high, ordered)
      .nullable(),
    unknown: share,
    average: amountsSchema.nullable(),
    recommended: amountsSchema.nullable(),
    adequate: amountsSchema.nullable(),
    below: sharesSchema.nullable(),
    because: z
      .array(
        z.enum([
          'too-few-known',
          'supplement',
          'no-requirement-known',
          'sun',
          'enriched-in-america',
        ]),
      )
      .readonly(),
  })
  .refine(({ standing, intake }) => (standing === 'not-judged') === (intake === null), {
    message: 'what is judged has an intake, and nothing else has',
  });

const eliminationSchema = z
  .strictObject({
    without: z.enum(classKeys),
    allowed: z.boolean(),
    blockedBy: z.array(text).readonly(),
    foods: z.array(text).readonly(),
    loses: z
      .array(
        z.strictObject({
          nutrient,
          share,
          amount: z.number().nonnegative(),
          belowNow: sharesSchema.nullable(),
          belowThen: sharesSchema.nullable(),
        }),
      )
      .readonly(),
    own: z.array(sourceSchema).readonly(),
    common: z.array(sourceSchema).readonly(),
  })
  .refine(({ allowed, blockedBy }) => allowed === (blockedBy.length === 0), {
    message: 'it is allowed exactly when nothing blocks it',
  })
  .refine(({ allowed, foods, loses }) => allowed || foods.length + loses.length === 0, {
    message: 'what is not allowed is not worked out',
  });

/** What a plan says of nutrients: what it may hold, and nothing else. */
export const nutrientsSchema = z
  .strictObject({
    status: z.enum(['hidden', 'cannot-tell', 'judged']),
    reasons: z.array(z.strictObject({ code: text, text })).readonly(),
    days: z
      .strictObject({
        from: dateSchema,
        to: dateSchema,
        withFood: z.int().nonnegative(),
        whole: z.int().nonnegative(),
        notUnderstood: z.array(z.string()).readonly(),
      })
      .nullable(),
    level: z.literal(0.8),
    source: z.custom<typeof referenceSource>(
      (value) => JSON.stringify(value) === JSON.stringify(referenceSource),
      'the source of our reference intakes',
    ),
    stages: z.array(z.enum(lifeStages)).readonly(),
    nutrients: z.array(standingSchema).readonly(),
    own: z.array(sourceSchema).readonly(),
    common: z.array(sourceSchema).readonly(),
    eliminations: z.array(eliminationSchema).readonly(),
  })
  .refine(({ status, nutrients }) => (status === 'judged') === nutrients.length > 0, {
    message: 'nutrients are told exactly when they were judged',
  })
  .refine(({ status, days }) => status !== 'hidden' || days === null, {
    message: 'where foods are hidden nothing is told of days with food',
  });
