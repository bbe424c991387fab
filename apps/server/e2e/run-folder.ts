import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const variable = 'ZONULA_TEST_RUN';

/** One folder for a run of the tests, in which lies once what many files begin with (prepared.ts). */
export const setup = (): (() => void) | undefined => {
  if (process.env[variable] !== undefined) return;
  const folder = mkdtempSync(join(tmpdir(), 'zonula-run-'));
  process.env[variable] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
};

/** Null outside of a run of the tests. */
export const runFolder = (): string | null => process.env[variable] ?? null;
