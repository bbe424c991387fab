import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runFolder } from './run-folder.ts';

const isFirst = (lock: string): boolean => {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
};

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
  const lock = `${place}.lock`;
  while (!existsSync(place)) {
    if (!isFirst(lock)) {
      await pause(20);
      continue;
    }
    const half = `${place}.half`;
    try {
      if (existsSync(place)) continue;
      await make(half);
      renameSync(half, place);
    } finally {
      rmSync(half, { recursive: true, force: true });
      rmSync(lock, { recursive: true, force: true });
    }
  }
  return place;
};
