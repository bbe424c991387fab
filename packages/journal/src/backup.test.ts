import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWorld } from '../fixtures/world.ts';
import { openBackup, sealBackup, usualCost } from './backup.ts';
import { deviceOf } from './clock.ts';
import { type Journal, openJournal } from './journal.ts';

const cost = { logN: 4, r: 8, p: 1 };
const { randomBytes } = createWorld();
const place = { file: 'diary.zonula' };
const plain = new TextEncoder().encode('what nobody else should read');
const seal = (bytes: Uint8Array) => sealBackup(bytes, 'häßlich und lang', { randomBytes, cost });
const open = (bytes: Uint8Array, passphrase = 'häßlich und lang') =>
  openBackup(bytes, passphrase, place);
/** Until the segments begin: header and check. */
const headLength = 13 + 4 + 16 + 16 + 6 + 16;

describe('a sealed backup', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 200_000])(
    'of %i bytes opens as it was',
    async (length) => {
      const bytes = Uint8Array.from({ length }, (_, k) => (k * 31) % 251);
      expect(await open(await seal(bytes))).toEqual(bytes);
    },
  );

  test('opens with the same passphrase typed on another keyboard', async () => {
    expect(await open(await seal(plain), 'ha\u0308ßlich und lang')).toEqual(plain);
  });

  test('does not show what is in it', async () => {
    expect(Buffer.from(await seal(plain)).includes('nobody')).toBe(false);
  });

  test('says that a passphrase is wrong', async () => {
    await expect(open(await seal(plain), 'another')).rejects.toThrow(
      'diary.zonula: the passphrase does not open this backup',
    );
  });

  test('says that it is cut short, wherever', async () => {
    const sealed = await seal(new Uint8Array(70_000));
    for (const length of [
      13,
      14,
      40,
      headLength,
      headLength + 1,
      headLength + 65_552,
      sealed.length - 1,
    ])
      await expect(open(sealed.subarray(0, length))).rejects.toThrow(
        'diary.zonula: expected a whole backup; the file is cut short',
      );
  });

  test('never opens as something else when a byte has changed or segments have moved', async () => {
    const sealed = await seal(new Uint8Array(140_000).map((_, k) => k % 7));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sealed.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const changed = sealed.slice();
          changed[at]! ^= flip;
          await expect(open(changed)).rejects.toMatchObject({ name: 'UnusableInput' });
        },
      ),
      { seed: 1, numRuns: 150 },
    );
    const swapped = sealed.slice();
    const segment = 65_552;
    swapped.set(sealed.subarray(headLength + segment, headLength + 2 * segment), headLength);
    swapped.set(sealed.subarray(headLength, headLength + segment), headLength + segment);
    await expect(open(swapped)).rejects.toThrow('the file is damaged');
    await expect(open(Uint8Array.of(...sealed.subarray(0, 200), 0))).rejects.toThrow('cut short');
  });

  test('names a newer version, another file, and a cost that nobody can bear', async () => {
    const sealed = await seal(plain);
    const newer = sealed.slice();
    newer[13] = 2;
    await expect(open(newer)).rejects.toThrow('expected version 1 of the backup, found 2');
    await expect(open(plain)).rejects.toThrow('expected an encrypted Zonula backup');
    const costly = sealed.slice();
    costly[14] = 30;
    await expect(open(costly)).rejects.toThrow('the file is damaged');
  });

  test('is never made without a passphrase', async () => {
    await expect(sealBackup(plain, '', { randomBytes, cost })).rejects.toThrow(RangeError);
  });

  test('costs what OWASP asks of scrypt', () => {
    expect(usualCost).toEqual({ logN: 16, r: 8, p: 2 });
  });
});

const all = async (journal: Journal) => ({
  entries: await journal.range('0000', '9999'),
  settings: await journal.document('settings'),
});

describe('the journal', () => {
  test('comes back from its backup on another device, and merges into what is there', async () => {
    const journal = await openJournal(createWorld());
    const itch = { day: '2026-03-01', category: 'skin', name: 'itch', value: 4 } as const;
    const [first] = await journal.add([itch]);
    await journal.put('settings', '', { language: 'de' });
    expect(await journal.storage()).toMatchObject({ backedUpAt: null, changesSinceBackup: 2 });
    const backup = await journal.sealBackup('long enough', { cost });
    expect(await journal.storage()).toMatchObject({ changesSinceBackup: 0 });
    await journal.edit(first!.id, { ...itch, value: 5 });
    expect(await journal.storage()).toMatchObject({ changesSinceBackup: 1 });

    const other = await openJournal(createWorld({ device: 8 }));
    expect(await other.restoreBackup(backup, 'long enough', place)).toEqual({
      added: 2,
      known: 0,
      photos: 0,
    });
    expect((await all(other)).entries.map(({ entry }) => entry)).toEqual([itch]);
    expect((await all(other)).settings).toEqual({ language: 'de' });
    expect(other.device).not.toBe(journal.device);

    await journal.restoreBackup(backup, 'long enough', place);
    expect((await journal.entry(first!.id))?.entry.value).toBe(5);
    await expect(other.restoreBackup(backup, 'wrong', place)).rejects.toThrow('passphrase');
    journal.close();
    other.close();
  });

  test('does not count as backed up what another device wrote before and sent after', async () => {
    const itch = { day: '2026-03-01', category: 'skin', name: 'itch', value: 4 } as const;
    const other = await openJournal(createWorld({ device: 8 }));
    await other.add([itch]);
    const sent = await other.sealBackup('p', { cost });
    const journal = await openJournal(createWorld());
    await journal.add([itch, itch]);
    await journal.sealBackup('p', { cost });
    await journal.restoreBackup(sent, 'p', place);
    const clocks = (await journal.range('0000', '9999')).map(({ clock }) => clock).sort();
    expect(deviceOf(clocks.at(-1)!)).toBe(journal.device);
    expect(await journal.storage()).toMatchObject({ changesSinceBackup: 1 });
    journal.close();
    other.close();
  });

  test('does not count as backed up what is written while the backup is made', async () => {
    const journal = await openJournal(createWorld());
    const itch = { day: '2026-03-01', category: 'skin', name: 'itch', value: 4 } as const;
    await journal.add([itch]);
    const during: Promise<unknown>[] = [];
    await journal.sealBackup('p', {
      cost,
      onProgress: () => {
        if (during.length === 0) during.push(journal.add([{ ...itch, value: 9 }]));
      },
    });
    await Promise.all(during);
    expect(during).toHaveLength(1);
    expect(await journal.storage()).toMatchObject({ changesSinceBackup: 1 });
    journal.close();
  });

  test('comes back after everything was deleted', async () => {
    const world = createWorld();
    const journal = await openJournal(world);
    await journal.add([{ day: '2026-03-01', category: 'food', name: '__proto__', value: 1 }]);
    const before = await all(journal);
    const backup = await journal.sealBackup('p', { cost });
    await journal.deleteEverything();
    expect(await world.indexedDB.databases()).toEqual([]);
    const again = await openJournal(world);
    expect((await all(again)).entries).toEqual([]);
    await again.restoreBackup(backup, 'p', place);
    expect(await all(again)).toEqual(before);
    again.close();
  });
});
