import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as axis from './index.ts';
import { models } from './models/models.ts';

const here = new URL('.', import.meta.url);
const readme = readFileSync(new URL('../README.md', here), 'utf8');

test('the example of the README runs, and shows a plaque', () => {
  const code = /```ts\n([\s\S]*?)```/u.exec(readme)![1]!;
  const body = code.replace(/import (\{[^}]*\}) from '@zonula\/axis';/u, 'const $1 = axis;');
  const shown: unknown[] = [];
  new Function('axis', 'console', body)(axis, { log: (value: unknown) => shown.push(value) });
  const severity = shown[0] as Float64Array;
  expect(severity).toHaveLength(4);
  expect(severity[3]).toBeCloseTo(1, 4);
});

test('the README names every file and every model', () => {
  for (const name of readdirSync(here)) {
    const isNamed = name === 'index.ts' || name.endsWith('.test.ts') || readme.includes(`${name}`);
    expect(isNamed, name).toBe(true);
  }
  for (const { definition } of models) expect(readme).toContain(definition.name);
});

test('the model card names every model with its source', () => {
  const card = readFileSync(new URL('../../../docs/model-card-axis.md', here), 'utf8');
  for (const { definition } of models) expect(card).toContain(`\`${definition.name}\``);
});
