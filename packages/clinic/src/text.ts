import { z } from 'zod';

/** Neither controls (a database refuses U+0000) nor characters that turn the line around, nor half characters. */
const unfit = /[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Cs}]/u;
const unfitBesidesLines = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Cs}]/u;

/** One line of text, trimmed, with 1 to `longest` UTF-16 units. */
export const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !unfit.test(text), 'one line without control characters is needed');

/** Text of several lines. */
export const prose = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((text) => !unfitBesidesLines.test(text), 'text without control characters is needed');

/** A short name that stands in addresses: lower-case letters, digits and hyphens. */
export const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/u, {
  message: 'lower-case letters, digits and hyphens are needed, at most 64',
});
