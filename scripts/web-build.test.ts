import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readyWeb } from './prepare-web.mjs';
import { budgets, measureWeb } from './web-budget.mjs';

let folder: string;
let measured: ReturnType<typeof measureWeb>;
beforeAll(async () => {
  folder = await readyWeb();
  measured = measureWeb(folder);
}, 120_000);

test('the first load is at most 220 kB of packed JavaScript, its language included', () => {
  expect(measured.first.length).toBeGreaterThan(3);
  expect(measured.firstLoad).toBeGreaterThan(50_000);
  expect(measured.firstLoad).toBeLessThanOrEqual(budgets.firstLoad);
  expect(budgets.firstLoad).toBe(220_000);
});

test('the app begins with a few scripts, and no other page loads what only the app begins with', () => {
  expect(measured.first.length).toBeLessThan(10);
  const own = measured.first.find(
    (name) => name.startsWith('begin-1-') && !/^begin-1-\d-/u.test(name),
  );
  expect(own).toBeDefined();
  for (const page of ['clinic', 'account'])
    expect(readFileSync(join(folder, `${page}.html`), 'utf8')).not.toContain(own);
});

test('food data are at most 400 kB packed', () => {
  expect(measured.foods).toBeLessThanOrEqual(budgets.foods);
  expect(budgets.foods).toBe(400_000);
});

test('rooms and engines are loaded when they are asked for', () => {
  const assets = readdirSync(join(folder, 'assets'));
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
    expect(measured.first, lazy).not.toContain(name);
  }
});

test('the worker of the trials knows the food list by the name under which it keeps classes', () => {
  const assets = readdirSync(join(folder, 'assets'));
  const worker = assets.find((name) => /^trials\.worker-.{8}\.js$/u.test(name));
  const foods = assets.find((name) => /^foods-.{8}\.json$/u.test(name));
  expect(readFileSync(join(folder, 'assets', worker!), 'utf8')).toContain(foods!);
});

test('a page knows one language, and none of the app reads ICU', () => {
  for (const name of measured.first) {
    const code = readFileSync(join(folder, 'assets', name), 'utf8');
    expect(code.includes('Opening your diary'), name).toBe(false);
    expect(code.includes('messageformat'), name).toBe(false);
  }
});
