import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readDiary } from './read-diary.ts';
import { chunksOf } from './source.ts';
import { tidyImporter, writeTidy } from './tidy.ts';

it('reads the diary that the README shows, and writes it back', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const text = /```csv\n([^`]*)```/u.exec(readme)?.[1] ?? '';
  const diary = await readDiary(chunksOf(text), {
    file: 'README.md',
    format: 'auto',
    importers: [tidyImporter],
    today: '2026-06-01',
  });
  expect(diary.observations).toHaveLength(3);
  expect(diary.warnings).toEqual([]);
  expect(writeTidy(diary).split('\n').sort()).toEqual(
    text.replace('yogurt,,', 'yogurt,1,').split('\n').sort(),
  );
});
