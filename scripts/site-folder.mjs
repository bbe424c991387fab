// @ts-check
// Where `npm run web` writes: what lies there and is not ours is never touched.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Names every app that was written before. */
const ownFile = 'service-worker.js';
/** Files in it are named by their content; those of an older app are of no use. */
const hashed = 'assets';

/** @param {string} folder absolute @returns {string | null} why the app cannot be written there, in one line */
export const problemOfSite = (folder) => {
  const parent = dirname(folder);
  if (!existsSync(parent) || !statSync(parent).isDirectory())
    return `${folder}: there is no folder ${parent}`;
  if (!existsSync(folder)) return null;
  if (!statSync(folder).isDirectory()) return `${folder}: it is a file, name a folder`;
  const isOurs = existsSync(join(folder, ownFile));
  return isOurs || readdirSync(folder).length === 0
    ? null
    : `${folder}: it holds other files; name a new or an empty folder, or one with an earlier app`;
};

/**
 * Lets `write` fill a folder beside the target and puts it in its place; nothing is left of it when `write` fails. In the folder of an
 * earlier app whatever else lies there stays.
 * @param {string} folder absolute, without a problem @param {(folder: string) => Promise<void>} write
 */
export const writeSite = async (folder, write) => {
  const temporary = join(dirname(folder), `.${basename(folder)}.${process.pid}.tmp`);
  mkdirSync(temporary);
  try {
    await write(temporary);
    if (existsSync(folder) && readdirSync(folder).length > 0) {
      rmSync(join(folder, hashed), { recursive: true, force: true });
      cpSync(temporary, folder, { recursive: true });
      return;
    }
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
};
