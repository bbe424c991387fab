import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endPostgresIn } from './postgres-folder.ts';

const variable = 'ZONULA_TEST_RUN';

/**
 * One folder for a run of the tests, in which lies once what many files begin with (prepared.ts). Whoever runs several
 * projects one after the other names it in the environment, and removes it.
 */
export const setup = (): (() => Promise<void>) => {
  const given = process.env[variable];
  if (given !== undefined)
    return async () => {
      if (existsSync(given)) await endPostgresIn(given);
    };
  const folder = mkdtempSync(join(tmpdir(), 'zonula-run-'));
  // A PostgreSQL in it may run as somebody else.
  chmodSync(folder, 0o755);
  process.env[variable] = folder;
  return async () => {
    await endPostgresIn(folder);
    rmSync(folder, { recursive: true, force: true });
  };
};

/** Null outside of a run of the tests. */
export const runFolder = (): string | null => process.env[variable] ?? null;
