import { useEffect } from 'react';
import { hasLive } from '../account/sharing/live-mark.ts';
import { useJournal } from '../journal/context.tsx';

/** Keeps what the person shows as a live view up to date while the app is open, if they show one. */
export const useLiveViews = (): void => {
  const { journal } = useJournal();
  useEffect(() => {
    if (!hasLive()) return;
    const keeping = import('../rooms/report/share/automatic.ts').then(({ keepLive }) =>
      keepLive(journal),
    );
    return () => void keeping.then((stop) => stop());
  }, [journal]);
};
