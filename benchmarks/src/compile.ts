import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { root } from './measure.ts';

/** A program as one file of JavaScript, as the command is compiled, so that it starts sooner. Returns the file. */
export const compiled = async (program: string): Promise<string> => {
  // Inside of the repository, where what stays outside of the file is found.
  const folder = join(root, 'node_modules', '.cache', 'zonula-bench');
  const outfile = join(folder, `${basename(program, '.ts')}-${process.pid}.mjs`);
  await build({
    entryPoints: [program],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    logLevel: 'error',
    external: ['@electric-sql/pglite', '@electric-sql/pglite/*', 'pg-native'],
    banner: {
      js: "import { createRequire as programRequire } from 'node:module';\nconst require = programRequire(import.meta.url);",
    },
  });
  return outfile;
};
