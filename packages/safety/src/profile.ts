import { dateSchema } from '@zonula/diary';
import { z } from 'zod';
import {
  ageBands,
  agreedFoods,
  budgets,
  coeliacTests,
  conditions,
  eatingDisorders,
  eatingPatterns,
  pillars,
  pregnancies,
  sexes,
  weights,
  yesOrNo,
} from './answers.ts';
import { redFlagIds } from './red-flag-ids.ts';

const listed = (values: readonly string[]): string =>
  values.length < 2
    ? values.join('')
    : `${values.slice(0, -1).join(', ')} or ${values[values.length - 1]}`;

const expected = (what: string) => ({ error: () => `expected ${what}` });
const oneOf = <T extends string>(values: readonly [T, ...T[]]) =>
  z.enum(values, expected(listed(values)));
/** Left out or null: nobody asked. */
const asked = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value): z.output<T> | null => value ?? null);
const day = dateSchema.refine(() => true);
const date = z
  .string(expected('a day such as 2026-03-01'))
  .refine((text) => day.safeParse(text).success, expected('a day such as 2026-03-01'));
const names = z
  .array(
    z
      .string(expected('a name'))
      .trim()
      .min(1, expected('a name'))
      .max(80, expected('a name of at most 80 characters')),
    expected('a list of names, [] for none'),
  )
  .max(100, expected('at most 100 names'))
  .readonly();

const answersShape = Object.fromEntries(
  redFlagIds.map((id) => [id, oneOf(yesOrNo).nullish()]),
) as Record<
  (typeof redFlagIds)[number],
  z.ZodOptional<z.ZodNullable<z.ZodEnum<{ yes: 'yes'; no: 'no' }>>>
>;

/**
 * What a person answered. Every field may be left out or null: then it was not asked, which is never a no.
 * Gates, red flags and what is hidden are decided from it.
 */
export const profileSchema = z.strictObject({
  /** Two letters, ISO 3166; `UK` and `EU` count too. */
  country: asked(
    z
      .string(expected('two capital letters such as GB, US or DE'))
      .regex(/^[A-Z]{2}$/u, expected('two capital letters such as GB, US or DE')),
  ),
  ageBand: asked(oneOf(ageBands)),
  /** As tables of reference intakes tell people apart; no gate asks it. */
  sex: asked(oneOf(sexes)),
  pregnancy: asked(oneOf(pregnancies)),
  eatingDisorder: asked(oneOf(eatingDisorders)),
  /** For the height; no number is kept. */
  weight: asked(oneOf(weights)),
  /** Foods the person is or was allergic to; `[]` says none. */
  foodAllergies: asked(names),
  /** Insulin or another medicine for diabetes. */
  diabetesMedicine: asked(oneOf(yesOrNo)),
  coeliacTest: asked(oneOf(coeliacTests)),
  conditions: asked(
    z.array(oneOf(conditions), expected(`a list of ${listed(conditions)}, [] for none`)).readonly(),
  ),
  medicines: asked(names),
  /** A clinician agreed that this food may come back at home. */
  clinicianAgreements: z
    .array(
      z.strictObject(
        { food: oneOf(agreedFoods), agreedOn: date },
        expected('{ "food": "milk", "agreedOn": "2026-03-01" }'),
      ),
      expected('a list such as [{ "food": "milk", "agreedOn": "2026-03-01" }]'),
    )
    .readonly()
    .nullish()
    .transform((list) => list ?? []),
  /** What is used against acne at present. */
  acneCare: asked(
    z.strictObject(
      {
        kind: oneOf(['shop', 'prescribed']),
        startedOn: date,
        change: asked(oneOf(['better', 'same', 'worse'])),
      },
      expected('{ "kind": "shop", "startedOn": "2026-03-01" }'),
    ),
  ),
  /** What a plan has to fit; no gate asks it. */
  preferences: asked(
    z.strictObject(
      {
        eats: asked(oneOf(eatingPatterns)),
        budget: asked(oneOf(budgets)),
        /** Pillars of the plan that come first. */
        goals: asked(
          z
            .array(oneOf(pillars), expected(`a list of ${listed(pillars)}, [] for none`))
            .max(5, expected('at most five goals'))
            .readonly(),
        ),
      },
      expected('{ "eats": "vegan", "budget": "low", "goals": ["sleep"] }'),
    ),
  ),
  /** Answers to the red-flag questions, by id, and the day they were given. */
  redFlags: asked(
    z.strictObject(
      {
        askedOn: date,
        answers: z.strictObject(answersShape, expected('answers by id, each yes or no')),
      },
      expected('{ "askedOn": "2026-03-01", "answers": { "anaphylaxis": "no" } }'),
    ),
  ),
});
export type Profile = Readonly<z.output<typeof profileSchema>>;

/** A person of whom nothing was asked yet. */
export const unaskedProfile: Profile = profileSchema.parse({});
