import { expect, test } from 'vitest';
import { createWorld } from '../fixtures/world.ts';
import { openJournal } from './journal.ts';

const createMarker = () => {
  let text: string | null = null;
  return {
    read: () => text,
    write: (next: string) => {
      text = next;
    },
    clear: () => {
      text = null;
    },
  };
};
const itch = { day: '2026-03-01', category: 'skin', name: 'itch', value: 4 } as const;

test('tells when the browser has cleared the diary', async () => {
  const marker = createMarker();
  const journal = await openJournal({ ...createWorld(), marker });
  expect((await journal.storage()).lost).toBe(false);
  await journal.add([itch]);
  expect((await journal.storage()).lost).toBe(false);
  journal.close();
  const cleared = await openJournal({ ...createWorld(), marker });
  expect((await cleared.storage()).lost).toBe(true);
  await cleared.deleteEverything();
  const wanted = await openJournal({ ...createWorld(), marker });
  expect((await wanted.storage()).lost).toBe(false);
  wanted.close();
});

test('asks the browser, and says what it cannot say', async () => {
  let granted = false;
  const storage = {
    persisted: async () => granted,
    persist: async () => {
      granted = true;
      return granted;
    },
    estimate: async () => ({ usage: 5, quota: 100 }),
  };
  const journal = await openJournal({ ...createWorld(), storage });
  expect(await journal.storage()).toMatchObject({ persisted: false, usage: 5, quota: 100 });
  expect(await journal.askToPersist()).toBe(true);
  expect(await journal.storage()).toMatchObject({ persisted: true });
  journal.close();
  const bare = await openJournal(createWorld());
  expect(await bare.storage()).toMatchObject({ persisted: null, usage: null, quota: null });
  expect(await bare.askToPersist()).toBeNull();
  bare.close();
});
