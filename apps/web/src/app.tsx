import { CatchBoundary, RouterProvider } from '@tanstack/react-router';
import type { Journal } from '@zonula/journal';
import { Activity, lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { registerServiceWorker } from './browser.ts';
import { useText } from './i18n/i18n.ts';
import { JournalContext, useLive } from './journal/context.tsx';
import { chooseDiary, openDiary, type Whose, whoseDiary } from './journal/open.ts';
import { hasLock, lockWhenAway } from './lock/is-locked.ts';
import { router } from './router.tsx';
import { createAnnounce, createNotices } from './shell/notice.ts';
import { FailedPage, NoticePage } from './shell/notice-page.tsx';
import { Loading } from './shell/shell.tsx';
import { UndoBar } from './shell/undo-bar.tsx';

const LockScreen = lazy(async () => ({
  default: (await import('./lock/lock-screen.tsx')).LockScreen,
}));

const StartRoom = lazy(async () => ({
  default: (await import('./rooms/start/start-room.tsx')).StartRoom,
}));

const Rooms = () => {
  const profile = useLive((journal) => journal.document('profile'), []);
  if (profile === undefined) return <Loading />;
  if (profile === null)
    return (
      <Suspense fallback={<Loading />}>
        <StartRoom />
      </Suspense>
    );
  return <RouterProvider router={router} />;
};

type Opened =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly journal: Journal }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'closed'; readonly reason: 'deleted' | 'newer' };

const useUpdate = (): (() => void) | null => {
  const [takeOver, setTakeOver] = useState<(() => void) | null>(null);
  useEffect(() => {
    registerServiceWorker((take) => setTakeOver(() => take)).catch((error: unknown) =>
      console.warn('Zonula cannot be kept for use without a network:', error),
    );
  }, []);
  return takeOver;
};

export const App = () => {
  const text = useText();
  const takeOver = useUpdate();
  const [whose, setWhose] = useState<Whose>(whoseDiary);
  const [opened, setOpened] = useState<Opened>({ state: 'opening' });
  const [notices] = useState(createNotices);
  const [locked, setLocked] = useState(hasLock);
  const [wasOpen, setWasOpen] = useState(!locked);
  useEffect(() => lockWhenAway(() => setLocked(true)), []);

  useEffect(() => {
    let current = true;
    let journal: Journal | null = null;
    setOpened({ state: 'opening' });
    openDiary(whose, (reason) => current && setOpened({ state: 'closed', reason })).then(
      (open) => {
        journal = open;
        if (current) setOpened({ state: 'open', journal: open });
        else open.close();
      },
      (error: unknown) =>
        current &&
        setOpened({
          state: 'failed',
          message: error instanceof Error ? error.message : `${error}`,
        }),
    );
    return () => {
      current = false;
      journal?.close();
    };
  }, [whose]);

  const change = useCallback((next: Whose) => {
    chooseDiary(next);
    notices.forget();
    setWhose(next);
    if (location.hash !== '') location.hash = '#/';
  }, []);
  const journal = opened.state === 'open' ? opened.journal : null;
  const access = useMemo(
    () =>
      journal === null
        ? null
        : { journal, whose, change, announce: createAnnounce(notices, journal) },
    [journal, whose, change, notices],
  );

  const lock = (
    <Suspense fallback={<Loading />}>
      <LockScreen
        onOpen={() => {
          setLocked(false);
          setWasOpen(true);
        }}
      />
    </Suspense>
  );
  if (locked && !(wasOpen && access !== null)) return lock;
  if (opened.state === 'failed')
    return (
      <main>
        <NoticePage words={text('app.failed', { message: opened.message })} />
      </main>
    );
  if (opened.state === 'closed')
    return (
      <main>
        <NoticePage words={text(`app.closed.${opened.reason}`)} />
      </main>
    );
  if (access === null) return <Loading />;
  // Behind the lock nothing is seen, heard or reached, and what was half written is still there afterwards.
  return (
    <>
      {locked && lock}
      <Activity mode={locked ? 'hidden' : 'visible'}>
        <JournalContext value={access}>
          {takeOver !== null && (
            <aside className="example-note">
              <span>{text('app.update')}</span>
              <Button className="button" onPress={takeOver}>
                {text('app.update.take')}
              </Button>
            </aside>
          )}
          <CatchBoundary getResetKey={() => whose} errorComponent={FailedPage}>
            <Rooms />
          </CatchBoundary>
          <UndoBar notices={notices} />
        </JournalContext>
      </Activity>
    </>
  );
};
