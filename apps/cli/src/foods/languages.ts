/** Languages of words; British and American ones differ. */
export const languages = ['en', 'en-GB', 'en-US', 'de', 'fr', 'es'] as const;
export type Language = (typeof languages)[number];
