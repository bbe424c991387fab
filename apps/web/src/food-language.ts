/** Whose names of foods decide where they differ: chips of Britain or of America. `country` is that of the profile. */
export const foodLanguage = (
  language: string,
  country: string | null,
): 'de' | 'en-GB' | 'en-US' => {
  if (language === 'de') return 'de';
  return country === 'US' ? 'en-US' : 'en-GB';
};
