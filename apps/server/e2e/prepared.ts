import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runFolder } from './run-folder.ts';

/**
 * The folder of this name that all files of tests in a run begin with; it never changes. Whoever needs it first makes it;
 * of those who make it at the same time all but one throw theirs away. Null outside of a run.
 */
export const prepared = async (
  name: string,
  make: (place: string) => Promise<void>,
): Promise<string | null> => {
  const folder = runFolder();
  if (folder === null) return null;
  const place = join(folder, name);
  if (existsSync(place)) return place;
  const own = `${place}.${randomUUID()}`;
  await make(own);
  try {
    renameSync(own, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
    rmSync(own, { recursive: true, force: true });
  }
  return place;
};
