import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { saveFile } from '../browser.ts';
import { tellCodes } from './session.ts';
import { useAccountWords } from './words.ts';

/** Shown once, right after they were made, until the person says that they are kept. */
export const RecoveryCodes = ({ codes }: { readonly codes: readonly string[] }) => {
  const text = useAccountWords();
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const page = `${text('codes.title')}\n${location.host}\n\n${codes.join('\n')}\n\n${text('codes.once')}\n`;
  const copy = (): void => {
    navigator.clipboard.writeText(page).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  };
  return (
    <section className="recovery-codes stack" aria-labelledby="account-codes">
      <h2 id="account-codes" ref={heading} tabIndex={-1}>
        {text('codes.title')}
      </h2>
      <p>{text('codes.says')}</p>
      <ol translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p className="soft">{text('codes.once')}</p>
      <div className="actions">
        <Button className="button" onPress={copy}>
          {text('codes.copy')}
        </Button>
        <Button
          className="button"
          onPress={() => saveFile('zonula-recovery-codes.txt', 'text/plain', page)}
        >
          {text('codes.save')}
        </Button>
        <Button className="button" onPress={() => window.print()}>
          {text('codes.print')}
        </Button>
      </div>
      <p role="status" className="soft">
        {copied !== null && text(`codes.copied.${copied}`)}
      </p>
      <div className="actions">
        <Button className="button main" onPress={() => tellCodes(null)}>
          {text('codes.kept')}
        </Button>
      </div>
    </section>
  );
};
