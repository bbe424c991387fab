import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useFocusKept } from '../design/use-focus-kept.ts';
import { useText } from '../i18n/i18n.ts';
import { useJournal } from '../journal/context.tsx';
import { Mark } from './mark.tsx';
import { Navigation, roomAt } from './navigation.tsx';
import { useSyncByItself } from './sync-mark.ts';
import { useLiveViews } from './use-live-views.ts';

const CareFor = lazy(async () => ({ default: (await import('./care-for.tsx')).CareFor }));

export const Loading = () => {
  const text = useText();
  return (
    <p className="room soft" role="status">
      {text('app.loading')}
    </p>
  );
};

const ExampleNote = () => {
  const text = useText();
  const { change } = useJournal();
  return (
    <aside className="example-note" aria-label={text('settings.example')}>
      <span>{text('example.note')}</span>
      <Button className="button" onPress={() => change('own')}>
        {text('example.leave')}
      </Button>
    </aside>
  );
};

/** Says in the title of the page which room it is. */
const useTitle = (path: string): void => {
  const text = useText();
  const room = roomAt(path);
  const name = room === undefined ? null : text(`rooms.${room}`);
  useEffect(() => {
    const app = text('app.name');
    document.title = name === null ? app : `${name} · ${app}`;
  }, [text, name]);
};

export const Shell = () => {
  const text = useText();
  const { whose } = useJournal();
  const path = useRouterState({
    select: ({ resolvedLocation }) => resolvedLocation?.pathname ?? '/',
  });
  const main = useRef<HTMLElement>(null);
  useTitle(path);
  useFocusKept(main, path);
  useSyncByItself();
  useLiveViews();
  return (
    <div className="shell">
      {whose === 'example' ? (
        <ExampleNote />
      ) : (
        <Suspense fallback={null}>
          <CareFor />
        </Suspense>
      )}
      <header className="top">
        <Link to="/" className="brand">
          <Mark />
          {text('app.name')}
        </Link>
      </header>
      <main id="content" ref={main} tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <Navigation />
    </div>
  );
};
