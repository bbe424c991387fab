import { useRef, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useFocusKept } from '../design/use-focus-kept.ts';
import { Failed } from './failed.tsx';
import { dayOfInstant } from './moments.ts';
import { makePasskey } from './passkey.ts';
import { type Passkey, readPasskeys, removePasskey, renewCodes } from './server.ts';
import { freshly, tellCodes } from './session.ts';
import { useRead } from './use-read.ts';
import { useAccountWords } from './words.ts';

const About = ({ passkey }: { readonly passkey: Passkey }) => {
  const text = useAccountWords();
  const { backedUp, createdAt, lastUsedAt } = passkey;
  const facts = [
    text('passkey.since', { day: dayOfInstant(createdAt) }),
    lastUsedAt === null
      ? text('passkey.unused')
      : text('passkey.used', { day: dayOfInstant(lastUsedAt) }),
    text(backedUp ? 'passkey.backed-up' : 'passkey.here-only'),
  ];
  return (
    <p>
      <strong>{passkey.name}</strong>
      <span className="soft small">{facts.join(' · ')}</span>
    </p>
  );
};

/** The passkeys of the account: add, name, remove; and new recovery codes. */
export const OwnPasskeys = () => {
  const text = useAccountWords();
  const { content, task, change } = useRead(readPasskeys);
  const [name, setName] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const place = useRef<HTMLElement>(null);
  useFocusKept(place, asked ?? said);
  const { busy } = task;
  const add = (): void => {
    const called = name.trim();
    setSaid('');
    change(
      () => freshly(() => makePasskey(called)),
      () => {
        setName('');
        setSaid(text('passkey.added', { name: called }));
      },
    );
  };
  const remove = ({ id, name: called }: Passkey): void => {
    setSaid('');
    change(
      () => freshly(() => removePasskey(id)),
      () => {
        setAsked(null);
        setSaid(text('passkey.removed', { name: called }));
      },
    );
  };
  const renew = (): void => task.run(async () => tellCodes(await freshly(renewCodes)));
  return (
    <section
      ref={place}
      tabIndex={-1}
      className="stack keeps-focus"
      aria-labelledby="account-passkeys"
    >
      <h2 id="account-passkeys">{text('passkeys.title')}</h2>
      <p className="soft">{text('passkeys.says')}</p>
      <ul className="rows">
        {(content ?? []).map((passkey) => (
          <li key={passkey.id}>
            <About passkey={passkey} />
            {content!.length > 1 && asked !== passkey.id && (
              <Button
                className="button"
                isDisabled={busy}
                aria-label={text('passkey.remove.name', { name: passkey.name })}
                onPress={() => setAsked(passkey.id)}
              >
                {text('passkey.remove')}
              </Button>
            )}
            {asked === passkey.id && (
              <div role="alert" className="stack tight">
                <p>{text('passkey.sure', { name: passkey.name })}</p>
                <div className="actions">
                  <Button className="button" isDisabled={busy} onPress={() => remove(passkey)}>
                    {text('passkey.remove.now')}
                  </Button>
                  <Button className="button" isDisabled={busy} onPress={() => setAsked(null)}>
                    {text('keep')}
                  </Button>
                </div>
              </div>
            )}
          </li>
        ))}
      </ul>
      {content?.length === 1 && <p className="soft small">{text('passkey.last')}</p>}
      <form
        className="stack tight"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField className="field" value={name} onChange={setName} maxLength={60}>
          <Label>{text('passkey.name')}</Label>
          <Input className="input" autoComplete="off" />
        </TextField>
        <div className="actions">
          <Button type="submit" className="button" isDisabled={busy || name.trim() === ''}>
            {text('passkey.add')}
          </Button>
        </div>
      </form>
      <div className="actions">
        <Button
          className="button"
          isDisabled={busy}
          aria-describedby="account-new-codes"
          onPress={renew}
        >
          {text('codes.new')}
        </Button>
      </div>
      <p className="soft small" id="account-new-codes">
        {text('codes.new.says')}
      </p>
      <p role="status">{said}</p>
      <Failed failure={task.failure} />
    </section>
  );
};
