import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { panelOf, type Reference, scoradOf } from './studies/reference.ts';

/** Folders a table may lie in, below the one that was given. */
const folders = ['.', 'flaredown', 'eczemapredposcorad', '../flaredown', '../eczemapredposcorad'];

/**
 * Reads `food-panel-sample.csv` and `FakeData.csv` where they are. Without a folder, or without a
 * file in it, that table is empty and the studies that need it say that they did not run.
 */
export function readReference(folder: string | undefined): Reference {
  const read = (file: string): string | null => {
    if (folder === undefined) return null;
    const path = folders.map((sub) => join(folder, sub, file)).find(existsSync);
    return path === undefined ? null : readFileSync(path, 'utf8');
  };
  const panel = read('food-panel-sample.csv');
  const scorad = read('FakeData.csv');
  return {
    panel: panel === null ? [] : panelOf(panel),
    scorad: scorad === null ? [] : scoradOf(scorad),
    readFile: folder === undefined ? null : (name) => readFileSync(tablePath(folder, name), 'utf8'),
  };
}

const tablePath = (folder: string, name: string): string => {
  const path = ['.', '..'].map((sub) => join(folder, sub, name)).find(existsSync);
  if (path === undefined) throw new RangeError(`no ${name} in ${folder}`);
  return path;
};
