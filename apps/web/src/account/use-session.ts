import { useEffect, useSyncExternalStore } from 'react';
import { lookAtSession } from './session.ts';
import { asking, knownSession, type SessionState, watchSession } from './session-store.ts';

/** Who is signed in, the same everywhere on the page. */
export const useSession = (): SessionState => {
  const state = useSyncExternalStore(watchSession, knownSession);
  useEffect(() => {
    if (knownSession() === null) void lookAtSession();
  }, []);
  return state ?? asking;
};
