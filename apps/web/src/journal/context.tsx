import type { Journal } from '@zonula/journal';
import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import type { Whose } from './open.ts';
import { reuse } from './reuse.ts';

export interface JournalAccess {
  readonly journal: Journal;
  readonly whose: Whose;
  /** Opens the other diary. */
  readonly change: (whose: Whose) => void;
  /** Says at the bottom what was done last in this tab, with a way to undo it; without one where `undoable` is false. */
  readonly announce: (text: string, undoable?: boolean) => void;
}

export const JournalContext = createContext<JournalAccess | null>(null);

export const useJournal = (): JournalAccess => {
  const access = useContext(JournalContext);
  if (access === null) throw new Error('no journal is open');
  return access;
};

/** Whether these are other keys than the last time; not so for effects that only run again, as they do when the lock opens. */
const useChanged = (): ((keys: readonly unknown[]) => boolean) => {
  const last = useRef<readonly unknown[] | null>(null);
  return useCallback((keys) => {
    const before = last.current;
    last.current = keys;
    return before === null || keys.some((key, k) => key !== before[k]);
  }, []);
};

/** What `query` finds in the journal, now and after every change; undefined before the first answer. `keys` name what the query depends on. */
export const useLive = <T,>(
  query: (journal: Journal) => Promise<T>,
  keys: readonly unknown[],
): T | undefined => {
  const { journal } = useJournal();
  const [value, setValue] = useState<T | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(null);
  const changed = useChanged();
  useEffect(() => {
    if (changed([journal, ...keys])) setValue(undefined);
    const show = (next: T): void => setValue((before) => reuse(before, next));
    return journal.watch(() => query(journal), show, setFailure);
  }, [journal, ...keys]);
  if (failure !== null) throw failure;
  return value;
};

/** What `query` finds in the journal, asked once for each set of `keys`: for what a change need not show at once. */
export const useOnce = <T,>(
  query: (journal: Journal) => Promise<T>,
  keys: readonly unknown[],
): T | undefined => {
  const { journal } = useJournal();
  const [value, setValue] = useState<T | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(null);
  const changed = useChanged();
  useEffect(() => {
    let current = true;
    if (changed([journal, ...keys])) setValue(undefined);
    query(journal).then(
      (found) => current && setValue(found),
      (error: unknown) => current && setFailure(error),
    );
    return () => {
      current = false;
    };
  }, [journal, ...keys]);
  if (failure !== null) throw failure;
  return value;
};
