import { i18n } from '../../i18n/i18n.ts';
import { safetyIn } from './gate-words.ts';

/** Fixed words of safety, as the person speaks. */
export const SafetySaid = ({ english }: { readonly english: string }) => {
  const { words, language } = safetyIn(i18n.locale, english);
  return <span {...(language === null ? {} : { lang: language })}>{words}</span>;
};
