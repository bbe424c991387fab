import type { Journal } from '@zonula/journal';
import { createContext, useContext, useEffect, useState } from 'react';
import type { Whose } from './open.ts';

export interface JournalAccess {
  readonly journal: Journal;
  readonly whose: Whose;
  /** Opens the other diary. */
  readonly change: (whose: Whose) => void;
  /** Says at the bottom what was done, with a way to undo it. */
  readonly announce: (text: string) => void;
}

export const JournalContext = createContext<JournalAccess | null>(null);

export const useJournal = (): JournalAccess => {
  const access = useContext(JournalContext);
  if (access === null) throw new Error('no journal is open');
  return access;
};

/** What `query` finds in the journal, now and after every change; undefined before the first answer. `keys` name what the query depends on. */
export const useLive = <T,>(
  query: (journal: Journal) => Promise<T>,
  keys: readonly unknown[],
): T | undefined => {
  const { journal } = useJournal();
  const [value, setValue] = useState<T | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    setValue(undefined);
    return journal.watch(() => query(journal), setValue, setFailure);
  }, [journal, ...keys]);
  if (failure !== null) throw failure;
  return value;
};
