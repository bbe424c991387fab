import type { StoredEntry } from '@zonula/journal';
import { useReducer, useRef } from 'react';
import { useJournal } from '../../journal/context.tsx';
import { createTurns } from '../../journal/in-turn.ts';
import type { TrackedItem } from '../../tracked.ts';
import { type Moment, scoreEntry } from './entries.ts';

export interface Score {
  /** As it was tapped, also while it is being written; null for not written down. */
  readonly value: number | null;
  /** Resolves when it is kept for good. */
  readonly write: (value: number) => Promise<void>;
  readonly clear: () => Promise<void>;
}

interface Row {
  /** The writing that the journal showed last; null for none. */
  seen: string | null;
  /** What holds, also before the journal shows it. */
  stored: StoredEntry | null;
  /** Shown until it is written and the journal shows something later. */
  tapped: { readonly value: number | null; written: boolean } | null;
  readonly inTurn: ReturnType<typeof createTurns>;
}

/** The score of a day. Taps are shown at once and written one after the other, so that quick ones never make two entries. */
export const useScore = (
  item: TrackedItem,
  stored: StoredEntry | null,
  moment: () => Moment,
): Score => {
  const { journal } = useJournal();
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const seen = stored?.clock ?? null;
  const ref = useRef<Row | null>(null);
  ref.current ??= { seen, stored, tapped: null, inTurn: createTurns() };
  const row = ref.current;
  if (row.seen !== seen) {
    row.seen = seen;
    row.stored = stored;
    if (row.tapped?.written) row.tapped = null;
  }

  const tap = (value: number | null, work: () => Promise<StoredEntry | null>): Promise<void> => {
    const tapped: Row['tapped'] = { value, written: false };
    row.tapped = tapped;
    const done = row.inTurn(async () => {
      try {
        row.stored = await work();
        tapped.written = true;
      } catch (error) {
        if (row.tapped === tapped) row.tapped = null;
        draw();
        throw error;
      }
    });
    // Only now, so that the database begins before the screen.
    draw();
    return done;
  };
  return {
    value: row.tapped === null ? (stored?.entry.value ?? null) : row.tapped.value,
    write: (value) =>
      tap(value, async () => {
        const entry = scoreEntry(item, value, moment());
        const before = row.stored;
        const edited =
          before === null ? null : await journal.edit(before.id, { ...before.entry, ...entry });
        return edited ?? (await journal.add([entry]))[0]!;
      }),
    clear: () =>
      tap(null, async () => {
        if (row.stored !== null) await journal.remove([row.stored.id]);
        return null;
      }),
  };
};
