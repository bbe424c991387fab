import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../../../scripts/lock.mjs';
import { runFolder } from './run-folder.ts';

/**
 * The folder of this name that all files of tests in a run begin with; it never changes. Whoever needs it first makes it,
 * and everybody else waits. Null outside of a run.
 */
export const prepared = async (
  name: string,
  make: (place: string) => Promise<void>,
): Promise<string | null> => {
  const folder = runFolder();
  if (folder === null) return null;
  const place = join(folder, name);
  if (existsSync(place)) return place;
  await withLock(`${place}.lock`, async () => {
    if (existsSync(place)) return;
    const half = `${place}.${process.pid}`;
    try {
      await make(half);
      renameSync(half, place);
    } catch (error) {
      // Whoever was taken for gone may have made it after all.
      if (!existsSync(place)) throw error;
    } finally {
      rmSync(half, { recursive: true, force: true });
    }
  });
  return place;
};
