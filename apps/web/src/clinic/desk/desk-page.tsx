import '../../design/rows.css';
import './desk.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { AccountGate } from '../../account/gate.tsx';
import type { Session } from '../../account/server.ts';
import { hasRole } from '../../account/session.ts';
import { useText } from '../../i18n/i18n.ts';
import { useTask } from '../use-task.ts';
import { Book } from './book.tsx';
import { WithCatalogue } from './catalogue.tsx';
import { ClinicForm } from './clinic-form.tsx';
import { DeskFailed } from './desk-failed.tsx';
import { forgetOthers, isAnythingBegun, useBegun } from './drafts.ts';
import { Keys } from './keys.tsx';
import { Log } from './log.tsx';
import { NewBooking } from './new-booking.tsx';
import { People } from './people.tsx';
import { WithSaid } from './said.tsx';
import { Treatments } from './treatments.tsx';
import { WaitingList } from './waiting.tsx';
import { useDeskWords } from './words.ts';

const places = ['book', 'treatments', 'people', 'clinic', 'waiting', 'keys', 'log'] as const;
type Place = (typeof places)[number];

interface Where {
  readonly place: Place;
  readonly id: string | null;
}

/** Of `#/desk`, `#/desk/treatments`, `#/desk/treatments/ID`. */
const whereIn = (hash: string): Where => {
  const [, name, id] = /^#\/desk(?:\/([a-z]+)(?:\/([a-z0-9-]+))?)?$/u.exec(hash) ?? [];
  return { place: places.find((one) => one === name) ?? 'book', id: id ?? null };
};

const useWhere = (): Where => {
  const [where, setWhere] = useState(() => whereIn(location.hash));
  useEffect(() => {
    const follow = (): void => setWhere(whereIn(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return where;
};

const Navigation = ({ place }: { readonly place: Place }) => {
  const text = useDeskWords();
  return (
    <nav aria-label={text('desk')} className="desk-places">
      <ul>
        {places.map((one) => (
          <li key={one}>
            <a
              href={one === 'book' ? '#/desk' : `#/desk/${one}`}
              aria-current={one === place ? 'page' : undefined}
            >
              {text(one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Shown = ({ where: { place, id } }: { readonly where: Where }): ReactNode => {
  if (place === 'treatments') return <Treatments id={id} />;
  if (place === 'people') return <People id={id} />;
  if (place === 'clinic') return <ClinicForm />;
  if (place === 'waiting') return <WaitingList />;
  if (place === 'keys') return <Keys />;
  if (place === 'log') return <Log />;
  return id === 'new' ? <NewBooking /> : <Book key={id} first={id} />;
};

/** What is half written elsewhere at the desk: it waits there. */
const Begun = ({ account, here }: { readonly account: string; readonly here: string }) => {
  const text = useDeskWords();
  const others = useBegun(account).filter(({ place }) => place !== here);
  if (others.length === 0) return null;
  return (
    <p className="desk-begun">
      {text('begun')}
      {others.map(({ place, name }) => (
        <a key={place} href={`#/desk/${place}`}>
          {name}
        </a>
      ))}
    </p>
  );
};

/** Somebody who closes the tab with something unsaved is asked first, also when the session has ended. */
const useAskedBeforeLeaving = (): void => {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (isAnythingBegun()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
};

const Inside = ({ account }: { readonly account: string }) => {
  const text = useDeskWords();
  const where = useWhere();
  const task = useTask();
  useEffect(() => forgetOthers(account), [account]);
  const content = useRef<HTMLDivElement>(null);
  const entered = useRef(false);
  useEffect(() => {
    window.scrollTo(0, 0);
    if (entered.current) content.current?.focus({ preventScroll: true });
    entered.current = true;
  }, [where.place, where.id]);
  const waiting = (
    <div className="stack">
      <h1>{text('desk')}</h1>
      {task.failure === null ? (
        <p role="status" className="soft">
          {text('reading')}
        </p>
      ) : (
        <DeskFailed failure={task.failure} />
      )}
    </div>
  );
  return (
    <WithCatalogue account={account} task={task} waiting={waiting}>
      <WithSaid>
        <Navigation place={where.place} />
        <Begun
          account={account}
          here={where.id === null ? where.place : `${where.place}/${where.id}`}
        />
        <div ref={content} tabIndex={-1} className="desk-content">
          <Shown where={where} />
        </div>
      </WithSaid>
    </WithCatalogue>
  );
};

const NotAllowed = ({ session }: { readonly session: Session }) => {
  const text = useDeskWords();
  return (
    <div className="stack">
      <h1>{text('desk')}</h1>
      <p className="lead">{text('not-allowed')}</p>
      <p>{text('not-allowed.how')}</p>
      <p className="desk-token" translate="no">
        {`zonula account grant ${session.account} clinic-admin`}
      </p>
    </div>
  );
};

/** What whoever looks after the clinic does: the book, what is offered, who works when. */
export const DeskPage = () => {
  const app = useText();
  const text = useDeskWords();
  useAskedBeforeLeaving();
  useEffect(() => {
    document.title = `${text('desk')} · ${app('app.name')}`;
  }, [text]);
  return (
    <div className="desk">
      <AccountGate
        why={
          <>
            <h1>{text('desk')}</h1>
            <p className="lead">{text('desk.why')}</p>
          </>
        }
      >
        {(session) =>
          hasRole(session, 'clinic-admin') ? (
            <Inside key={session.account} account={session.account} />
          ) : (
            <NotAllowed session={session} />
          )
        }
      </AccountGate>
    </div>
  );
};
