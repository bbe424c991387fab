import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { problemOfSite, writeSite } from './site-folder.mjs';

const place = mkdtempSync(join(tmpdir(), 'zonula-site-'));
const site = join(place, 'site');
afterAll(() => rmSync(place, { recursive: true, force: true }));
beforeEach(() => {
  for (const name of readdirSync(place)) rmSync(join(place, name), { recursive: true });
});

const app = (version: string) => async (folder: string) => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'assets', `main-${version}.js`), version);
  writeFileSync(join(folder, 'service-worker.js'), version);
};

test('a new folder, an empty one, and that of an earlier app, whose other files stay', async () => {
  expect(problemOfSite(site)).toBeNull();
  await writeSite(site, app('1'));
  expect(readdirSync(place)).toEqual(['site']);
  writeFileSync(join(site, 'CNAME'), 'example.org');
  expect(problemOfSite(site)).toBeNull();
  await writeSite(site, app('2'));
  expect(readdirSync(site).sort()).toEqual(['CNAME', 'assets', 'service-worker.js']);
  expect(readdirSync(join(site, 'assets'))).toEqual(['main-2.js']);
  expect(readFileSync(join(site, 'service-worker.js'), 'utf8')).toBe('2');
  const empty = join(place, 'empty');
  mkdirSync(empty);
  expect(problemOfSite(empty)).toBeNull();
  await writeSite(empty, app('1'));
  expect(readdirSync(empty)).toContain('service-worker.js');
});

test('never a folder with other files, nor a file, nor below what is not there', () => {
  mkdirSync(site);
  writeFileSync(join(site, 'thesis.txt'), '');
  expect(problemOfSite(site)).toContain('it holds other files');
  expect(problemOfSite(join(site, 'thesis.txt'))).toContain('it is a file');
  expect(problemOfSite(join(site, 'thesis.txt', 'below'))).toContain('there is no folder');
  expect(problemOfSite(join(place, 'none', 'site'))).toContain('there is no folder');
});

test('a build that fails leaves what was there, and nothing half-written', async () => {
  await writeSite(site, app('1'));
  const fails = async (folder: string) => {
    await app('2')(folder);
    throw new Error('no room');
  };
  await expect(writeSite(site, fails)).rejects.toThrow('no room');
  expect(readdirSync(place)).toEqual(['site']);
  expect(readFileSync(join(site, 'service-worker.js'), 'utf8')).toBe('1');
});
