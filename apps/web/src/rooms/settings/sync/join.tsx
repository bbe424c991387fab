import { readCode, secretOfWords } from '@zonula/journal/sync';
import { type FormEvent, useState } from 'react';
import { Button, Input, Label, TextArea, TextField } from 'react-aria-components';
import { markSync } from '../../../shell/sync-mark.ts';
import { useSync } from './use-sync.ts';
import { type SyncKey, useSyncWords } from './words.ts';

/** Adds this device to those that the person has, by a code or by words. */
export const Join = () => {
  const text = useSyncWords();
  const { ask, said, isWorking } = useSync();
  const [typed, setTyped] = useState('');
  const [label, setLabel] = useState(() => text('label.usual'));
  const [complaint, setComplaint] = useState('');
  const [joined, setJoined] = useState(false);
  const join = async (): Promise<void> => {
    const isWords = readCode(typed) === null && (typed.match(/[a-z]{3,}/giu) ?? []).length > 5;
    const secret = isWords ? secretOfWords(typed) : null;
    if (secret !== null && !(secret instanceof Uint8Array)) {
      const { wrong, ...values } = secret;
      setComplaint(text(`wrong.${wrong}` as SyncKey, { ...values }));
      return;
    }
    const code = readCode(typed);
    if (secret === null && code === null) {
      setComplaint(text('wrong.code'));
      return;
    }
    setComplaint('');
    const done =
      code === null
        ? await ask('joinByWords', { words: typed, label })
        : await ask('joinByCode', { code, label });
    if (done === null) return;
    markSync(true);
    setTyped('');
    setJoined(true);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void join();
  };
  // The diary takes the place of this once it comes, which may be later.
  if (joined) return <p role="status">{text('joined')}</p>;
  return (
    <form className="stack tight" onSubmit={submit}>
      <p className="soft">{text('join.how')}</p>
      <TextField className="field" value={typed} onChange={setTyped} autoComplete="off">
        <Label>{text('join.field')}</Label>
        <TextArea className="input" rows={3} spellCheck="false" autoCapitalize="off" />
      </TextField>
      <TextField className="field" value={label} onChange={setLabel} maxLength={40}>
        <Label>{text('label')}</Label>
        <Input className="input" />
      </TextField>
      <div className="actions">
        <Button className="button" type="submit" isDisabled={typed.trim() === '' || isWorking}>
          {text('join.do')}
        </Button>
      </div>
      <p role="status">{complaint === '' ? said?.text : complaint}</p>
    </form>
  );
};
