import { useCallback, useEffect, useRef, useState } from 'react';
import { Stopped } from '../../workers/ask.ts';
import { createDiscoverer } from '../../workers/discover/client.ts';
import type {
  DiscoverAsk,
  DiscoverProgress,
  DiscoverView,
} from '../../workers/discover/questions.ts';

export type Discovery =
  | { readonly state: 'idle' | 'stopped' }
  | { readonly state: 'running'; readonly progress: DiscoverProgress | null }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'done'; readonly view: DiscoverView };

/** Runs the discovery in its worker; leaving the room stops it. */
export const useDiscovery = () => {
  const [discovery, setDiscovery] = useState<Discovery>({ state: 'idle' });
  const worker = useRef<ReturnType<typeof createDiscoverer> | null>(null);
  useEffect(() => () => worker.current?.stop(), []);
  const run = useCallback(async (load: () => Promise<DiscoverAsk>): Promise<void> => {
    worker.current?.stop();
    const discoverer = createDiscoverer();
    worker.current = discoverer;
    setDiscovery({ state: 'running', progress: null });
    try {
      const view = await discoverer.ask('discover', await load(), (progress) =>
        setDiscovery({ state: 'running', progress }),
      );
      setDiscovery({ state: 'done', view });
    } catch (error) {
      if (error instanceof Stopped) {
        if (worker.current === discoverer) setDiscovery({ state: 'stopped' });
      } else
        setDiscovery({
          state: 'failed',
          message: error instanceof Error ? error.message : `${error}`,
        });
    } finally {
      if (worker.current === discoverer) {
        worker.current = null;
        discoverer.stop();
      }
    }
  }, []);
  const stop = useCallback(() => worker.current?.stop(), []);
  return { discovery, run, stop };
};
