import { useId, useState } from 'react';
import { Failed } from './failed.tsx';
import { dayOfInstant } from './moments.ts';
import { keepFor, keptMonths, readKeeping, type Session } from './server.ts';
import { useRead } from './use-read.ts';
import { useAccountWords } from './words.ts';

/** For how long an unused account is kept, and how the person gets or erases all that is kept of them. */
export const KeptOfYou = ({ session }: { readonly session: Session }) => {
  const text = useAccountWords();
  const { content, task, change } = useRead(readKeeping);
  const [said, setSaid] = useState('');
  const field = useId();
  const choose = (months: number): void => {
    setSaid('');
    change(
      () => keepFor(months),
      () => setSaid(text('kept.chosen', { months })),
    );
  };
  return (
    <section className="stack" aria-labelledby="account-kept">
      <h2 id="account-kept">{text('kept.title')}</h2>
      {content !== null && (
        <>
          <p>
            {content.erasedOn === null
              ? text('kept.role')
              : text('kept.until', { day: dayOfInstant(content.erasedOn) })}
          </p>
          <p className="account-choice">
            <label htmlFor={field}>{text('kept.months')}</label>
            <select
              id={field}
              className="select"
              value={content.months}
              disabled={task.busy}
              onChange={({ target }) => choose(Number(target.value))}
            >
              {keptMonths.map((months) => (
                <option key={months} value={months}>
                  {text('months', { months })}
                </option>
              ))}
            </select>
          </p>
        </>
      )}
      <p role="status">{said}</p>
      <h3>{text('account.id')}</h3>
      <p className="key-letters account-number" translate="no">
        {session.account}
      </p>
      <p className="soft">{text('account.id.says')}</p>
      <pre className="command">
        {`zonula account export ${session.account}\nzonula account erase ${session.account} --yes`}
      </pre>
      <Failed failure={task.failure} />
    </section>
  );
};
