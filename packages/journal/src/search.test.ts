import { expect, test } from 'vitest';
import { createWorld } from '../fixtures/world.ts';
import type { Entry } from './entry.ts';
import { openJournal } from './journal.ts';

const list: readonly Entry[] = [
  { day: '2026-03-01', category: 'food', name: 'Käsekuchen', value: 1 },
  {
    day: '2026-03-02',
    category: 'food',
    name: 'latte',
    value: 1,
    note: 'with oat milk at the café',
  },
  { day: '2026-03-03', category: 'food', name: 'Latte macchiato', value: 1 },
  { day: '2026-03-04', category: 'skin', name: 'itch', value: 3, site: 'left cheek' },
  { day: '2026-03-05', category: 'food', name: '__proto__', value: 1 },
  {
    day: '2026-03-06',
    category: 'note',
    name: 'note',
    value: null,
    note: 'Straße, 50% heat 🔥 latte',
  },
];

const found = async (text: string, limit?: number) => {
  const journal = await openJournal(createWorld());
  await journal.add(list);
  const hits = await journal.search(text, limit === undefined ? {} : { limit });
  journal.close();
  return hits.map(({ entry }) => entry.day.slice(-1)).join('');
};

test.each([
  ['latte', '632'],
  ['LATTE mac', '3'],
  ['latt oat', '2'],
  ['kase', '1'],
  ['CAFE', '2'],
  ['strasse', '6'],
  ['cheek', '4'],
  ['itch cheek', '4'],
  ['cheek latte', ''],
  ['__proto__', '5'],
  ['50', '6'],
  ['', ''],
  ['🔥', ''],
  ['nothing of this', ''],
])('%j finds the days %j', async (text, days) => {
  expect(await found(text)).toBe(days);
});

test('takes the latest', async () => {
  expect(await found('latte', 2)).toBe('63');
});

test('what was edited or removed is found as it is now', async () => {
  const journal = await openJournal(createWorld());
  const added = await journal.add(list);
  await journal.edit(added[1]!.id, { ...list[1]!, note: 'with soya' });
  await journal.remove([added[2]!.id]);
  const days = async (text: string) =>
    (await journal.search(text)).map(({ entry }) => entry.day.slice(-1));
  expect(await days('oat')).toEqual([]);
  expect(await days('soya')).toEqual(['2']);
  expect(await days('macchiato')).toEqual([]);
  await journal.undo();
  expect(await days('macchiato')).toEqual(['3']);
  journal.close();
});
