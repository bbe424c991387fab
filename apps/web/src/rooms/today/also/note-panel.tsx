import type { StoredEntry } from '@zonula/journal';
import { type FormEvent, useState } from 'react';
import { Button, Label, TextArea, TextField } from 'react-aria-components';
import { Cross } from '../../../design/cross.tsx';
import { useJournal } from '../../../journal/context.tsx';
import { type Moment, stampOf } from '../entries.ts';
import { putBack } from '../put-back.ts';
import { useAlsoWords } from './words.ts';

/** Free words about the day. Where foods are hidden a note, which may name one, is not shown again. */
export const NotePanel = ({
  entries,
  moment,
  hidden,
}: {
  readonly entries: readonly StoredEntry[];
  readonly moment: () => Moment;
  readonly hidden: boolean;
}) => {
  const says = useAlsoWords();
  const { journal, announce } = useJournal();
  const [typed, setTyped] = useState('');
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const note = typed.trim();
    if (note === '') return;
    setTyped('');
    await putBack(setTyped, typed, () =>
      journal.add([
        { ...stampOf(moment(), true), category: 'note', name: 'note', value: null, note },
      ]),
    );
    announce(says('note.saved'));
  };
  const remove = async (id: string): Promise<void> => {
    await journal.remove([id]);
    announce(says('note.removed'));
  };
  return (
    <div className="stack">
      {hidden && entries.length > 0 && <p className="soft small">{says('note.one')}</p>}
      {!hidden &&
        entries.map(({ id, entry }) => (
          <p key={id} className="note-kept">
            <span>{entry.note ?? entry.name}</span>
            <Button
              className="button plain round clear"
              aria-label={says('note.remove', { note: (entry.note ?? entry.name).slice(0, 40) })}
              onPress={() => void remove(id)}
            >
              <Cross />
            </Button>
          </p>
        ))}
      <form className="stack" onSubmit={(event) => void keep(event)}>
        <TextField className="field" value={typed} onChange={setTyped}>
          <Label>{says('note.label')}</Label>
          <TextArea className="input" rows={3} maxLength={20_000} />
        </TextField>
        <p className="soft small">{says('note.hint')}</p>
        <div className="actions">
          <Button className="button main" type="submit" isDisabled={typed.trim() === ''}>
            {says('note.save')}
          </Button>
        </div>
      </form>
    </div>
  );
};
