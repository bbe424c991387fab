import { setupI18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import type { Catalogue, MessageKey } from './en.ts';

export type Language = 'en' | 'de';
export const languages: readonly { readonly id: Language; readonly name: string }[] = [
  { id: 'en', name: 'English' },
  { id: 'de', name: 'Deutsch' },
];

export const i18n = setupI18n();
// The build compiles every message that has parts (scripts/compile-words.mjs); what is still a text is one.
i18n.setMessagesCompiler((text) => [text]);

const catalogueOf = async (language: Language): Promise<Catalogue> =>
  language === 'de' ? (await import('./de.ts')).de : (await import('./en.ts')).en;

export const speak = async (language: Language): Promise<void> => {
  i18n.loadAndActivate({ locale: language, messages: { ...(await catalogueOf(language)) } });
  document.documentElement.lang = language;
};

/** The language that was chosen before, else the browser's first one that we speak. */
export const preferredLanguage = (chosen: string | null, wanted: readonly string[]): Language => {
  const known = (text: string | undefined) => languages.find(({ id }) => id === text)?.id;
  const first = wanted.map((tag) => known(tag.slice(0, 2).toLowerCase())).find((id) => id);
  return known(chosen ?? undefined) ?? first ?? 'en';
};

export type Translate = (
  key: MessageKey,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** Words of the interface in the person's language. */
export const useText = (): Translate => {
  const lingui = useLingui();
  return useMemo(() => (key, values) => lingui.i18n._(key, { ...values }), [lingui]);
};

/** Like `useText`, for names that the data make up; they stay as they are where we have no word of ours. */
export const useName = (): ((prefix: string, name: string) => string) => {
  const text = useText();
  return (prefix, name) => {
    const key = `${prefix}.${name}`;
    return Object.hasOwn(i18n.messages, key) ? text(key as MessageKey) : name.replaceAll('-', ' ');
  };
};
