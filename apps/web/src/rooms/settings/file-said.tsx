import { type ImportSaid, useImportWords } from '../../engine-words/use-import-words.ts';
import { useText } from '../../i18n/i18n.ts';

/** What is told of a file in the person's language, or as it is and marked as English. */
export const FileSaid = ({ said: { words, language } }: { readonly said: ImportSaid }) => (
  <span {...(language === null ? {} : { lang: language })}>{words}</span>
);

/** Why a file could not be used. */
export const Refused = ({ message }: { readonly message: string }) => {
  const text = useText();
  const says = useImportWords();
  return (
    <>
      {text('app.failed', { message: '' })}
      <FileSaid said={says(message)} />
    </>
  );
};
