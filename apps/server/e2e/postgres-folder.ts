import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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

const end = async (file: string): Promise<void> => {
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (isRunning(pid)) process.kill(pid, 'SIGQUIT');
  for (let tries = 0; isRunning(pid) && existsSync(file) && tries < 100; tries++) await pause(50);
};

/**
 * Ends every PostgreSQL with files below `parent` at once and removes these, as nobody needs what it holds. One has ended when its file is
 * gone: whoever started it may have ended before, so that it is never taken off the list of processes.
 */
export const endPostgresIn = async (parent: string): Promise<void> => {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(postgresFolder)) continue;
    const file = join(parent, name, 'data', 'postmaster.pid');
    if (existsSync(file)) await end(file);
    rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
};
