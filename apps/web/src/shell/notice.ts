import type { Journal } from '@zonula/journal';

/** What was done last, or what failed. */
export interface Notice {
  readonly text: string;
  readonly failed: boolean;
  /** Takes back what the text speaks of; null where that cannot be. */
  readonly undo: (() => Promise<unknown>) | null;
}

export interface Notices {
  readonly say: (text: string, undo: Notice['undo']) => void;
  readonly fail: (text: string) => void;
  readonly forget: () => void;
  readonly current: () => Notice | null;
  /** Gives back how to stop. */
  readonly subscribe: (onChange: () => void) => () => void;
}

/** The one line at the bottom. It lies beside the rooms, so that saying something draws nothing but the line. */
export const createNotices = (): Notices => {
  let notice: Notice | null = null;
  const listeners = new Set<() => void>();
  const show = (next: Notice | null): void => {
    notice = next;
    for (const listener of listeners) listener();
  };
  return {
    say: (text, undo) => show({ text, failed: false, undo }),
    fail: (text) => show({ text, failed: true, undo: null }),
    forget: () => show(null),
    current: () => notice,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
};

/** Says what was done, with a way to take back just that, whatever was done since. `undoable` is false for what is no change of the diary. */
export const createAnnounce =
  ({ say }: Notices, journal: Pick<Journal, 'lastOperation' | 'undo'>) =>
  (text: string, undoable = true): void => {
    const seq = undoable ? journal.lastOperation() : null;
    say(text, seq === null ? null : () => journal.undo(seq));
  };
