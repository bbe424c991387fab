import { useLingui } from '@lingui/react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { forgetOthers } from '../clinic/desk/drafts.ts';
import { useTask } from '../clinic/use-task.ts';
import { useText } from '../i18n/i18n.ts';
import { PageTop } from '../shell/page-top.tsx';
import { Failed } from './failed.tsx';
import { AccountGate } from './gate.tsx';
import { KeptOfYou } from './kept-of-you.tsx';
import { OpenSessions } from './open-sessions.tsx';
import { OwnData, StaysAfterErasing } from './own-data.tsx';
import { OwnPasskeys } from './own-passkeys.tsx';
import type { Session } from './server.ts';
import { hasRole, signOut } from './session.ts';
import { Accesses } from './sharing/accesses.tsx';
import { OwnKey } from './sharing/own-key.tsx';
import { OwnShares } from './sharing/own-shares.tsx';
import { useAccountWords } from './words.ts';

const SharedRoom = lazy(async () => ({
  default: (await import('../clinic/shared/shared-room.tsx')).SharedRoom,
}));

type Place = 'account' | 'shared';
const placeIn = (hash: string): Place => (hash === '#/shared' ? 'shared' : 'account');

const usePlace = (): Place => {
  const [place, setPlace] = useState(() => placeIn(location.hash));
  useEffect(() => {
    const follow = (): void => setPlace(placeIn(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [place]);
  return place;
};

/** Signs out, and leaves nothing half written at the desk in this tab. */
const leave = async (): Promise<void> => {
  await signOut();
  forgetOthers();
};

const Inside = ({
  session,
  onErased,
}: {
  readonly session: Session;
  readonly onErased: () => void;
}) => {
  const text = useAccountWords();
  const { busy, failure, run } = useTask();
  return (
    <div className="stack wide">
      <div className="stack">
        <p className={session.method === 'recovery-code' ? 'due' : 'soft'}>
          {text(`signed-in.${session.method}`)}
        </p>
        {session.roles.map((role) => role !== 'person' && <p key={role}>{text(`role.${role}`)}</p>)}
        <div className="actions">
          {hasRole(session, 'clinician') && (
            <a className="button main" href="#/shared">
              {text('to-shared')}
            </a>
          )}
          <Button className="button" isDisabled={busy} onPress={() => run(leave)}>
            {text('sign-out')}
          </Button>
        </div>
        <Failed failure={failure} />
      </div>
      <OwnShares
        none={
          <p>
            {text('shares.how')} <a href="./#/report">{text('shares.how.open')}</a>
          </p>
        }
      />
      <Accesses />
      <OwnKey account={session.account} />
      <OwnPasskeys />
      <OpenSessions />
      <KeptOfYou session={session} />
      <OwnData session={session} onErased={onErased} />
    </div>
  );
};

const Erased = () => {
  const text = useAccountWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="stack keeps-focus">
      <h2 ref={heading} tabIndex={-1}>
        {text('erased')}
      </h2>
      <p role="status">{text('erased.says')}</p>
      <p>{text('erased.passkey')}</p>
      <StaysAfterErasing />
      <p>
        <a href="./">{text('diary')}</a>
      </p>
    </div>
  );
};

/** The account of a person, a clinician or whoever looks after the clinic. It never opens the diary. */
export const AccountPage = () => {
  const text = useAccountWords();
  const app = useText();
  const { i18n } = useLingui();
  const place = usePlace();
  const [isErased, setErased] = useState(false);
  const title = text(place === 'shared' ? 'shared.title' : 'title');
  useEffect(() => {
    document.title = `${title} · ${app('app.name')}`;
  }, [title, i18n.locale]);
  return (
    <div className="account-page">
      <PageTop />
      <main id="content" className="room stack">
        <h1>{title}</h1>
        {isErased ? (
          <Erased />
        ) : (
          <AccountGate why={<p className="lead">{text('lead')}</p>}>
            {(session) =>
              place === 'shared' ? (
                <Suspense fallback={<p role="status">{text('asking')}</p>}>
                  {hasRole(session, 'clinician') ? (
                    <SharedRoom key={session.account} account={session.account} />
                  ) : (
                    <p>{text('shared.not-yours')}</p>
                  )}
                </Suspense>
              ) : (
                <Inside key={session.account} session={session} onErased={() => setErased(true)} />
              )
            }
          </AccountGate>
        )}
      </main>
    </div>
  );
};
