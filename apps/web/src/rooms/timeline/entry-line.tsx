import type { StoredEntry } from '@zonula/journal';
import { lazy, Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { Cross } from '../../design/cross.tsx';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { useLabels } from './use-labels.ts';
import { useTimelineWords } from './words.ts';

const EntryEditor = lazy(async () => ({
  default: (await import('./entry-editor.tsx')).EntryEditor,
}));

/** An entry as it was written, with its way to a change and its way out. */
export const EntryLine = ({
  stored,
  mayHoldNote,
}: {
  readonly stored: StoredEntry;
  readonly mayHoldNote: boolean;
}) => {
  const text = useText();
  const says = useTimelineWords();
  const labels = useLabels();
  const { journal, announce } = useJournal();
  const [editing, setEditing] = useState(false);
  const { entry, id } = stored;
  const { category, time, site, note, rememberedLater } = entry;
  const item =
    category === 'day' && entry.name === 'complete'
      ? says('day.complete')
      : labels.item(category, entry.name);
  const label = site === undefined ? item : `${item}, ${labels.place(site)}`;
  const amount = labels.amount(entry);
  const remove = async (): Promise<void> => {
    await journal.remove([id]);
    announce(text('today.removed', { food: label }));
  };
  return (
    <li>
      <div className="entry-line">
        <span className="soft small entry-time">{time ?? ''}</span>
        <Button
          className="entry-words"
          aria-expanded={editing}
          isDisabled={category === 'day'}
          onPress={() => setEditing(!editing)}
        >
          <span className="visually-hidden">{says('entry.edit', { item: '' })}</span>
          {label}
          {amount !== '' && <b>{` ${amount}`}</b>}
          {note !== undefined && <span className="soft">{` ${note}`}</span>}
          {rememberedLater === true && (
            <span className="soft small">{` · ${text('timeline.later')}`}</span>
          )}
        </Button>
        <Button
          className="button plain round"
          aria-label={text('timeline.remove', { item: label })}
          onPress={() => void remove()}
        >
          <Cross />
        </Button>
      </div>
      {editing && (
        <Suspense fallback={null}>
          <EntryEditor stored={stored} mayHoldNote={mayHoldNote} onDone={() => setEditing(false)} />
        </Suspense>
      )}
    </li>
  );
};
