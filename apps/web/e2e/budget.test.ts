import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { serveApp } from './app.ts';

let folder: string;
let assets: readonly string[];
beforeAll(async () => {
  await (await serveApp()).stop();
  folder = JSON.parse(readFileSync('dist/web.json', 'utf8')).folder;
  assets = readdirSync(join(folder, 'assets'));
}, 120_000);

const codeOf = (name: string): string => readFileSync(join(folder, 'assets', name), 'utf8');
const packed = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(codeOf(name), { level: 9 }).length, 0);

/** The scripts that a script imports before it runs, itself included. */
const withImports = (name: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const [, next] of codeOf(name).matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/gu))
    withImports(next!, seen);
  return seen;
};

const entry = (): string =>
  /src="\.\/assets\/([^"]+\.js)"/u.exec(readFileSync(join(folder, 'index.html'), 'utf8'))![1]!;

const kilobyte = 1000;

test('the first load is at most 220 kB of packed JavaScript', () => {
  const first = withImports(entry());
  expect(first.size).toBeGreaterThan(3);
  expect(packed(first)).toBeLessThanOrEqual(220 * kilobyte);
});

test('food data are at most 400 kB packed', () => {
  const foods = assets.find((name) => /^foods-.*\.json$/u.test(name))!;
  const content = readFileSync(join(folder, 'assets', foods));
  expect(
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length,
  ).toBeLessThanOrEqual(400 * kilobyte);
});

test('rooms and engines are loaded when they are asked for', () => {
  const first = withImports(entry());
  for (const lazy of [
    'discover-room',
    'learn-room',
    'settings-room',
    'timeline-room',
    'start-room',
    'discover.worker',
    'foods.worker',
    'example.worker',
  ]) {
    const name = assets.find((asset) => asset.startsWith(`${lazy}-`) && asset.endsWith('.js'));
    expect(name, lazy).toBeDefined();
    expect(first.has(name!), lazy).toBe(false);
  }
});
