import { type SpawnOptions, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What one run of a program took. */
export interface Usage {
  readonly wallSeconds: number;
  /** Of the program and every Node it started. */
  readonly cpuSeconds: number;
  /** Largest of them. */
  readonly peakMegabytes: number;
  /** Of the process that lived longest, second by second. */
  readonly megabytesOverTime: readonly number[];
}

export interface Finished extends Usage {
  readonly stdout: string;
  readonly stderr: string;
}

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** What Node needs to run TypeScript. */
export const tsx = ['--import', 'tsx'];
const hook = new URL('./usage-hook.mjs', import.meta.url).href;

/** Runs Node with these arguments and measures it. Rejects when it fails. */
export const runNode = async (
  args: readonly string[],
  { input, stdoutFile }: { readonly input?: string; readonly stdoutFile?: string } = {},
): Promise<Finished> => {
  const folder = mkdtempSync(join(tmpdir(), 'zonula-bench-'));
  const file = stdoutFile === undefined ? null : openSync(stdoutFile, 'w');
  try {
    const options: SpawnOptions = {
      cwd: root,
      stdio: ['pipe', file ?? 'pipe', 'pipe'],
      env: { ...process.env, BENCH_USAGE: folder, NODE_OPTIONS: `--import=${hook}` },
    };
    const start = performance.now();
    const child = spawn(process.execPath, [...args], options);
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdin?.end(input);
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    const wallSeconds = (performance.now() - start) / 1000;
    if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}: ${stderr}`);
    const usages = readdirSync(folder).map(
      (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Omit<Usage, 'wallSeconds'>,
    );
    return {
      wallSeconds,
      cpuSeconds: usages.reduce((sum, usage) => sum + usage.cpuSeconds, 0),
      peakMegabytes: Math.max(...usages.map((usage) => usage.peakMegabytes)),
      megabytesOverTime: usages
        .map((usage) => usage.megabytesOverTime)
        .reduce((longest, own) => (own.length > longest.length ? own : longest)),
      stdout,
      stderr,
    };
  } finally {
    if (file !== null) closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  }
};
