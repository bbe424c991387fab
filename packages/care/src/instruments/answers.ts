import { complaintOf, unusable } from '@zonula/diary';
import { z } from 'zod';

const expected = (what: string) => ({ error: () => `expected ${what}` });

const listed = (values: readonly number[]): string =>
  `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;

/** One of a few grades. */
export const grade = (values: readonly number[]) =>
  z
    .number(expected(listed(values)))
    .refine((value) => values.includes(value), expected(listed(values)));

/** Any number from `min` to `max`. */
export const between = (min: number, max: number, unit = '') => {
  const what = expected(`a number from ${min} to ${max}${unit && ` ${unit}`}`);
  return z.number(what).min(min, what).max(max, what);
};

export const whole = (min: number, max: number) => {
  const what = expected(`a whole number from ${min} to ${max}`);
  return z.number(what).int(what).min(min, what).max(max, what);
};

/** Years of age; the surface of a child's body is shared out differently. */
export const age = between(0, 120, 'years');

/** What a form must hold. */
export const form = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, expected(`an object with ${Object.keys(shape).join(', ')}`));

/**
 * Answers as the form wants them. Throws `UnusableInput` with one line that names the item, what was expected and
 * what was found; nothing is filled in and nothing is cut to the range.
 */
export const readAnswers = <T extends z.ZodType>(
  schema: T,
  value: unknown,
  file: string,
): z.output<T> => {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const known =
    'shape' in schema ? Object.keys(schema.shape as Record<string, unknown>).join(', ') : 'answers';
  throw unusable({ file }, complaintOf(read.error.issues[0]!, value, known));
};
