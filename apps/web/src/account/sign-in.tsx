import { useId, useRef, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTask } from '../clinic/use-task.ts';
import { useFocusKept } from '../design/use-focus-kept.ts';
import { Failed } from './failed.tsx';
import { canUsePasskeys } from './passkey.ts';
import { recover, register, signIn } from './session.ts';
import { useAccountWords } from './words.ts';

type Way = 'passkey' | 'make' | 'code';

/** Signs in with a passkey or a recovery code, or makes an account. What comes of it, `useSession` tells. */
export const SignIn = ({ wasIn }: { readonly wasIn: boolean }) => {
  const text = useAccountWords();
  const [way, setWay] = useState<Way>('passkey');
  const [name, setName] = useState(() => text('passkey.usual'));
  const [code, setCode] = useState('');
  const { busy, failure, run } = useTask();
  const hint = useId();
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place, way);
  const can = canUsePasskeys();
  const go = (next: Way) => (
    <Button className="button plain" isDisabled={busy} onPress={() => setWay(next)}>
      {text(next === 'passkey' ? 'back' : `way.${next}`)}
    </Button>
  );
  return (
    <div ref={place} tabIndex={-1} className="stack keeps-focus">
      {wasIn && <p role="status">{text('ended')}</p>}
      {!can && <p className="due">{text('passkey.cannot')}</p>}
      {way === 'passkey' && (
        <div className="account-ways">
          {can && (
            <Button className="button main" isDisabled={busy} onPress={() => run(signIn)}>
              {text('sign-in')}
            </Button>
          )}
          {can && go('make')}
          {go('code')}
        </div>
      )}
      {way === 'make' && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            run(() => register(name.trim()));
          }}
        >
          <p id={hint}>{text('make.says')}</p>
          <p className="soft">{text('learns')}</p>
          <TextField
            className="field"
            value={name}
            onChange={setName}
            maxLength={60}
            aria-describedby={hint}
          >
            <Label>{text('passkey.name')}</Label>
            <Input className="input" />
          </TextField>
          <div className="actions">
            <Button
              type="submit"
              className="button main"
              isDisabled={busy || name.trim() === '' || !can}
            >
              {text('make')}
            </Button>
            {go('passkey')}
          </div>
        </form>
      )}
      {way === 'code' && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            run(() => recover(code.trim()));
          }}
        >
          <p id={hint}>{text('code.says')}</p>
          <TextField
            className="field"
            value={code}
            onChange={setCode}
            maxLength={40}
            autoComplete="off"
            aria-describedby={hint}
          >
            <Label>{text('code')}</Label>
            <Input className="input code" spellCheck="false" autoCapitalize="characters" />
          </TextField>
          <div className="actions">
            <Button
              type="submit"
              className="button main"
              isDisabled={busy || code.replace(/[\s-]/gu, '').length < 20}
            >
              {text('code.use')}
            </Button>
            {go('passkey')}
          </div>
        </form>
      )}
      <Failed failure={failure} />
    </div>
  );
};
