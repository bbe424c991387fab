import { readFileSync } from 'node:fs';
import { buildSync } from 'esbuild';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import * as frontDoor from './index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the example of the README runs', async () => {
  const code = /```ts\n([^`]*)```/u.exec(readme)?.[1] ?? '';
  const { outputFiles } = buildSync({
    stdin: { contents: `${code}\nexport { journal, latte };`, loader: 'ts' },
    format: 'esm',
    write: false,
  });
  const body = outputFiles[0]!.text
    .replace(/^import [^;]+;/mu, '')
    .replace(/export \{[^}]*\};/u, 'return { journal, latte };');
  const run = new Function(
    'openJournal',
    'indexedDB',
    'IDBKeyRange',
    `return (async () => {${body}})()`,
  );
  const { journal, latte } = await run(frontDoor.openJournal, new IDBFactory(), IDBKeyRange);
  expect((await journal.entry(latte.id)).entry.value).toBe(1);
  expect(await journal.history(latte.id)).toHaveLength(3);
  journal.close();
});

test('the README names every operation of a journal', async () => {
  const journal = await frontDoor.openJournal({
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    now: () => 1,
    randomBytes: (length) => new Uint8Array(length),
  });
  const operations = Object.keys(journal).filter((name) => name !== 'device');
  expect(operations.filter((name) => !readme.includes(`${name}(`))).toEqual([]);
  journal.close();
});
