import './lock.css';
import { type FormEvent, useEffect, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { deleteAll } from '../journal/delete-all.ts';
import { Mark } from '../shell/mark.tsx';
import { opensWithCode, opensWithPasskey, readLock, waitSeconds } from './lock.ts';
import { useLockWords } from './words.ts';

const Forgot = () => {
  const text = useLockWords();
  const [typed, setTyped] = useState('');
  const word = text('forgot.word');
  return (
    <details className="forgot">
      <summary>{text('forgot')}</summary>
      <div className="stack">
        <p>{text('forgot.says')}</p>
        <TextField className="field" value={typed} onChange={setTyped} autoComplete="off">
          <Label>{text('forgot.confirm', { word })}</Label>
          <Input className="input" />
        </TextField>
        <Button
          className="button"
          isDisabled={typed.trim().toLowerCase() !== word}
          onPress={() => void deleteAll()}
        >
          {text('forgot.delete')}
        </Button>
      </div>
    </details>
  );
};

const useWait = (): readonly [number, () => void] => {
  const [wait, setWait] = useState(waitSeconds);
  useEffect(() => {
    if (wait === 0) return;
    const timer = setTimeout(() => setWait(waitSeconds()), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  return [wait, () => setWait(waitSeconds())];
};

/** Stands before the rooms until the person has opened it. */
export const LockScreen = ({ onOpen }: { readonly onOpen: () => void }) => {
  const text = useLockWords();
  const [lock] = useState(readLock);
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState(false);
  const [working, setWorking] = useState(false);
  const [wait, lookAtWait] = useWait();
  useEffect(() => {
    if (lock === null) onOpen();
  }, [lock]);
  const open = async (): Promise<void> => {
    if (lock === null) return;
    setWorking(true);
    setWrong(false);
    try {
      const opens =
        lock.kind === 'code' ? await opensWithCode(lock, code) : await opensWithPasskey(lock);
      if (opens) onOpen();
      else setWrong(true);
    } finally {
      setWorking(false);
      setCode('');
      lookAtWait();
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!working && wait === 0) void open();
  };
  return (
    <main className="room lock-screen" id="content">
      <Mark size={96} />
      <h1>{text('locked')}</h1>
      <form className="stack" onSubmit={submit}>
        {lock?.kind === 'code' && (
          <TextField
            className="field"
            type="password"
            value={code}
            onChange={setCode}
            autoComplete="off"
            autoFocus
          >
            <Label>{text('code')}</Label>
            <Input className="input" />
          </TextField>
        )}
        <Button className="button main" type="submit" isDisabled={working || wait > 0}>
          {text(lock?.kind === 'passkey' ? 'open.passkey' : 'open')}
        </Button>
        <p role="status">{wait > 0 ? text('wait', { seconds: wait }) : wrong && text('wrong')}</p>
      </form>
      <Forgot />
    </main>
  );
};
