import { useEffect, useRef, useState } from 'react';

export interface Task {
  readonly busy: boolean;
  /** What went wrong last. */
  readonly failure: unknown;
  /** Does one thing at a time; what is asked for meanwhile is left out. */
  readonly run: (work: () => Promise<void>) => void;
}

/** Something that is asked of the clinic and may fail. */
export const useTask = (): Task => {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const running = useRef(false);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const run = (work: () => Promise<void>): void => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setFailure(null);
    work()
      .catch((error: unknown) => here.current && setFailure(error))
      .finally(() => {
        running.current = false;
        if (here.current) setBusy(false);
      });
  };
  return { busy, failure, run };
};
