import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder that only its owner reads, with those around it. Node's own `recursive` never ends where a system refuses a folder as if the one
 * around it were missing, as Linux does in /proc.
 */
export const makeFolder = (folder: string): void => {
  const missing: string[] = [];
  for (let place = resolve(folder); !existsSync(place); place = dirname(place))
    missing.unshift(place);
  for (const place of missing)
    try {
      mkdirSync(place, { mode: 0o700 });
    } catch (error) {
      // Another process may have made it just now.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
};
