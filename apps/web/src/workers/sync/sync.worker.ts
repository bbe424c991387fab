import { type Journal, JournalFailure, openJournal } from '@zonula/journal';
import {
  createHttpRelay,
  devicesOf,
  exchange,
  invite,
  joinByCode,
  joinByWords,
  makeCode,
  renewWords,
  revokeDevices,
  rotateKey,
  type SyncContext,
  SyncFailure,
  startSync,
} from '@zonula/journal/sync';
import { answerAll } from '../answer.ts';
import { browserEffects } from './effects.ts';
import type { SyncProgress, SyncQuestions, Tried } from './questions.ts';

/** A server that takes a request and never answers must not hold up the sync for good. */
const mostMs = 120_000;

const relay = createHttpRelay(
  (path, request) =>
    fetch(path, { ...request, cache: 'no-store', signal: AbortSignal.timeout(mostMs) }),
  () => Date.now(),
);

let journal: Journal | null = null;
const open = async (): Promise<Journal> => {
  journal ??= await openJournal({
    indexedDB,
    IDBKeyRange,
    now: () => Date.now(),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    onClosed: () => {
      journal = null;
    },
  });
  return journal;
};

const contextOf = async (): Promise<SyncContext> => {
  const opened = await open();
  const [store, replica] = await Promise.all([opened.syncStore(), opened.replica()]);
  return { effects: browserEffects, store, replica, relay };
};

/** One tab at a time, where the browser can say so; two at once do no harm but to the speed. */
const alone = <T>(work: () => Promise<T>): Promise<T> => {
  const locks: LockManager | undefined = navigator.locks;
  return locks === undefined ? work() : (locks.request('zonula-sync', work) as Promise<T>);
};

const tried = async <T>(work: (context: SyncContext) => Promise<T>): Promise<Tried<T>> => {
  try {
    return { ok: await alone(async () => work(await contextOf())) };
  } catch (error) {
    if (error instanceof SyncFailure) return { failure: error.code, where: error.message };
    if (error instanceof JournalFailure && error.code === 'closed') journal = null;
    throw error;
  }
};

type Tell = (progress: SyncProgress) => void;

/** What was done before is worth keeping when the exchange after it fails: that comes again by itself. */
const exchangeAfter = async (context: SyncContext, onProgress: Tell): Promise<null> => {
  try {
    await exchange(context, { onProgress });
  } catch (error) {
    if (!(error instanceof SyncFailure)) throw error;
  }
  return null;
};
const done = async (work: Promise<unknown>): Promise<null> => {
  await work;
  return null;
};

answerAll<SyncQuestions, SyncProgress>({
  // Not kept waiting by an exchange that is under way in another tab.
  status: async () => {
    const context = await contextOf();
    const state = await context.store.load();
    if (state === null) return { ok: null };
    const { syncedAt, failure } = state;
    return { ok: { syncedAt, failure, devices: await devicesOf(context) } };
  },
  // The words are shown nowhere else and have to be on the screen before anything can go wrong: the first exchange comes by itself.
  start: ({ label }) => tried((context) => startSync(context, label)),
  joinByWords: ({ words, label }, onProgress) =>
    tried(async (context) => {
      await joinByWords(context, words, label);
      return exchangeAfter(context, onProgress);
    }),
  joinByCode: ({ code, label }, onProgress) =>
    tried(async (context) => {
      await joinByCode(context, code, label);
      return exchangeAfter(context, onProgress);
    }),
  invite: () => tried((context) => invite(context, makeCode)),
  exchange: (_, onProgress) => tried((context) => exchange(context, { onProgress })),
  revoke: ({ id }) => tried((context) => done(revokeDevices(context, [id]))),
  rotate: () => tried((context) => done(rotateKey(context))),
  renewWords: () => tried(renewWords),
  leave: () => tried(({ store }) => done(store.clear())),
  erase: () =>
    tried(async ({ store }) => {
      const state = await store.load();
      if (state !== null) await relay.erase(state.log.owner, state.self);
      return done(store.clear());
    }),
});
