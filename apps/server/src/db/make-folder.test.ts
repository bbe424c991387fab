import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zonula-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('folders within folders are made, for their owner alone; one that is there stays', () => {
  const inner = join(folder, 'a', 'b', 'c');
  makeFolder(inner);
  writeFileSync(join(inner, 'kept'), '');
  makeFolder(inner);
  expect(statSync(join(inner, 'kept')).isFile()).toBe(true);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o700);
});

test('where there can be none it says so and ends', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeFolder(join(folder, 'file', 'a'))).toThrow(/ENOTDIR/u);
  if (process.platform === 'linux') expect(() => makeFolder('/proc/zonula/a')).toThrow(/ENOENT/u);
});
