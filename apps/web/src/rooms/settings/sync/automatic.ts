import type { Journal } from '@zonula/journal';
import { syncer } from '../../../workers/sync/client.ts';

const afterChangeMs = 4000;
const everyMs = 60_000;

/** Syncs some seconds after a change, every minute while the page is seen, and when the network is back. Gives back how to stop. */
export const syncByItself = (journal: Journal): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWorking = false;
  const sync = async (): Promise<void> => {
    if (isWorking || !navigator.onLine) return;
    isWorking = true;
    try {
      await syncer.ask('exchange', null);
    } finally {
      isWorking = false;
    }
  };
  // What can be expected to go wrong is kept with the state of the sync and shown in the settings.
  const warn = (error: unknown): void => console.warn('Zonula cannot sync:', error);
  const soon = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void sync().catch(warn), ms);
  };
  const seen = (): void => {
    if (document.visibilityState === 'visible') soon(0);
  };
  const online = (): void => soon(0);
  const unwatch = journal.watch(
    async () => (await journal.replica()).count(),
    () => soon(afterChangeMs),
    warn,
  );
  const beat = setInterval(seen, everyMs);
  addEventListener('online', online);
  document.addEventListener('visibilitychange', seen);
  soon(0);
  return () => {
    clearTimeout(timer);
    clearInterval(beat);
    unwatch();
    removeEventListener('online', online);
    document.removeEventListener('visibilitychange', seen);
  };
};
