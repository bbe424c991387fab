import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { UnusableArguments } from '../failure.ts';
import { outputFolder } from './folder.ts';

const place = mkdtempSync(join(tmpdir(), 'zonula-folder-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
writeFileSync(join(place, 'file'), '');

test.each([
  ['', 'name a folder'],
  ['file', 'it is a file'],
  ['file/below', 'the folder does not exist'],
  ['none/below', 'there is no folder'],
  ['x'.repeat(300), 'the name is too long'],
  ['.', 'the folder is not empty'],
])('%s cannot be used, and nothing is left there', (name, why) => {
  const before = readdirSync(place);
  const open = () => outputFolder(name === '' ? '' : join(place, name));
  expect(open).toThrow(UnusableArguments);
  expect(open).toThrow(why);
  expect(readdirSync(place)).toEqual(before);
});

test('it appears whole or not at all, and never takes the place of what came meanwhile', () => {
  const target = join(place, 'people');
  mkdirSync(target);
  const folder = outputFolder(target);
  writeFileSync(join(folder.path, '1.csv'), 'a');
  expect(readdirSync(target)).toEqual([]);
  writeFileSync(join(target, 'theirs'), '');
  expect(folder.keep).toThrow(UnusableArguments);
  expect(readdirSync(target)).toEqual(['theirs']);
  rmSync(join(target, 'theirs'));
  folder.keep();
  expect(readdirSync(target)).toEqual(['1.csv']);
  folder.discard();
  expect(existsSync(folder.path)).toBe(false);
});
