import { complaintOf, dateSchema, parseJson, unusable } from '@zonula/diary';
import { z } from 'zod';

const number = z.number({ error: () => 'expected a number' });
const text = z.string({ error: () => 'expected text' }).min(1, { error: () => 'expected text' });
const date = dateSchema.refine(() => true);
const day = z
  .string({ error: () => 'expected a day such as 2026-03-01' })
  .refine((value) => date.safeParse(value).success, {
    error: () => 'expected a day such as 2026-03-01',
  });

const trialDoneSchema = z.object({
  /** Diary identities. */
  exposure: text,
  outcome: text,
  from: day,
  to: day,
  verdict: text,
  /** With against without, in points of the score; null where nothing could be estimated. */
  effect: z
    .object({
      mean: number,
      interval: z.tuple([number, number], { error: () => 'expected two numbers' }),
      level: number.min(0).max(1),
    })
    .nullable()
    .default(null),
  randomisationP: number.min(0).max(1).nullable().default(null),
});

/** A trial that was done, as `trial analyse --json` tells it. */
export type TrialDone = Readonly<z.output<typeof trialDoneSchema>>;

/** Reads the result of a trial. Throws `UnusableInput` with one line that names the field. */
export const readTrialDone = (json: string, file: string): TrialDone => {
  const value = parseJson(
    json,
    { file },
    'expected JSON as `zonula trial analyse --json` writes it',
  );
  const read = trialDoneSchema.safeParse(value);
  if (!read.success)
    throw unusable(
      { file },
      complaintOf(read.error.issues[0]!, value, Object.keys(trialDoneSchema.shape).join(', ')),
    );
  return read.data;
};
