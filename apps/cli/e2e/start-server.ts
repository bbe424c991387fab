import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { brief } from '@zonula/server/testing';

export interface Server {
  /** With a `/` at its end. */
  readonly url: string;
  readonly examples: readonly { readonly url: string }[];
  readonly process: ChildProcess;
  /** Asks it to stop, waits until it has, and returns its exit code and signal. */
  readonly stop: () => Promise<unknown[]>;
}

/** Starts `zonula serve` on a free port, and waits until it has said where. */
export const startServer = async (
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Server> => {
  const command = [resolve('zonula.mjs'), 'serve', '--port', '0', '--json', ...args];
  const child = spawn(process.execPath, [...brief, ...command], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'exit');
  let said = '';
  for await (const piece of child.stdout) {
    said += piece;
    if (said.trimEnd().endsWith('\n}')) break;
  }
  return {
    ...JSON.parse(said),
    process: child,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
};
