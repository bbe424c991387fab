import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { deleteAll } from '../../journal/delete-all.ts';

/** The one thing that cannot be undone, so it asks for a word. */
export const DeleteEverything = () => {
  const text = useText();
  const { journal, whose, change } = useJournal();
  const [typed, setTyped] = useState('');
  const word = text('settings.delete.word');
  // Whoever looks at the example person deletes that one, not their own diary behind it.
  const remove = async (): Promise<void> => {
    if (whose === 'own') return deleteAll();
    await journal.deleteEverything();
    change('own');
  };
  return (
    <section className="setting">
      <h3>{text('settings.delete')}</h3>
      <p className="soft">{text('settings.delete.hint')}</p>
      <TextField className="field" value={typed} onChange={setTyped} autoComplete="off">
        <Label>{text('settings.delete.confirm', { word })}</Label>
        <Input className="input" />
      </TextField>
      <div className="actions">
        <Button
          className="button"
          isDisabled={typed.trim().toLowerCase() !== word}
          onPress={() => void remove()}
        >
          {text('settings.delete')}
        </Button>
      </div>
    </section>
  );
};
