import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { processorSeconds } from './processor.ts';
import { compiled } from './programs.ts';

/** A server process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** What it wrote on standard error: failures only. */
  readonly failures: () => string;
  /** Since its start; null on other systems than Linux. */
  readonly processorSeconds: () => number | null;
  readonly hasEnded: () => boolean;
  readonly stop: () => Promise<void>;
  /** kill -9. */
  readonly kill: () => Promise<void>;
}

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((settled, failed) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      said += piece;
      if (said.includes('\n')) settled(said.split('\n')[0]!);
    });
    child.once('exit', () => failed(new Error('the server process ended before it listened')));
  });

/** Starts a server on a PostgreSQL; `offer` puts the example catalogue in the place of what is offered. */
export const startProcess = async (
  databaseUrl: string,
  { offer = false, smtpUrl }: { offer?: boolean; smtpUrl?: string } = {},
): Promise<ServerProcess> => {
  const args = [await compiled('server-process'), databaseUrl, offer ? 'offer' : 'keep'];
  if (smtpUrl !== undefined) args.push(smtpUrl);
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let failures = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    failures += piece;
  });
  const ended = once(child, 'exit');
  const url = await firstLine(child).catch((error: Error) => {
    throw new Error(`${error.message}: ${failures}`);
  });
  return {
    url,
    failures: () => failures,
    processorSeconds: () => processorSeconds(child.pid!),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    stop: async () => {
      child.stdin.end();
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
