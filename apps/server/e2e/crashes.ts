import { type Fight, fight, type Outcome } from './contention.ts';
import type { TestPostgres } from './postgres.ts';
import { type ServerProcess, startProcess } from './processes.ts';

export interface CrashOutcome extends Outcome {
  readonly killedServers: number;
  readonly killedDatabases: number;
}

/**
 * The fight, while servers and the database are killed (-9) at random moments, one after the other, `kills` times
 * altogether; the fight goes on until the last of them. Every third is the database.
 */
export const fightThroughCrashes = async (
  postgres: TestPostgres,
  servers: ServerProcess[],
  { kills, ...options }: Omit<Fight, 'urls' | 'attempts'> & { readonly kills: number },
): Promise<CrashOutcome> => {
  const { databaseUrl, random } = options;
  let [killedServers, killedDatabases] = [0, 0];
  const urls = servers.map(({ url }) => url);
  let over = false;
  const killing = (async () => {
    for (let kill = 1; kill <= kills; kill++) {
      await new Promise((settled) => setTimeout(settled, 200 + random() * 800));
      if (kill % 3 === 0) {
        await postgres.crash();
        killedDatabases++;
        continue;
      }
      const index = Math.floor(random() * servers.length);
      await servers[index]!.kill();
      killedServers++;
      const next = await startProcess(databaseUrl);
      servers[index] = next;
      urls[index] = next.url;
    }
  })().finally(() => {
    over = true;
  });
  const outcome = await fight({
    ...options,
    urls,
    attempts: Number.POSITIVE_INFINITY,
    isOver: () => over,
  });
  await killing;
  return { ...outcome, killedServers, killedDatabases };
};
