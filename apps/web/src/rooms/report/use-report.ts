import { useCallback, useEffect, useRef, useState } from 'react';
import { Stopped } from '../../workers/ask.ts';
import { createCare } from '../../workers/care/client.ts';
import type { CareProgress, ReportAsk, ReportView } from '../../workers/care/questions.ts';
import { keepFound } from '../../workers/kept-found.ts';
import type { OfStored } from '../../workers/stored-diary.ts';

/** Letters of a name, or boxes that are ticked one after the other, are one question. */
const settleMs = 300;

export type ReportRun =
  | { readonly state: 'idle' | 'stopped' | 'done' }
  | { readonly state: 'running'; readonly progress: CareProgress | null }
  | { readonly state: 'failed'; readonly message: string };

/** Asks for the page anew after each choice; what the model found stays in the worker. The last page stays until the next is there. */
export const useReport = () => {
  const worker = useRef<ReturnType<typeof createCare> | null>(null);
  const asked = useRef(0);
  const [run, setRun] = useState<ReportRun>({ state: 'idle' });
  const [view, setView] = useState<ReportView | null>(null);
  useEffect(
    () => () => {
      asked.current++;
      worker.current?.stop();
    },
    [],
  );
  const show = useCallback(async (load: () => Promise<OfStored<ReportAsk>>): Promise<void> => {
    const id = ++asked.current;
    const isLatest = () => asked.current === id;
    worker.current ??= createCare();
    setRun({ state: 'running', progress: null });
    try {
      await new Promise((settled) => setTimeout(settled, settleMs));
      if (!isLatest()) return;
      const ask = await load();
      if (!isLatest()) return;
      const found = await worker.current.ask('report', ask, (progress) => {
        if (isLatest()) setRun({ state: 'running', progress });
      });
      keepFound(found.found);
      if (!isLatest()) return;
      setView(found);
      setRun({ state: 'done' });
    } catch (error) {
      if (!isLatest()) return;
      if (error instanceof Stopped) setRun({ state: 'stopped' });
      else
        setRun({
          state: 'failed',
          message: error instanceof Error ? error.message : `${error}`,
        });
    }
  }, []);
  const clear = useCallback(() => {
    asked.current++;
    setView(null);
    setRun({ state: 'idle' });
  }, []);
  const stop = useCallback(() => worker.current?.stop(), []);
  return { run, view, show, clear, stop };
};
