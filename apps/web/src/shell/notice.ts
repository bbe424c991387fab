/** What was done last, or what failed. */
export interface Notice {
  readonly text: string;
  readonly failed: boolean;
}

export interface Notices {
  readonly say: (text: string) => void;
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
    say: (text) => show({ text, failed: false }),
    fail: (text) => show({ text, failed: true }),
    forget: () => show(null),
    current: () => notice,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
};
