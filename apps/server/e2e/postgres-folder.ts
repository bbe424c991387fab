import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How the names of folders begin in which a PostgreSQL keeps its files. */
export const postgresFolder = 'zonula-pg-';

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/**
 * Ends every PostgreSQL with files below `parent` at once, as nobody needs what it holds. One has ended when its file is
 * gone: whoever started it may have ended before, so that it is never taken off the list of processes.
 */
export const endPostgresIn = async (parent: string): Promise<void> => {
  for (const name of readdirSync(parent)) {
    const file = join(parent, name, 'data', 'postmaster.pid');
    if (!name.startsWith(postgresFolder) || !existsSync(file)) continue;
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    if (isRunning(pid)) process.kill(pid, 'SIGQUIT');
    for (let tries = 0; isRunning(pid) && existsSync(file) && tries < 100; tries++) await pause(50);
  }
};
