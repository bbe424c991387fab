import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';

const asTheyAre = (words: string): string => words;

/** Says warning signs and gates in the person's language; in English until its words are there, for they must never be missing. */
export const useSafetyWords = (): ((english: string) => string) => {
  const { i18n } = useLingui();
  const language = i18n.locale;
  const [german, setGerman] = useState<((english: string) => string) | null>(null);
  useEffect(() => {
    if (language !== 'de') return;
    let current = true;
    import('./safety.de.ts').then(
      ({ safetyWords }) => {
        if (current) setGerman(() => (words: string) => safetyWords.get(words) ?? words);
      },
      (error: unknown) => console.warn('the German words did not load:', error),
    );
    return () => {
      current = false;
    };
  }, [language]);
  return (language === 'de' ? german : null) ?? asTheyAre;
};
