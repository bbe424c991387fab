import { readFileSync } from 'node:fs';
import { chunksOf, type Diary, importers, readDiary, tidyImporter, writeTidy } from '@zonula/diary';
import { describe, expect, test } from 'vitest';
import { createWorld } from '../fixtures/world.ts';
import { openJournal } from './journal.ts';

const read = (content: string | Uint8Array, file = 'diary.csv'): Promise<Diary> =>
  readDiary(chunksOf(content), {
    file,
    format: 'auto',
    importers: [tidyImporter, ...importers],
    today: '2027-01-01',
  });
const fixture = (name: string): Promise<Diary> =>
  read(readFileSync(new URL(`../../diary/fixtures/${name}`, import.meta.url)), name);

const exports = [
  'bearable.csv',
  'daylio-scales.csv',
  'mysymptoms.csv',
  'nomie-detailed.csv',
  'cronometer-servings.csv',
  'flaredown-wide.csv',
  'studyu.csv',
  'apple-health.xml',
] as const;

describe('an import', () => {
  test.each(exports)(
    'of %s is previewed, kept, written as the same diary, and undone in one go',
    async (name) => {
      const diary = await fixture(name);
      const journal = await openJournal(createWorld());
      const preview = await journal.previewImport(diary, 'an-app');
      expect(preview.entries).toHaveLength(diary.observations.length);
      expect(preview.items.reduce((sum, { count }) => sum + count, 0)).toBe(preview.entries.length);
      expect([preview.first, preview.last]).toEqual([
        diary.observations[0]!.date,
        diary.observations.at(-1)!.date,
      ]);
      expect(preview.warnings).toEqual(diary.warnings);
      expect(await journal.items()).toEqual([]);

      expect(await journal.import(preview)).toBe(preview.entries.length);
      expect(writeTidy(await journal.diary())).toBe(writeTidy(diary));
      expect((await journal.diary()).warnings).toEqual([]);

      const [kept] = await journal.imports();
      expect(kept).toMatchObject({ label: 'import', count: preview.entries.length });

      const again = await journal.previewImport(diary, 'an-app');
      expect([again.entries.length, again.present]).toEqual([0, diary.observations.length]);

      expect(await journal.undo()).toMatchObject({ changed: preview.entries.length, kept: 0 });
      expect(await journal.imports()).toEqual([]);
      expect(await journal.range('0000', '9999')).toEqual([]);
      expect(await journal.items()).toEqual([]);
      expect((await journal.previewImport(diary, 'an-app')).present).toBe(0);
      await journal.redo();
      expect(writeTidy(await journal.diary())).toBe(writeTidy(diary));
      journal.close();
    },
  );

  test('of a later export brings what is new, and not what the person changed or removed', async () => {
    const first = await read(
      'date,category,name,value\n2026-03-01,skin,itch,4\n2026-03-01,food,latte,1\n',
    );
    const later = await read(
      'date,category,name,value\n2026-03-01,skin,itch,4\n2026-03-01,food,latte,1\n2026-03-01,food,latte,1\n2026-03-02,skin,itch,2\n',
    );
    const journal = await openJournal(createWorld());
    await journal.import(await journal.previewImport(first, 'zonula'));
    const [itch, latte] = await journal.day('2026-03-01');
    await journal.edit(itch!.id, { ...itch!.entry, value: 5 });
    await journal.remove([latte!.id]);
    const preview = await journal.previewImport(later, 'zonula');
    expect(preview.entries.map(({ day, name, value }) => [day, name, value])).toEqual([
      ['2026-03-01', 'latte', 1],
      ['2026-03-02', 'itch', 2],
    ]);
    expect(preview.present).toBe(2);
    journal.close();
  });

  test('that fails half-way leaves everything as it was', async () => {
    const world = createWorld();
    const journal = await openJournal(world);
    await journal.add([{ day: '2026-03-01', category: 'skin', name: 'itch', value: 1 }]);
    const preview = await journal.previewImport(await fixture('bearable.csv'), 'bearable');
    const failing = {
      ...preview,
      entries: [...preview.entries, { ...preview.entries[0]!, photos: [Symbol('x')] as never }],
    };
    await expect(journal.import(failing)).rejects.toThrow();
    expect(await journal.range('0000', '9999')).toHaveLength(1);
    expect((await journal.undoState()).undo?.label).toBe('add');
    journal.close();
  });

  test('of a name that is longer than any name is refused in one line', async () => {
    const diary = await read(`date,category,name,value\n2026-03-01,food,${'x'.repeat(10_001)},1\n`);
    const journal = await openJournal(createWorld());
    await expect(journal.previewImport(diary, 'zonula')).rejects.toThrow(
      /^observation 1: name: [^\n]+$/u,
    );
    journal.close();
  });
});
