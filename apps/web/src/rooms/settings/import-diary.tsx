import type { ImportPreview } from '@zonula/journal';
import { hiddenFor, mayShow } from '@zonula/safety';
import { useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { todayHere } from '../../browser.ts';
import { dayInWords } from '../../days.ts';
import { i18n, useText } from '../../i18n/i18n.ts';
import { useJournal, useLive } from '../../journal/context.tsx';
import { fileReader } from '../../workers/files/client.ts';
import { Imports } from './imports.tsx';

type State =
  | { readonly state: 'idle' }
  | { readonly state: 'reading'; readonly name: string }
  | { readonly state: 'preview'; readonly preview: ImportPreview }
  | { readonly state: 'taking' }
  | { readonly state: 'failed'; readonly message: string };

const mostItems = 12;
const date = { day: 'numeric', month: 'short', year: 'numeric' } as const;

const Preview = ({ preview }: { readonly preview: ImportPreview }) => {
  const profile = useLive((journal) => journal.document('profile'), []);
  const text = useText();
  const { entries, first, last, warnings, present } = preview;
  if (profile === undefined) return null;
  const hidden = { foods: profile !== null && hiddenFor(profile).foods };
  const items = preview.items.filter(({ item }) => mayShow(hidden, item));
  return (
    <div className="leaf stack">
      <p className="lead">
        {text('settings.import.preview', {
          rows: entries.length,
          from: first === null ? '' : dayInWords(first, i18n.locale, date),
          to: last === null ? '' : dayInWords(last, i18n.locale, date),
        })}
      </p>
      {present > 0 && <p>{text('settings.import.known', { count: present })}</p>}
      <p>
        <b>{`${text('settings.import.holds')}: `}</b>
        {items
          .slice(0, mostItems)
          .map(({ name, count }) => `${name} (${count})`)
          .join(', ')}
        {items.length > mostItems ? ' …' : ''}
      </p>
      {warnings.length > 0 && !hidden.foods && (
        <details>
          <summary>{text('settings.import.notes')}</summary>
          <ul className="small" lang="en">
            {warnings.map(({ text: words, count }) => (
              <li key={words}>{`${words} (${count})`}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};

/** Another app's diary: read on this device, shown, and taken in only then; one undo takes it all back. */
export const ImportDiary = () => {
  const text = useText();
  const { journal, announce } = useJournal();
  const [state, setState] = useState<State>({ state: 'idle' });
  const fail = (error: unknown): void =>
    setState({ state: 'failed', message: error instanceof Error ? error.message : `${error}` });
  const read = (file: File): void => {
    setState({ state: 'reading', name: file.name });
    fileReader
      .ask('read', { file, today: todayHere() })
      .then((diary) => journal.previewImport(diary, 'file'))
      .then((preview) => setState({ state: 'preview', preview }), fail);
  };
  const take = async ({ entries }: ImportPreview): Promise<void> => {
    setState({ state: 'taking' });
    await journal.import({ entries });
    setState({ state: 'idle' });
    announce(text('settings.import.taken', { rows: entries.length }));
  };
  return (
    <section className="setting">
      <h3>{text('settings.import')}</h3>
      <p className="soft">{text('settings.import.hint')}</p>
      {state.state === 'preview' && <Preview preview={state.preview} />}
      <div className="actions">
        {state.state === 'preview' ? (
          <>
            <Button className="button main" onPress={() => void take(state.preview).catch(fail)}>
              {text('settings.import.take')}
            </Button>
            <Button className="button" onPress={() => setState({ state: 'idle' })}>
              {text('app.cancel')}
            </Button>
          </>
        ) : (
          <FileTrigger
            acceptedFileTypes={['.csv', '.tsv', '.txt', '.json', '.xml']}
            onSelect={(files) => {
              const file = files?.[0];
              if (file) read(file);
            }}
          >
            <Button className="button">{text('settings.import.choose')}</Button>
          </FileTrigger>
        )}
      </div>
      <p role="status" className="soft">
        {state.state === 'reading' && text('settings.import.reading', { name: state.name })}
        {state.state === 'taking' && text('settings.import.taking')}
      </p>
      {state.state === 'failed' && (
        <p role="alert">{text('app.failed', { message: state.message })}</p>
      )}
      <Imports />
    </section>
  );
};
