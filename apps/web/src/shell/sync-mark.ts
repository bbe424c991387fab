import { useEffect, useState } from 'react';
import { useJournal } from '../journal/context.tsx';

const key = 'zonula-sync';
const changed = 'zonula-sync-changed';

/** Whether this device syncs by itself; a mark beside the diary, so that who does not sync loads nothing of it. */
const isSyncOn = (): boolean => localStorage.getItem(key) === 'on';

export const markSync = (on: boolean): void => {
  if (on) localStorage.setItem(key, 'on');
  else localStorage.removeItem(key);
  dispatchEvent(new Event(changed));
};

/** Keeps the person's own diary in step with their other devices while the app is open, if they switched that on. */
export const useSyncByItself = (): void => {
  const { journal, whose } = useJournal();
  const [on, setOn] = useState(isSyncOn);
  useEffect(() => {
    const look = (): void => setOn(isSyncOn());
    addEventListener(changed, look);
    return () => removeEventListener(changed, look);
  }, []);
  useEffect(() => {
    if (!on || whose !== 'own') return;
    let stop: (() => void) | null = null;
    let isOver = false;
    void import('../rooms/settings/sync/automatic.ts').then(({ syncByItself }) => {
      if (!isOver) stop = syncByItself(journal);
    });
    return () => {
      isOver = true;
      stop?.();
    };
  }, [journal, whose, on]);
};
