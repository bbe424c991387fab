import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { prepared } from './prepared.ts';

const names = [
  'cohort-worker',
  'job-worker',
  'mail-worker',
  'relay-process',
  'server-process',
] as const;
/** A program beside this file. */
type ProgramName = (typeof names)[number];

const installed = join(import.meta.dirname, '..', '..', '..', 'node_modules');

const compile = async (place: string): Promise<void> => {
  await build({
    entryPoints: names.map((name) => join(import.meta.dirname, `${name}.ts`)),
    outdir: place,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    logLevel: 'error',
    external: ['@electric-sql/pglite', '@electric-sql/pglite/*', 'pg-native'],
    banner: {
      js: "import { createRequire as programRequire } from 'node:module';\nconst require = programRequire(import.meta.url);",
    },
  });
};

const compileForRun = async (place: string): Promise<void> => {
  mkdirSync(place);
  // What stays outside of the files is looked for beside them.
  symlinkSync(installed, join(place, 'node_modules'), 'junction');
  await compile(place);
};

const compileApart = async (): Promise<string> => {
  const place = join(installed, '.cache', `zonula-programs-${process.pid}`);
  await compile(place);
  process.once('exit', () => rmSync(place, { recursive: true, force: true }));
  return place;
};

let folder: Promise<string> | undefined;

/**
 * The program as JavaScript, as the command is compiled: its source takes several times as long to start. All are compiled once in a
 * run of the tests, so whoever changes a source while tests are watched starts the run anew; outside of a run once in this process.
 */
export const compiled = async (name: ProgramName): Promise<string> => {
  folder ??= prepared('programs', compileForRun).then((place) => place ?? compileApart());
  try {
    return join(await folder, `${name}.mjs`);
  } catch (error) {
    folder = undefined;
    throw error;
  }
};
