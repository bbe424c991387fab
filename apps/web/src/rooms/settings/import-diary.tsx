import type { ColumnMap, TableHead } from '@zonula/diary';
import type { ImportPreview } from '@zonula/journal';
import { hiddenFor, mayShow } from '@zonula/safety';
import { useId, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { todayHere } from '../../browser.ts';
import { dayInWords } from '../../days.ts';
import { useImportWords } from '../../engine-words/use-import-words.ts';
import { i18n, useText } from '../../i18n/i18n.ts';
import { useJournal, useLive } from '../../journal/context.tsx';
import { fileReader } from '../../workers/files/client.ts';
import type { FileRead } from '../../workers/files/questions.ts';
import { FileSaid, Refused } from './file-said.tsx';
import { Imports } from './imports.tsx';
import { MapColumns } from './map-columns.tsx';
import { useSettingsWords } from './words.ts';

type Several = Extract<FileRead, { readonly kind: 'several' }>;

type State =
  | { readonly state: 'idle' }
  | { readonly state: 'reading'; readonly name: string }
  | { readonly state: 'several'; readonly file: File; readonly several: Several }
  | {
      readonly state: 'table';
      readonly file: File;
      readonly table: TableHead;
      /** Why it could not be read as the person said. */
      readonly refused: string | null;
    }
  | { readonly state: 'preview'; readonly preview: ImportPreview }
  | { readonly state: 'taking' }
  | { readonly state: 'failed'; readonly message: string };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : `${error}`);

const mostItems = 12;
const date = { day: 'numeric', month: 'short', year: 'numeric' } as const;

const Preview = ({ preview }: { readonly preview: ImportPreview }) => {
  const profile = useLive((journal) => journal.document('profile'), []);
  const text = useText();
  const says = useImportWords();
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
          <ul className="small">
            {warnings.map(({ text: words, count }) => (
              <li key={words}>
                <FileSaid said={says(words)} />
                {` (${count})`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};

/** A file of many people, such as a research export: one takes in only one's own. */
const ChoosePerson = ({
  several: { people, complete },
  onChoose,
  onCancel,
}: {
  readonly several: Several;
  readonly onChoose: (person: string) => void;
  readonly onCancel: () => void;
}) => {
  const text = useText();
  const says = useSettingsWords();
  const id = useId();
  const [person, setPerson] = useState(complete ? people[0]! : '');
  return (
    <div className="leaf stack">
      <p className="lead">{says('people.title')}</p>
      <p className="soft">
        {says(complete ? 'people.all' : 'people.some', { count: people.length })}
      </p>
      <label className="label" htmlFor={id}>
        {says('people.which')}
      </label>
      {complete ? (
        <select
          id={id}
          className="input"
          value={person}
          onChange={({ target }) => setPerson(target.value)}
        >
          {people.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      ) : (
        <>
          <input
            id={id}
            className="input"
            list={`${id}-people`}
            value={person}
            onChange={({ target }) => setPerson(target.value)}
          />
          <datalist id={`${id}-people`}>
            {people.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </>
      )}
      <div className="actions">
        <Button className="button main" isDisabled={person === ''} onPress={() => onChoose(person)}>
          {says('people.take')}
        </Button>
        <Button className="button" onPress={onCancel}>
          {text('app.cancel')}
        </Button>
      </div>
    </div>
  );
};

/** Another app's diary: read on this device, shown, and taken in only then; one undo takes it all back. */
export const ImportDiary = () => {
  const text = useText();
  const { journal, announce } = useJournal();
  const [state, setState] = useState<State>({ state: 'idle' });
  const fail = (error: unknown): void => setState({ state: 'failed', message: messageOf(error) });
  const look = async (
    file: File,
    person: string | null = null,
    map: ColumnMap | null = null,
  ): Promise<void> => {
    const found = await fileReader.ask('read', { file, today: todayHere(), person, map });
    setState(
      found.kind === 'several'
        ? { state: 'several', file, several: found }
        : found.kind === 'table'
          ? { state: 'table', file, table: found.table, refused: null }
          : { state: 'preview', preview: await journal.previewImport(found.diary, 'file') },
    );
  };
  const read = (file: File, person: string | null = null): void => {
    setState({ state: 'reading', name: file.name });
    look(file, person).catch(fail);
  };
  /** What was said of the columns stays when it cannot be read so. */
  const readTable = (state: Extract<State, { readonly state: 'table' }>, map: ColumnMap): void => {
    setState({ ...state, refused: null });
    look(state.file, null, map).catch((error: unknown) =>
      setState({ ...state, refused: messageOf(error) }),
    );
  };
  const take = async ({ entries }: ImportPreview): Promise<void> => {
    setState({ state: 'taking' });
    await journal.import({ entries });
    setState({ state: 'idle' });
    announce(text('settings.import.taken', { rows: entries.length }));
  };
  const refused =
    state.state === 'failed' ? state.message : state.state === 'table' ? state.refused : null;
  return (
    <section className="setting">
      <h3>{text('settings.import')}</h3>
      <p className="soft">{text('settings.import.hint')}</p>
      {state.state === 'several' && (
        <ChoosePerson
          several={state.several}
          onChoose={(person) => read(state.file, person)}
          onCancel={() => setState({ state: 'idle' })}
        />
      )}
      {state.state === 'table' && (
        <MapColumns
          table={state.table}
          onMap={(map) => readTable(state, map)}
          onCancel={() => setState({ state: 'idle' })}
        />
      )}
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
        ) : state.state === 'several' || state.state === 'table' ? null : (
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
      {refused !== null && (
        <p role="alert">
          <Refused message={refused} />
        </p>
      )}
      <Imports />
    </section>
  );
};
