import { useCallback, useEffect, useRef, useState } from 'react';
import { Stopped } from '../../workers/ask.ts';
import { createDiscoverer } from '../../workers/discover/client.ts';
import type {
  DiscoverAsk,
  DiscoverProgress,
  DiscoverView,
} from '../../workers/discover/questions.ts';
import { keepFound } from '../../workers/kept-found.ts';
import type { OfStored } from '../../workers/stored-diary.ts';

export type Discovery =
  | { readonly state: 'idle' | 'stopped' }
  | { readonly state: 'running'; readonly progress: DiscoverProgress | null }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'done'; readonly view: DiscoverView };

/** Runs the discovery in its worker, which is made ready when the room is entered; leaving the room ends it. */
export const useDiscovery = () => {
  const [discovery, setDiscovery] = useState<Discovery>({ state: 'idle' });
  const [discoverer] = useState(createDiscoverer);
  const latest = useRef(0);
  const running = useRef(false);
  useEffect(() => {
    // What it could not load it says when it is asked.
    discoverer.ask('prepare', null).catch(() => null);
    return () => {
      // A question that is still being put together would wake the worker again.
      latest.current++;
      discoverer.stop();
    };
  }, [discoverer]);
  const run = useCallback(
    async (load: () => Promise<OfStored<DiscoverAsk>>): Promise<void> => {
      const mine = ++latest.current;
      if (running.current) discoverer.stop();
      running.current = true;
      const show = (next: Discovery): void => {
        if (mine === latest.current) setDiscovery(next);
      };
      show({ state: 'running', progress: null });
      try {
        const ask = await load();
        if (mine !== latest.current) return;
        const view = await discoverer.ask('discover', ask, (progress) =>
          show({ state: 'running', progress }),
        );
        keepFound(view.found);
        show({ state: 'done', view });
      } catch (error) {
        if (error instanceof Stopped) show({ state: 'stopped' });
        else
          show({ state: 'failed', message: error instanceof Error ? error.message : `${error}` });
      } finally {
        if (mine === latest.current) running.current = false;
      }
    },
    [discoverer],
  );
  const stop = useCallback(() => {
    latest.current++;
    running.current = false;
    discoverer.stop();
    setDiscovery({ state: 'stopped' });
  }, [discoverer]);
  return { discovery, run, stop };
};
