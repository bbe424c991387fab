/**
 * Checks every file of `claims/` and writes them, one a line, into `assets/claims.json`.
 *
 *     npm run evidence:compile
 */
import { writeFileSync } from 'node:fs';
import { compileClaims, readClaimFiles } from './compile-claims.ts';

try {
  const claims = readClaimFiles();
  writeFileSync(new URL('../assets/claims.json', import.meta.url), compileClaims(claims));
  process.stdout.write(`${claims.length} claims\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
