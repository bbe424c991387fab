import { dateSchema } from '@zonula/diary';
import { pillars } from '@zonula/safety';
import { z } from 'zod';
import { nutrientsSchema } from '../nutrients/nutrients-schema.ts';
import { factSchema } from './facts.ts';
import { mostActions } from './make-plan.ts';

const text = z.string().min(1);
const texts = z.array(text).readonly();
const pillar = z.enum(pillars);
const urgency = z.enum(['emergency-now', 'same-day', 'see-a-doctor', 'not-this-feature']);
const groundsSchema = z
  .array(z.strictObject({ id: z.string().regex(/^[A-Z]\d{2}$/u), grade: text }))
  .min(1)
  .readonly();

const actionSchema = z
  .strictObject({
    id: text,
    pillar,
    title: text,
    why: text,
    evidence: groundsSchema,
    how: texts,
    from: dateSchema,
    lookOn: dateSchema,
    works: text,
    end: text,
    log: texts,
  })
  .refine(({ from, lookOn }) => from < lookOn, { message: 'one looks at it after its beginning' });

const suspectSchema = z
  .strictObject({
    name: text,
    members: z.array(text).min(1).readonly(),
    allowed: z.boolean(),
    blockedBy: texts,
    reasons: z.array(z.strictObject({ code: text, text, wayOut: text })).readonly(),
  })
  .refine(({ allowed, blockedBy }) => allowed === (blockedBy.length === 0), {
    message: 'it is allowed exactly when nothing blocks it',
  });

/** The document of `plan --json`: what it may hold, and nothing else. */
export const planSchema = z
  .strictObject({
    version: text,
    today: dateSchema,
    first: z.array(z.strictObject({ id: text, urgency, text })).readonly(),
    ask: z.array(z.strictObject({ id: text, question: text, ifYes: text })).readonly(),
    actions: z.array(actionSchema).min(1).max(mostActions).readonly(),
    later: z
      .array(z.strictObject({ id: text, pillar, title: text, notBefore: dateSchema }))
      .readonly(),
    pillars: z.array(z.strictObject({ pillar, now: texts, later: texts })).readonly(),
    options: z
      .array(
        z.strictObject({
          id: text,
          name: text,
          kind: z.enum(['food', 'supplement']),
          evidence: groundsSchema,
          known: text,
          mind: text.nullable(),
        }),
      )
      .readonly(),
    neverSuggested: z
      .array(z.strictObject({ name: text, why: text, evidence: groundsSchema }))
      .readonly(),
    suspects: z.array(suspectSchema).readonly(),
    hidden: z.strictObject({
      foods: z.boolean(),
      energy: z.boolean(),
      weight: z.boolean(),
      because: z.array(z.enum(['under-18', 'eating-disorder'])).readonly(),
    }),
    notices: z.array(z.strictObject({ id: text, text, evidence: texts })).readonly(),
    nutrients: nutrientsSchema,
    facts: z.array(factSchema).readonly(),
  })
  .refine(({ pillars: five }) => five.map((one) => one.pillar).join() === pillars.join(), {
    message: 'all five pillars, in their order',
  })
  .refine(
    ({ actions }) => new Set(actions.map((action) => action.pillar)).size === actions.length,
    { message: 'one action of a pillar at a time' },
  )
  .refine(
    ({ hidden, options, neverSuggested, nutrients }) =>
      !hidden.foods ||
      (options.length === 0 && neverSuggested.length === 0 && nutrients.status === 'hidden'),
    { message: 'where foods are hidden, no food is told of' },
  );
