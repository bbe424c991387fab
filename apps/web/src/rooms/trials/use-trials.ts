import { useCallback, useEffect, useRef, useState } from 'react';
import { Stopped } from '../../workers/ask.ts';
import { createTrials } from '../../workers/trials/client.ts';
import type { TrialsProgress, TrialsQuestions } from '../../workers/trials/questions.ts';

export type Asked<A> =
  | { readonly state: 'idle' | 'stopped' }
  | { readonly state: 'running'; readonly progress: TrialsProgress | null }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'done'; readonly answer: A };

/** One worker for as long as the room is open; it keeps the foods and what it read off the diary. */
export const useTrialsWorker = () => {
  const worker = useRef<ReturnType<typeof createTrials> | null>(null);
  useEffect(() => () => worker.current?.stop(), []);
  return useCallback(() => (worker.current ??= createTrials()), []);
};
export type TrialsWorker = ReturnType<typeof useTrialsWorker>;

/** Asks one kind of question; only the latest answer counts. */
export const useAsk = <K extends keyof TrialsQuestions>(workerOf: TrialsWorker, kind: K) => {
  const [asked, setAsked] = useState<Asked<TrialsQuestions[K]['answer']>>({ state: 'idle' });
  const latest = useRef(0);
  const run = useCallback(
    async (load: () => Promise<TrialsQuestions[K]['ask']>): Promise<void> => {
      const mine = ++latest.current;
      const isLatest = (): boolean => latest.current === mine;
      setAsked({ state: 'running', progress: null });
      try {
        const answer = await workerOf().ask(kind, await load(), (progress) => {
          if (isLatest()) setAsked({ state: 'running', progress });
        });
        if (isLatest()) setAsked({ state: 'done', answer });
      } catch (error) {
        if (!isLatest()) return;
        if (error instanceof Stopped) setAsked({ state: 'stopped' });
        else
          setAsked({
            state: 'failed',
            message: error instanceof Error ? error.message : `${error}`,
          });
      }
    },
    [kind, workerOf],
  );
  const stop = useCallback(() => workerOf().stop(), [workerOf]);
  return { asked, run, stop };
};
