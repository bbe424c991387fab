import type { Journal } from '@zonula/journal';
import { createContext, useContext, useEffect, useState } from 'react';
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

/** What was found, and what it was found for. */
interface Found<T> {
  readonly asked: readonly unknown[];
  readonly value: T;
}

const foundFor = <T,>(found: Found<T> | null, asked: readonly unknown[]): Found<T> | null =>
  found !== null && asked.every((one, k) => Object.is(one, found.asked[k])) ? found : null;

/**
 * Only what was found for just this, and since it was asked: when the page turns to another day and back, what was there before is not shown
 * for a moment.
 */
const useFound = <T,>(asked: readonly unknown[]) => {
  const [found, setFound] = useState<Found<T> | null>(null);
  const known = foundFor(found, asked);
  if (found !== known) setFound(null);
  return [known?.value, setFound] as const;
};

/** What `query` finds in the journal, now and after every change; undefined before the first answer. `keys` name what the query depends on. */
export const useLive = <T,>(
  query: (journal: Journal) => Promise<T>,
  keys: readonly unknown[],
): T | undefined => {
  const { journal } = useJournal();
  const asked = [journal, ...keys];
  const [value, setFound] = useFound<T>(asked);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    const show = (next: T): void =>
      setFound((last) => {
        const before = foundFor(last, asked);
        const value = reuse(before?.value, next);
        return before !== null && before.value === value ? before : { asked, value };
      });
    return journal.watch(() => query(journal), show, setFailure);
  }, asked);
  if (failure !== null) throw failure;
  return value;
};

/** What `query` finds in the journal, asked once for each set of `keys`: for what a change need not show at once. */
export const useOnce = <T,>(
  query: (journal: Journal) => Promise<T>,
  keys: readonly unknown[],
): T | undefined => {
  const { journal } = useJournal();
  const asked = [journal, ...keys];
  const [value, setFound] = useFound<T>(asked);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let current = true;
    query(journal).then(
      (value) => current && setFound({ asked, value }),
      (error: unknown) => current && setFailure(error),
    );
    return () => {
      current = false;
    };
  }, asked);
  if (failure !== null) throw failure;
  return value;
};
