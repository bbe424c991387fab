import type { SyncEffects } from './effects.ts';
import { SyncFailure } from './failure.ts';
import type { Relay, Replica, SyncState, SyncStore } from './ports.ts';

/** What a device syncs with. */
export interface SyncContext {
  readonly effects: SyncEffects;
  readonly store: SyncStore;
  readonly replica: Replica;
  readonly relay: Relay;
}

/** Throws `SyncFailure` (`unknown`) while it is off. */
export const stateOf = async ({ store }: SyncContext): Promise<SyncState> => {
  const state = await store.load();
  if (state === null) throw new SyncFailure('unknown', 'sync is off');
  return state;
};
