import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const findRoot = (folder: string): string => {
  if (existsSync(join(folder, 'zonula.mjs'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('the folder of Zonula was not found');
  return findRoot(parent);
};

/** The folder that holds the launcher, the examples and the documentation. */
export const root = findRoot(dirname(fileURLToPath(import.meta.url)));
