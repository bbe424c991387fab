import { readdirSync, readFileSync } from 'node:fs';
import * as numerics from '@zonula/numerics';
import { expect, test } from 'vitest';
import * as axis from './index.ts';
import { models } from './models/models.ts';

const here = new URL('.', import.meta.url);
const readme = readFileSync(new URL('../README.md', here), 'utf8');

/** What the code blocks of the README print. */
const shown = [...readme.matchAll(/```ts\n([\s\S]*?)```/gu)].map(([, code = '']) => {
  const body = code.replace(
    /import (\{[^}]*\}) from '@zonula\/(axis|numerics)';/gu,
    'const $1 = $2;',
  );
  const values: unknown[] = [];
  const print = { log: (value: unknown) => values.push(value) };
  new Function('axis', 'numerics', 'console', body)(axis, numerics, print);
  return values[0] as Float64Array;
});

test('the examples of the README run: a plaque, and a season of eczema', () => {
  const [plaque, eczema] = shown;
  expect(shown).toHaveLength(2);
  expect(plaque).toHaveLength(4);
  expect(plaque![3]).toBeCloseTo(1, 4);
  expect(eczema).toHaveLength(61);
  for (const score of eczema!) expect(score > 0 && score < 72).toBe(true);
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
