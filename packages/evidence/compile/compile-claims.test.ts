import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileClaims, readClaimFiles } from './compile-claims.ts';

test('the compiled claims are those of the files (npm run evidence:compile)', () => {
  const compiled = readFileSync(new URL('../assets/claims.json', import.meta.url), 'utf8');
  expect(compiled).toBe(compileClaims(readClaimFiles()));
});
