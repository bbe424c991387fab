import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const here = new URL('.', import.meta.url);

it('the README names every code and every file', () => {
  const readme = readFileSync(new URL('../README.md', here), 'utf8');
  const files = readdirSync(here).filter((name) => !name.endsWith('.test.ts'));
  const code = files.map((name) => readFileSync(new URL(name, here), 'utf8')).join('\n');
  const codes = [
    ...code.matchAll(/code: '([a-z-]+)'/gu),
    ...code.matchAll(/\bwarn\(\s*'([a-z-]+)'/gu),
  ].map((match) => match[1]!);
  expect(codes.length).toBeGreaterThan(30);
  for (const one of codes) expect(readme).toContain(`\`${one}\``);
  const helpers = [
    'column.ts',
    'diary-sketch.ts',
    'index.ts',
    'masks.ts',
    'series.ts',
    'statistics.ts',
  ];
  for (const name of files) {
    if (!helpers.includes(name)) expect(readme).toContain(`\`${name}\``);
  }
});
