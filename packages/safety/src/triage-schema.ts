import { dateSchema } from '@zonula/diary';
import { z } from 'zod';
import { agreedFoods, conditions } from './answers.ts';
import { countryProfiles } from './country.ts';
import { urgencies } from './red-flag.ts';
import { redFlagIds } from './red-flag-ids.ts';

const text = z.string().min(1);
const id = z.enum(redFlagIds);
const urgency = z.enum(urgencies);
const claims = z.array(text).readonly();

const becauseSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('not-asked') }),
  z.strictObject({
    code: z.literal('entry'),
    label: text,
    first: dateSchema,
    last: dateSchema,
  }),
  z.strictObject({
    code: z.literal('worsening'),
    score: text,
    about: z.enum(['skin', 'gut', 'mind']),
    kind: z.enum(['steady', 'sudden']),
    date: dateSchema,
  }),
]);

const reasonSchema = z.strictObject({ code: text, text, wayOut: text });

const gateSchema = z
  .strictObject({
    action: z.enum(['eliminate', 'reintroduce']),
    food: z.enum(['any', 'gluten', ...agreedFoods]),
    allowed: z.boolean(),
    blockedBy: z.array(text).readonly(),
    reasons: z.array(reasonSchema).readonly(),
  })
  .refine(({ allowed, blockedBy }) => allowed === (blockedBy.length === 0), {
    message: 'a gate is open exactly when nothing blocks it',
  })
  .refine(
    ({ blockedBy, reasons }) =>
      blockedBy.length === reasons.length &&
      blockedBy.every((code, k) => reasons[k]?.code === code),
    { message: 'each code has its reason, in the same order' },
  );

/** The document of `triage --json`: what it may hold, and nothing else. */
export const triageSchema = z
  .strictObject({
    version: text,
    country: z.enum(countryProfiles),
    urgency: urgency.nullable(),
    redFlags: z.array(z.strictObject({ id, urgency, text, evidence: claims })).readonly(),
    questions: z
      .array(
        z.strictObject({
          id,
          urgency,
          question: text,
          ifYes: text,
          because: z.array(becauseSchema).min(1).readonly(),
          evidence: claims,
        }),
      )
      .readonly(),
    notAsked: z.array(z.strictObject({ field: text, question: text })).readonly(),
    clocks: z
      .array(
        z.strictObject({
          condition: z.enum(conditions),
          name: text,
          state: z.enum(['not-yet', 'now', 'past']),
          from: dateSchema,
          to: dateSchema.nullable(),
          text: text.nullable(),
          evidence: text,
        }),
      )
      .readonly(),
    notices: z.array(z.strictObject({ id: text, text, evidence: claims })).readonly(),
    hidden: z.strictObject({
      foods: z.boolean(),
      energy: z.boolean(),
      weight: z.boolean(),
      because: z.array(z.enum(['under-18', 'eating-disorder'])).readonly(),
    }),
    allowed: z.boolean(),
    blockedBy: z.array(text).readonly(),
    gates: z.array(gateSchema).min(1).readonly(),
  })
  .refine(({ redFlags, urgency: most }) => most === (redFlags[0]?.urgency ?? null), {
    message: 'the urgency is that of the first red flag',
  })
  .refine(({ gates, allowed }) => allowed === gates[0]?.allowed, {
    message: 'what is allowed is what the first gate says',
  });
