import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UnusableArguments } from './failure.ts';
import { destinationAt } from './output.ts';

let folder: string;
const inFolder = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zonula-output-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('destinationAt', () => {
  test('writes a new file and replaces an old one, and leaves nothing else', () => {
    destinationAt(inFolder('a.csv')).write('one');
    destinationAt(inFolder('a.csv')).write('two');
    expect(readFileSync(inFolder('a.csv'), 'utf8')).toBe('two');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  test('checking alone creates nothing', () => {
    destinationAt(inFolder('a.csv'));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('keeps the permissions of the file it replaces and follows links', () => {
    writeFileSync(inFolder('private.csv'), 'old');
    chmodSync(inFolder('private.csv'), 0o600);
    symlinkSync(inFolder('private.csv'), inFolder('link.csv'));
    destinationAt(inFolder('link.csv')).write('new');
    expect(readFileSync(inFolder('private.csv'), 'utf8')).toBe('new');
    expect(statSync(inFolder('private.csv')).mode & 0o777).toBe(0o600);
  });

  test('refuses folders, missing folders and the file that is read', () => {
    mkdirSync(inFolder('sub'));
    writeFileSync(inFolder('in.csv'), 'data');
    symlinkSync(inFolder('in.csv'), inFolder('same.csv'));
    const refused = (name: string) => () => destinationAt(inFolder(name), [inFolder('in.csv')]);
    expect(refused('sub')).toThrow(UnusableArguments);
    expect(refused('none/a.csv')).toThrow('the folder does not exist');
    expect(refused('in.csv')).toThrow('it is the file that is read');
    expect(refused('same.csv')).toThrow('it is the file that is read');
    expect(readFileSync(inFolder('in.csv'), 'utf8')).toBe('data');
  });

  test('a folder that vanishes meanwhile is said, nothing is left', () => {
    mkdirSync(inFolder('sub'));
    const destination = destinationAt(inFolder('sub/a.csv'));
    rmSync(inFolder('sub'), { recursive: true });
    expect(() => destination.write('x')).toThrow('the folder does not exist');
    expect(existsSync(inFolder('sub'))).toBe(false);
  });

  test('a device is written to directly', () => {
    destinationAt('/dev/null').write('x');
    expect(statSync('/dev/null').isFile()).toBe(false);
  });
});
