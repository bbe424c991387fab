import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { removeLock } from '../../lock/lock.ts';

/** The one thing that cannot be undone, so it asks for a word. */
export const DeleteEverything = () => {
  const text = useText();
  const { journal } = useJournal();
  const [typed, setTyped] = useState('');
  const word = text('settings.delete.word');
  const remove = async (): Promise<void> => {
    await journal.deleteEverything();
    removeLock();
    location.hash = '#/';
    location.reload();
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
