import { useLingui } from '@lingui/react';
import { useMemo } from 'react';

export type Words<Key extends string> = Readonly<Record<Key, string>>;
export type Says<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** Words that come with a room and not with the first page: a hook that says them in the person's language. ICU message format. */
export const roomWords =
  <Key extends string>(room: string, en: Words<Key>, de: Words<Key>) =>
  (): Says<Key> => {
    const { i18n } = useLingui();
    const language = i18n.locale;
    return useMemo(() => {
      const words = language === 'de' ? de : en;
      return (key, values) =>
        i18n._({ id: `${room}.${key}`, message: words[key], values: { ...values } });
    }, [i18n, language]);
  };
