import { useEffect, useRef, useState } from 'react';
import { createWorker } from '../../browser.ts';
import workerUrl from './axis.worker.ts?worker&url';
import type { Play, PlayRequest } from './play.ts';

type Answer =
  | { readonly id: number; readonly play: Play }
  | { readonly id: number; readonly failure: string };

/** Runs the model in a worker; the last answer stays until the next one is there. */
export const usePlay = (
  request: PlayRequest,
): { readonly play: Play | null; readonly failure: string | null } => {
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const [play, setPlay] = useState<Play | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    const own = createWorker(workerUrl);
    own.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.id !== asked.current) return;
      if ('play' in data) {
        setPlay(data.play);
        setFailure(null);
      } else setFailure(data.failure);
    };
    own.onerror = ({ message }) => setFailure(message);
    worker.current = own;
    return () => own.terminate();
  }, []);

  useEffect(() => {
    asked.current++;
    worker.current?.postMessage({ id: asked.current, request });
  }, [request]);

  return { play, failure };
};
