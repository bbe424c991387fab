import { type Fight, fight, type Outcome } from './contention.ts';
import type { TestPostgres } from './postgres.ts';
import { type ServerProcess, startProcess } from './processes.ts';
import { createSyncers, type SyncedThroughCrashes } from './sync-crashes.ts';

export interface CrashOutcome extends Outcome {
  readonly killedServers: number;
  readonly killedDatabases: number;
  /** What servers said last that ended although nobody killed them; must be empty. */
  readonly fallen: readonly string[];
  readonly sync: SyncedThroughCrashes;
}

export interface Crashes extends Omit<Fight, 'urls' | 'attempts'> {
  readonly kills: number;
  /** When what is killed; on its own, so that it is the same for the same seed. */
  readonly killing: () => number;
  /** Devices that sync meanwhile. */
  readonly devices: number;
  /** Starts the next server in the place of one that was killed. */
  readonly start?: (databaseUrl: string) => Promise<ServerProcess>;
}

/**
 * The fight, and devices that sync, while servers and the database are killed (-9) at random moments, one after the
 * other, `kills` times altogether; both go on until the last of them. Every third is the database.
 */
export const fightThroughCrashes = async (
  postgres: TestPostgres,
  servers: ServerProcess[],
  { kills, killing, devices, start = startProcess, ...options }: Crashes,
): Promise<CrashOutcome> => {
  const { databaseUrl, random } = options;
  let [killedServers, killedDatabases] = [0, 0];
  const fallen: string[] = [];
  const look = (server: ServerProcess): void => {
    if (server.hasEnded()) fallen.push(server.failures().slice(-2000));
  };
  const urls = servers.map(({ url }) => url);
  let over = false;
  const isOver = (): boolean => over;
  const killAll = async (): Promise<void> => {
    try {
      for (let kill = 1; kill <= kills; kill++) {
        await new Promise((settled) => setTimeout(settled, 200 + killing() * 800));
        if (kill % 3 === 0) {
          await postgres.crash();
          killedDatabases++;
          continue;
        }
        const index = Math.floor(killing() * servers.length);
        look(servers[index]!);
        await servers[index]!.kill();
        killedServers++;
        const next = await start(databaseUrl);
        servers[index] = next;
        urls[index] = next.url;
      }
    } finally {
      over = true;
    }
  };
  const sync = await createSyncers({ urls, devices, random });
  const [outcome, synced] = await Promise.all([
    fight({ ...options, urls, attempts: Number.POSITIVE_INFINITY, isOver }),
    sync(isOver),
    killAll(),
  ]);
  for (const server of servers) look(server);
  return { ...outcome, fallen, sync: synced, killedServers, killedDatabases };
};
