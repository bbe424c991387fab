import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brief } from '@zonula/server/testing';

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  /** Another launcher than the repository's own. */
  readonly launcher?: string;
  readonly nodeArgs?: readonly string[];
}

/** Commands that do little but ask a database in their process, as does a cohort that is only counted. */
const askDatabase: ReadonlySet<string> = new Set(['account', 'backup', 'restore']);

const nodeArgsFor = (args: readonly string[]): readonly string[] =>
  askDatabase.has(args[0] ?? '') || args.includes('--counts-only') ? brief : [];

/** Runs the real command in its own process. */
export const zonula = async (
  args: readonly string[],
  { cwd, input, launcher = resolve('zonula.mjs'), nodeArgs = nodeArgsFor(args) }: RunOptions = {},
): Promise<Outcome> => {
  const started = performance.now();
  const child = spawn(process.execPath, [...nodeArgs, launcher, ...args], { cwd });
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  const [stdout, stderr, [status]] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    once(child, 'exit'),
  ]);
  const ms = performance.now() - started;
  return { status, stdout: stdout.toString(), stderr: stderr.toString(), ms };
};

export interface Folder {
  readonly path: string;
  readonly file: (name: string, content?: string | Uint8Array) => string;
  readonly remove: () => void;
}

/** A folder of its own for one test file. */
export const createFolder = (): Folder => {
  const path = mkdtempSync(join(tmpdir(), 'zonula-e2e-'));
  return {
    path,
    file: (name, content) => {
      const place = join(path, name);
      if (content !== undefined) writeFileSync(place, content);
      return place;
    },
    // A browser that was ended may still be writing.
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  };
};

/** A small tidy diary. */
export const smallDiary = `#scale skin/itch 0 10
date,category,name,value
2024-03-01,skin,itch,3
2024-03-01,food,cheese,1
2024-03-02,skin,itch,4.5
2024-03-02,food,"soup, hot",0.5
2024-03-02,sleep,hours,7
`;
