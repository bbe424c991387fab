import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Database } from '../db/tables.ts';
import { type BackupSummary, backup } from './backup.ts';
import { readBackup, UnusableBackup } from './read.ts';

/** The lines of a packed backup. Throws `UnusableBackup` for anything else. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  if (!existsSync(file)) throw new UnusableBackup('no such file');
  const source = createReadStream(file);
  const unpacked = createGunzip();
  // Whatever fails in reading or unpacking ends the lines.
  source.on('error', (error) => unpacked.destroy(error));
  source.pipe(unpacked);
  const lines = createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY });
  const failed = once(unpacked, 'error').then(([error]) => {
    throw error;
  });
  failed.catch(() => {});
  const iterator = lines[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), failed]);
      if (next.done === true) {
        if (unpacked.errored !== null) throw unpacked.errored;
        return;
      }
      yield next.value;
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_')) throw new UnusableBackup('a packed backup of Zonula is expected');
    if (code === 'EISDIR') throw new UnusableBackup('a file is expected, not a folder');
    throw error;
  } finally {
    lines.close();
    source.destroy();
  }
}

/** Reads a whole backup and compares it with its sums. */
export const checkBackup = async (
  file: string,
): Promise<{ readonly tables: number; readonly rows: number; readonly created: string }> => {
  let [rows, created] = [0, ''];
  const sums = await readBackup(linesOf(file), {
    onHead: async (head) => {
      created = head.created;
    },
    onRows: async (_, some) => {
      rows += some.length;
    },
  });
  return { tables: sums.size, rows, created };
};

/** Writes a packed backup, whole or not at all, readable for its owner alone; then reads it back and checks it. */
export const writeBackup = async (
  database: Database,
  now: () => number,
  file: string,
): Promise<BackupSummary> => {
  const temporary = `${file}.${process.pid}.tmp`;
  const packed = createGzip();
  const target = createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true });
  const done = finished(packed.pipe(target));
  done.catch(() => {});
  try {
    const summary = await backup(database, now, async (line) => {
      if (!packed.write(`${line}\n`)) await Promise.race([once(packed, 'drain'), done]);
    });
    packed.end();
    await done;
    await checkBackup(temporary);
    renameSync(temporary, file);
    return summary;
  } catch (error) {
    target.destroy();
    rmSync(temporary, { force: true });
    throw error;
  }
};
