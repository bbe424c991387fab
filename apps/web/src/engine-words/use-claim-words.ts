import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';

type Said = (
  id: string,
  part: 'claim' | 'summary',
  english: string,
) => { readonly words: string; readonly language: string };

type German = Readonly<Record<string, { readonly claim: string; readonly summary: string }>>;

/** Says claims in the person's language; in English until their German is there. The sentence comes in quotation marks. */
export const useClaimWords = (): Said => {
  const { i18n } = useLingui();
  const language = i18n.locale;
  const [german, setGerman] = useState<ReadonlyMap<string, German[string]> | null>(null);
  useEffect(() => {
    if (language !== 'de') return;
    let current = true;
    void import('./claims.de.json').then((module) => {
      if (current) setGerman(new Map(Object.entries(module.default as German)));
    });
    return () => {
      current = false;
    };
  }, [language]);
  return (id, part, english) => {
    const own = language === 'de' ? german?.get(id)?.[part] : undefined;
    if (own === undefined) return { words: english, language: 'en' };
    const inner = own.replaceAll('„', '‚').replaceAll('“', '‘');
    return { words: part === 'claim' ? `„${inner}“` : own, language: 'de' };
  };
};
