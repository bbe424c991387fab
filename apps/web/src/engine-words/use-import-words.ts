import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';

/** Words, and their language where it is not the person's. */
export interface ImportSaid {
  readonly words: string;
  readonly language: 'en' | null;
}

const asTheyAre = (words: string): ImportSaid => ({ words, language: null });

/** Says what is told of a file, and why one cannot be used, in the person's language; in English, and marked so, until the German is there. */
export const useImportWords = (): ((english: string) => ImportSaid) => {
  const { i18n } = useLingui();
  const language = i18n.locale;
  const [german, setGerman] = useState<((english: string) => string | null) | null>(null);
  useEffect(() => {
    if (language !== 'de') return;
    let current = true;
    Promise.all([import('./import.de.ts'), import('./refusal.de.ts')]).then(
      ([{ importInGerman }, { refusalInGerman }]) =>
        current &&
        setGerman(() => (words: string) => importInGerman(words) ?? refusalInGerman(words)),
      (error: unknown) => console.warn('the German words did not load:', error),
    );
    return () => {
      current = false;
    };
  }, [language]);
  if (language !== 'de') return asTheyAre;
  return (english) => {
    const own = german?.(english) ?? null;
    return own === null ? { words: english, language: 'en' } : { words: own, language: null };
  };
};
