import { useCallback, useEffect, useRef, useState } from 'react';
import { Stopped } from '../ask.ts';
import { keepFound } from '../kept-found.ts';
import { createCare } from './client.ts';
import type { CareProgress, CareQuestions } from './questions.ts';

export type CareRun<A> =
  | { readonly state: 'idle' | 'stopped' }
  | { readonly state: 'running'; readonly progress: CareProgress | null }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'done'; readonly answer: A };

/** Asks the care worker one kind of question, the latest one only; leaving the room stops it. */
export const useCare = <K extends 'plan' | 'report'>(kind: K) => {
  const [result, setResult] = useState<CareRun<CareQuestions[K]['answer']>>({ state: 'idle' });
  const worker = useRef<ReturnType<typeof createCare> | null>(null);
  useEffect(
    () => () => {
      worker.current?.stop();
      worker.current = null;
    },
    [],
  );
  const run = useCallback(
    async (load: () => Promise<CareQuestions[K]['ask']>): Promise<void> => {
      worker.current?.stop();
      const care = createCare();
      worker.current = care;
      const isLatest = () => worker.current === care;
      setResult({ state: 'running', progress: null });
      try {
        const ask = await load();
        if (!isLatest()) return;
        const answer = await care.ask(kind, ask, (progress) =>
          setResult({ state: 'running', progress }),
        );
        keepFound(answer.found);
        if (isLatest()) setResult({ state: 'done', answer });
      } catch (error) {
        if (!isLatest()) return;
        if (error instanceof Stopped) setResult({ state: 'stopped' });
        else
          setResult({
            state: 'failed',
            message: error instanceof Error ? error.message : `${error}`,
          });
      } finally {
        care.stop();
      }
    },
    [kind],
  );
  const stop = useCallback(() => worker.current?.stop(), []);
  return { result, run, stop };
};
