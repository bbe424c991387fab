// @ts-check
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build as bundleWith } from 'esbuild';
import { fingerprint } from './prepare.mjs';

const keepMs = 60 * 60_000;

/** @param {string} file @param {string | Uint8Array} content */
const writeAtomically = (file, content) => {
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  renameSync(temporary, file);
};

/**
 * Bundles the command into one file of `dist/`, named by its content, and then points the stamp
 * at it. A process that runs an older bundle keeps it for an hour.
 * @param {string} root @param {string} stampFile @returns {Promise<string>} the bundle
 */
export const build = async (root, stampFile) => {
  const started = Date.now();
  const { metafile, outputFiles } = await bundleWith({
    absWorkingDir: root,
    entryPoints: ['apps/cli/src/main.ts'],
    outfile: 'dist/zonula.mjs',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    legalComments: 'inline',
    logLevel: 'silent',
    // Large, and needed by one command only, which loads it when it is asked for.
    external: ['fhirpath', 'fhirpath/*'],
    banner: {
      js: "import { createRequire as zonulaRequire } from 'node:module';\nconst require = zonulaRequire(import.meta.url);",
    },
  });
  const code = /** @type {import('esbuild').OutputFile} */ (outputFiles[0]).contents;
  const dist = dirname(stampFile);
  const name = `zonula-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`;
  const bundle = join(dist, name);
  mkdirSync(dist, { recursive: true });
  writeAtomically(bundle, code);

  const sources = Object.keys(metafile.inputs).filter((file) => !file.includes('node_modules/'));
  /** @type {Record<string, string>} */
  const inputs = {};
  for (const file of [...sources, 'package-lock.json', 'scripts/build.mjs']) {
    const path = join(root, file);
    const written = statSync(path).mtimeMs;
    // A file that was written during the build may have been read before: never current.
    const duringBuild = written >= started && written <= Date.now();
    inputs[file] = duringBuild ? '' : String(fingerprint(path));
  }
  writeAtomically(stampFile, JSON.stringify({ bundle: relative(root, bundle), inputs }));

  for (const file of readdirSync(dist)) {
    const path = join(dist, file);
    if (path === bundle || path === stampFile || !file.startsWith('zonula-')) continue;
    if (Date.now() - statSync(path).mtimeMs > keepMs) rmSync(path, { force: true });
  }
  return bundle;
};
