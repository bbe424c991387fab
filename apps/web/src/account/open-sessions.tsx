import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useFocusKept } from '../design/use-focus-kept.ts';
import { Failed } from './failed.tsx';
import { momentInWords } from './moments.ts';
import { endSession, type OpenSession, readSessions } from './server.ts';
import { useRead } from './use-read.ts';
import { useAccountWords } from './words.ts';

/** Where the person is signed in, and ending it there. */
export const OpenSessions = () => {
  const text = useAccountWords();
  const { content, task, change } = useRead(readSessions);
  const [said, setSaid] = useState('');
  const place = useRef<HTMLElement>(null);
  useFocusKept(place, said);
  const end = ({ id }: OpenSession): void => {
    setSaid('');
    change(
      () => endSession(id),
      () => setSaid(text('session.ended')),
    );
  };
  return (
    <section
      ref={place}
      tabIndex={-1}
      className="stack keeps-focus"
      aria-labelledby="account-sessions"
    >
      <h2 id="account-sessions">{text('sessions.title')}</h2>
      <ul className="rows">
        {(content ?? []).map((session) => {
          const since = momentInWords(session.signedInAt);
          const facts = [
            text('session.since', { when: since }),
            text('session.seen', { when: momentInWords(session.lastSeenAt) }),
          ];
          return (
            <li key={session.id}>
              <p>
                <strong>
                  {text(`session.${session.method}`)}
                  {session.current && ` (${text('session.here')})`}
                </strong>
                <span className="soft small">{facts.join(' · ')}</span>
              </p>
              {!session.current && (
                <Button
                  className="button"
                  isDisabled={task.busy}
                  aria-label={text('session.end.name', { when: since })}
                  onPress={() => end(session)}
                >
                  {text('session.end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <p role="status">{said}</p>
      <Failed failure={task.failure} />
    </section>
  );
};
