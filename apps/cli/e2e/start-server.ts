import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { brief } from '@zonula/server/testing';

export interface Server {
  /** With a `/` at its end. */
  readonly url: string;
  readonly examples: readonly { readonly url: string }[];
  /** Asks it to stop, waits until it has, and returns its exit code and signal. */
  readonly stop: () => Promise<unknown[]>;
}

const longestStartMs = 60_000;

/** Starts `zonula serve` on a free port, and waits until it has said where. One that says nothing is ended. */
export const startServer = async (
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Server> => {
  const command = [resolve('zonula.mjs'), 'serve', '--port', '0', '--json', ...args];
  const child = spawn(process.execPath, [...brief, ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'exit');
  const tooLong = setTimeout(() => child.kill('SIGKILL'), longestStartMs);
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    complaint += piece;
  });
  let said = '';
  for await (const piece of child.stdout) {
    said += piece;
    if (said.trimEnd().endsWith('\n}')) break;
  }
  clearTimeout(tooLong);
  try {
    return {
      ...JSON.parse(said),
      stop: () => {
        child.kill('SIGTERM');
        return ended;
      },
    };
  } catch {
    child.kill('SIGKILL');
    throw new Error(`serve did not say where it listens: ${said}${complaint}`);
  }
};
