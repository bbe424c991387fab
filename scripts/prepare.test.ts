import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentBundle, fingerprint, missingPackages } from './prepare.mjs';

describe('missingPackages', () => {
  const locked = {
    '': { name: 'zonula' },
    'node_modules/zod': { version: '4.0.0' },
    'node_modules/@zonula/diary': { resolved: 'packages/diary', link: true },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  };

  test('counts neither the root nor packages of other platforms', () => {
    const installed = {
      'node_modules/zod': { version: '4.0.0' },
      'node_modules/@zonula/diary': { link: true },
    };
    expect(missingPackages(locked, installed)).toEqual([]);
  });

  test('names what is absent and what has another version', () => {
    expect(missingPackages(locked, { 'node_modules/zod': { version: '3.9.0' } })).toEqual([
      'node_modules/zod',
      'node_modules/@zonula/diary',
    ]);
  });
});

describe('currentBundle', () => {
  let folder: string;
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
  const stamp = () => ({
    bundle: 'bundle.mjs',
    inputs: { 'a.ts': fingerprint(join(folder, 'a.ts'))! },
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zonula-prepare-'));
    write('bundle.mjs', 'export {};');
    write('a.ts', 'one');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is the bundle while no source has changed', () => {
    expect(currentBundle(folder, stamp())).toBe(join(folder, 'bundle.mjs'));
  });

  test('is null for a newer source, an older one and one of another size', () => {
    const before = stamp();
    utimesSync(join(folder, 'a.ts'), 2_000_000_000, 2_000_000_000);
    expect(currentBundle(folder, before)).toBeNull();
    utimesSync(join(folder, 'a.ts'), 1_000_000_000, 1_000_000_000);
    expect(currentBundle(folder, before)).toBeNull();
    const old = stamp();
    write('a.ts', 'three');
    utimesSync(join(folder, 'a.ts'), 1_000_000_000, 1_000_000_000);
    expect(currentBundle(folder, old)).toBeNull();
  });

  test('is null where a source, the bundle or the stamp is gone', () => {
    const before = stamp();
    expect(currentBundle(folder, null)).toBeNull();
    rmSync(join(folder, 'a.ts'));
    expect(currentBundle(folder, before)).toBeNull();
    write('a.ts', 'one');
    const again = stamp();
    rmSync(join(folder, 'bundle.mjs'));
    expect(currentBundle(folder, again)).toBeNull();
  });
});
