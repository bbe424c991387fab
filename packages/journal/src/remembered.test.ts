import { expect, test } from 'vitest';
import { createWorld } from '../fixtures/world.ts';
import { openJournal } from './journal.ts';

const itch = { day: '2026-03-01', category: 'skin', name: 'itch', value: 4 } as const;

test('what was worked out stays on the device and goes with everything', async () => {
  const world = createWorld();
  const journal = await openJournal(world);
  await journal.add([itch]);
  const before = await journal.undoState();
  const seen: unknown[] = [];
  const stop = journal.watch(
    () => journal.documents('trial'),
    (found) => seen.push(found),
    () => undefined,
  );
  await expect.poll(() => seen.length).toBe(1);
  expect(await journal.remembered('device')).toBeNull();
  await journal.remember('device', 'first');
  await journal.remember('device', 'second');
  await journal.put('settings', '', { theme: 'dark' });
  await journal.undo();
  expect((await journal.undoState()).undo).toEqual(before.undo);
  await journal.put('trial', 'a', {});
  await expect.poll(() => seen.length).toBeGreaterThan(1);
  expect(seen).toEqual([[], [expect.objectContaining({ key: 'a' })]]);
  stop();
  for await (const piece of journal.exportArchive()) expect(piece).not.toContain('second');
  journal.close();

  const again = await openJournal(world);
  expect(again.device).toBe(journal.device);
  expect(await again.remembered('device')).toBe('second');
  await again.deleteEverything();
  const empty = await openJournal(world);
  expect(await empty.remembered('device')).toBeNull();
  empty.close();
});

test('nothing is remembered of a diary that was deleted meanwhile', async () => {
  const world = createWorld();
  const [worker, page] = [await openJournal(world), await openJournal(world)];
  await page.deleteEverything();
  await expect(worker.remember('classes', 'milk')).rejects.toMatchObject({ code: 'closed' });
  expect(await world.indexedDB.databases()).toEqual([]);
});
