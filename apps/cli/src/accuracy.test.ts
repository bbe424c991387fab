import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAccuracy } from './accuracy.ts';

let root: string;
const publish = (document: unknown) => {
  mkdirSync(join(root, 'docs'));
  writeFileSync(join(root, 'docs', 'validation.json'), JSON.stringify(document));
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'zonula-accuracy-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const measured = {
  nulls: 2000,
  accused: 30,
  rate: 0.015,
  interval: [0.01, 0.021],
  comparators: [{ name: 'Welch', rate: 0.8 }],
  link: 'docs/validation.md',
};

test('what was published is quoted, and nothing more', () => {
  publish({ ...measured, version: '1', studies: {} });
  expect(readAccuracy(root)).toEqual(measured);
});

test('what was not measured is not quoted', () => {
  expect(readAccuracy(root)).toBeNull();
  publish({ link: 'docs/validation.md', version: '1', studies: {} });
  expect(readAccuracy(root)).toBeNull();
});

test('a damaged publication is not passed over', () => {
  publish({ ...measured, rate: 2 });
  expect(() => readAccuracy(root)).toThrow();
});
