import { type FormEvent, useEffect, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import {
  hasPasskeys,
  lockWithCode,
  lockWithPasskey,
  readLock,
  removeLock,
  shortestCode,
} from '../../lock/lock.ts';
import { useSettingsWords } from './words.ts';

/** A door in front of the screen, and what it does not do. */
export const AppLock = () => {
  const text = useSettingsWords();
  const [lock, setLock] = useState(readLock);
  const [passkeys, setPasskeys] = useState<boolean | null>(null);
  const [code, setCode] = useState('');
  const [again, setAgain] = useState('');
  const [said, setSaid] = useState('');
  const [working, setWorking] = useState(false);
  useEffect(() => {
    hasPasskeys().then(setPasskeys, () => setPasskeys(false));
  }, []);
  const set = async (make: () => Promise<void>): Promise<void> => {
    setWorking(true);
    setSaid('');
    try {
      await make();
      setLock(readLock());
      setCode('');
      setAgain('');
      setSaid(text('lock.said'));
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      setSaid(text('lock.refused'));
    } finally {
      setWorking(false);
    }
  };
  const ready = code.length >= shortestCode && code === again && !working;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) void set(() => lockWithCode(code));
  };
  return (
    <section className="setting" aria-labelledby="setting-lock">
      <h3 id="setting-lock">{text('lock.title')}</h3>
      <p className="soft">{text('lock.says')}</p>
      <p className="soft">{text('lock.honest')}</p>
      {lock === null ? (
        <>
          {passkeys === true && (
            <div className="actions">
              <Button
                className="button"
                isDisabled={working}
                onPress={() => void set(lockWithPasskey)}
              >
                {text('lock.setPasskey')}
              </Button>
            </div>
          )}
          {passkeys === false && <p className="soft small">{text('lock.noPasskey')}</p>}
          <form className="pair" onSubmit={submit}>
            <TextField
              className="field"
              type="password"
              autoComplete="new-password"
              value={code}
              onChange={setCode}
            >
              <Label>{text('lock.code', { least: shortestCode })}</Label>
              <Input className="input" />
            </TextField>
            <TextField
              className="field"
              type="password"
              autoComplete="new-password"
              value={again}
              onChange={setAgain}
            >
              <Label>{text('lock.again')}</Label>
              <Input className="input" />
            </TextField>
            <Button className="button" type="submit" isDisabled={!ready}>
              {text('lock.setCode')}
            </Button>
          </form>
          {code.length >= shortestCode && again.length >= code.length && code !== again && (
            <p role="status">{text('lock.differs')}</p>
          )}
        </>
      ) : (
        <div className="actions">
          <p>{text(`lock.on.${lock.kind}`)}</p>
          <Button
            className="button"
            onPress={() => {
              removeLock();
              setLock(null);
              setSaid('');
            }}
          >
            {text('lock.remove')}
          </Button>
        </div>
      )}
      <p role="status" className="soft">
        {said}
      </p>
    </section>
  );
};
