import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useFocusKept } from '../design/use-focus-kept.ts';
import { useText } from '../i18n/i18n.ts';
import { Mark } from './mark.tsx';
import { Navigation, roomAt } from './navigation.tsx';

const AboveRooms = lazy(async () => ({
  default: (await import('./above-rooms.tsx')).AboveRooms,
}));

export const Loading = () => {
  const text = useText();
  return (
    <p className="room soft" role="status">
      {text('app.loading')}
    </p>
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
  const path = useRouterState({
    select: ({ resolvedLocation }) => resolvedLocation?.pathname ?? '/',
  });
  const main = useRef<HTMLElement>(null);
  useTitle(path);
  useFocusKept(main, path);
  return (
    <div className="shell">
      <Suspense fallback={null}>
        <AboveRooms />
      </Suspense>
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
