import { fork } from 'node:child_process';
import { once } from 'node:events';
import { compiled } from './programs.ts';

export interface RelayProcess {
  readonly url: string;
  /** Processor time since its start; that of a PostgreSQL behind it is not in it. */
  readonly cpuSeconds: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Starts a server process without limits of rates on a folder (PGlite) or the address of a PostgreSQL. */
export const startRelay = async (place: string): Promise<RelayProcess> => {
  const child = fork(await compiled('relay-process'), [place], { execArgv: [] });
  const ended = once(child, 'exit');
  const [{ url }] = (await Promise.race([
    once(child, 'message'),
    ended.then(() => {
      throw new Error('the server process ended before it listened');
    }),
  ])) as [{ url: string }];
  return {
    url,
    cpuSeconds: async () => {
      const told = once(child, 'message');
      child.send('cpu');
      const [{ cpuSeconds }] = (await told) as [{ cpuSeconds: number }];
      return cpuSeconds;
    },
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
};
