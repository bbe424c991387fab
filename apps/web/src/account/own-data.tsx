import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { saveFile, todayHere } from '../browser.ts';
import { useTask } from '../clinic/use-task.ts';
import { useFocusKept } from '../design/use-focus-kept.ts';
import { eraseHere } from './erase-here.ts';
import { Failed } from './failed.tsx';
import { exportOwn, type Session } from './server.ts';
import { freshly } from './session.ts';
import { useAccountWords } from './words.ts';

const kept = ['log', 'bookings', 'sync', 'device', 'backups'] as const;

/** What is left somewhere when an account is erased, and why. */
export const StaysAfterErasing = () => {
  const text = useAccountWords();
  return (
    <>
      <p>
        <strong>{text('erase.stays')}</strong>
      </p>
      <ul className="points">
        {kept.map((one) => (
          <li key={one}>{text(`erase.stays.${one}`)}</li>
        ))}
      </ul>
    </>
  );
};

/** Taking all that is kept of the account, and erasing it; both ask for the passkey once more. */
export const OwnData = ({
  session,
  onErased,
}: {
  readonly session: Session;
  readonly onErased: () => void;
}) => {
  const text = useAccountWords();
  const task = useTask();
  const [said, setSaid] = useState('');
  const [isAsked, setAsked] = useState(false);
  const place = useRef<HTMLElement>(null);
  useFocusKept(place, `${isAsked}`);
  const hasRole = session.roles.some((role) => role !== 'person');
  const take = (): void =>
    task.run(async () => {
      setSaid('');
      const own = await freshly(exportOwn);
      const name = `zonula-account-${todayHere()}.json`;
      saveFile(name, 'application/json', `${JSON.stringify(own, null, 2)}\n`);
      setSaid(text('export.done', { name }));
    });
  const erase = (): void =>
    task.run(async () => {
      await eraseHere(session.account);
      onErased();
    });
  return (
    <section ref={place} tabIndex={-1} className="stack keeps-focus" aria-labelledby="account-own">
      <h2 id="account-own">{text('own.title')}</h2>
      <p className="soft">{text('export.says')}</p>
      <div className="actions">
        <Button className="button" isDisabled={task.busy} onPress={take}>
          {text('export')}
        </Button>
        {!hasRole && !isAsked && (
          <Button className="button" isDisabled={task.busy} onPress={() => setAsked(true)}>
            {text('erase')}
          </Button>
        )}
      </div>
      <p role="status">{said}</p>
      {hasRole && <p className="soft">{text('erase.role')}</p>}
      {isAsked && (
        <div role="alert" className="stack">
          <p>
            <strong>{text('erase.goes')}</strong>
          </p>
          <ul className="points">
            <li>{text('erase.goes.account')}</li>
            <li>{text('erase.goes.shares')}</li>
          </ul>
          <StaysAfterErasing />
          <p>{text('erase.sure')}</p>
          <div className="actions">
            <Button className="button" isDisabled={task.busy} onPress={erase}>
              {text('erase.now')}
            </Button>
            <Button className="button" isDisabled={task.busy} onPress={() => setAsked(false)}>
              {text('keep')}
            </Button>
          </div>
        </div>
      )}
      <Failed failure={task.failure} />
    </section>
  );
};
