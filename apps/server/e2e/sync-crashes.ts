import { createHttpRelay, exchange, joinByWords, startSync } from '@zonula/journal/sync';
import { createDevice } from '@zonula/journal/testing';

/** What devices wrote through a relay that is killed, and what a new device of each person finds afterwards. */
export interface SyncedThroughCrashes {
  /** Entries that a server has acknowledged. */
  readonly acknowledged: number;
  /** Exchanges that failed and were made again. */
  readonly failed: number;
  /** Of the acknowledged ones, those that a new device does not find; must be 0. */
  readonly missing: number;
}

/**
 * Makes devices, each of a person of its own. They then write an entry and exchange it, again and again, with any of the
 * servers, until it is over. An exchange that returns acknowledges everything that was written before it.
 */
export const createSyncers = async ({
  urls,
  devices,
  random,
}: {
  /** May change while it goes on. */
  readonly urls: readonly string[];
  readonly devices: number;
  readonly random: () => number;
}): Promise<(isOver: () => boolean) => Promise<SyncedThroughCrashes>> => {
  const relay = createHttpRelay(
    (path, request) => fetch(`${urls[Math.floor(random() * urls.length)]}${path}`, request),
    Date.now,
  );
  let failed = 0;
  const pause = () => new Promise((settled) => setTimeout(settled, 200));
  /** Until a server answers; what fails for another reason than being away is a failure of ours. */
  const untilDone = async <T>(work: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries++)
      try {
        return await work();
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : null;
        if (code !== 'away' || tries === 150) throw error;
        failed++;
        await pause();
      }
  };
  const people = await Promise.all(
    Array.from({ length: devices }, async (_, k) => {
      const name = (k + 1).toString(16).padStart(16, '0');
      const phone = createDevice(relay, { name, now: Date.now });
      return { phone, words: (await startSync(phone.context, 'Phone')).join(' ') };
    }),
  );
  return async (isOver) => {
    const written = await Promise.all(
      people.map(async ({ phone, words }) => {
        let clocks: readonly string[] = [];
        while (!isOver()) {
          const value = Math.floor(random() * 10);
          phone.replica.write(null, { day: '2026-03-01', category: 'skin', name: 'itch', value });
          const before = phone.replica.clocks();
          await untilDone(() => exchange(phone.context));
          clocks = before;
          await pause();
        }
        return { words, clocks };
      }),
    );
    let [acknowledged, missing] = [0, 0];
    for (const { words, clocks } of written) {
      const tablet = createDevice(relay, { name: 'f'.repeat(16), now: Date.now });
      await untilDone(() => joinByWords(tablet.context, words, 'Tablet'));
      await untilDone(() => exchange(tablet.context));
      const found = new Set(tablet.replica.clocks());
      acknowledged += clocks.length;
      missing += clocks.filter((clock) => !found.has(clock)).length;
    }
    return { acknowledged, failed, missing };
  };
};
