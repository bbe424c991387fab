import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the simulated diary is what its program writes', () => {
  const written = execFileSync(
    process.execPath,
    ['--import', 'tsx', 'examples/simulated-person.ts'],
    { encoding: 'utf8' },
  );
  expect(written).toBe(readFileSync('examples/simulated-person.csv', 'utf8'));
});
