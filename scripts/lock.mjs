// @ts-check
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const abandonedAfterMs = 15 * 60_000;

/** @param {number} pid */
const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
};

/** @param {string} file @returns {boolean} whether the lock is ours now */
const take = (file) => {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    return false;
  }
};

/** Removes the lock of a process that is gone. @param {string} file */
const removeAbandoned = (file) => {
  try {
    const owner = readFileSync(file, 'utf8');
    const pid = Number(owner);
    const age = Date.now() - statSync(file).mtimeMs;
    // An empty file is a lock whose owner is about to write its number.
    const abandoned = pid ? !isAlive(pid) || age > abandonedAfterMs : age > 5_000;
    if (!abandoned) return;
    // Renaming lets exactly one of several waiting processes remove it.
    const grave = `${file}.${process.pid}`;
    renameSync(file, grave);
    if (readFileSync(grave, 'utf8') === owner) rmSync(grave);
    else renameSync(grave, file);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
  }
};

/**
 * Runs `work` while no other process runs it under the same lock file; waits for its turn.
 * @template T
 * @param {string} file @param {() => T | Promise<T>} work @returns {Promise<T>}
 */
export const withLock = async (file, work) => {
  while (!take(file)) {
    removeAbandoned(file);
    await wait(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
};
