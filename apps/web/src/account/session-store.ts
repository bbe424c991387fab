import type { Session } from './server.ts';

export type SessionState =
  | { readonly state: 'asking' }
  | {
      readonly state: 'out';
      /** Whether somebody was signed in until the server said otherwise. */
      readonly wasIn: boolean;
    }
  | {
      readonly state: 'in';
      readonly session: Session;
      /** Recovery codes that were just made, until the person says that they are kept. */
      readonly codes: readonly string[] | null;
    }
  | { readonly state: 'failed'; readonly failure: unknown };

export const asking: SessionState = { state: 'asking' };

const key = 'zonula-account';
const watchers = new Set<() => void>();
let current: SessionState | null = null;

/** Whether somebody signed in on this device: without that mark the server is not asked. The session itself is in a cookie that no script can read. */
export const isMarked = (): boolean => localStorage.getItem(key) === 'on';

/** What is known of the session; null before anybody asked. */
export const knownSession = (): SessionState | null => current;

export const setSession = (next: SessionState): void => {
  current = next;
  if (next.state === 'in') localStorage.setItem(key, 'on');
  if (next.state === 'out') localStorage.removeItem(key);
  for (const tell of watchers) tell();
};

export const watchSession = (tell: () => void): (() => void) => {
  watchers.add(tell);
  return () => watchers.delete(tell);
};
