import { z } from 'zod';

/** The languages in which mails are written. */
export const languageSchema = z.enum(['en', 'de']);
export type Language = z.infer<typeof languageSchema>;
