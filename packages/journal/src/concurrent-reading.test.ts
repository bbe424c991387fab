import { expect, test } from 'vitest';
import { createWorld } from '../fixtures/world.ts';
import { pageSize } from './bulk-pages.ts';
import type { Entry } from './entry.ts';
import { openJournal } from './journal.ts';

const meal = (k: number): Entry => ({
  day: `2026-01-${String(1 + (k % 28)).padStart(2, '0')}`,
  category: 'food',
  name: `meal ${k % 7}`,
  value: 1,
});

const createPaged = async (count = 70) => {
  const journal = await openJournal(createWorld());
  await journal.import({ entries: Array.from({ length: count }, (_, k) => meal(k)) });
  const there = await journal.range('0000', '9999');
  return { journal, there, replica: await journal.replica() };
};

test('an entry that leaves its page while it is looked at is there all the same', async () => {
  const { journal, there, replica } = await createPaged();
  const clocks = there.map(({ clock }) => clock).sort();
  const readings: readonly ((id: string) => Promise<boolean>)[] = [
    async (id) => (await journal.entry(id)) !== null,
    async (id) => (await journal.history(id))[0]?.clock === id,
    async (id) => (await replica.clocksAfter('')).includes(id),
    async (id) => (await replica.revisions(clocks)).some(({ clock }) => clock === id),
    async () => (await replica.count()) >= clocks.length,
    async () => (await journal.storage()).changesSinceBackup >= clocks.length,
    async (id) => {
      for await (const piece of journal.exportArchive())
        if (piece.includes(`"clock":"${id}"`)) return true;
      return false;
    },
  ];
  for (const [k, read] of readings.entries()) {
    const { id, entry } = there[k]!;
    const reading = read(id);
    await journal.edit(id, { ...entry, value: 2 });
    expect(await reading, `reading ${k}`).toBe(true);
  }
  journal.close();
});

test('another device is given revisions in the order of their stamps, wherever they lie', async () => {
  const { journal, there, replica } = await createPaged(pageSize + 70);
  const { id, entry } = there[300]!;
  await journal.edit(id, { ...entry, value: 2 });
  const clocks = await replica.clocksAfter('');
  expect((await replica.revisions(clocks)).map(({ clock }) => clock)).toEqual(clocks);
  journal.close();
});
