// @ts-check
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { build as bundleWith } from 'esbuild';
import { fingerprint } from './prepare.mjs';

const source = 'apps/cli/src/main.ts';

const keepMs = 60 * 60_000;

/** @param {string} file @param {string | Uint8Array} content */
const writeAtomically = (file, content) => {
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  renameSync(temporary, file);
};

/**
 * What zod says in other languages than English, 370 kB that nobody asks for but its own list of them.
 * @type {import('esbuild').Plugin}
 */
const withoutOtherLanguages = {
  name: 'without other languages',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: '' })),
};

/** The command as one file, and one for each part that is only loaded when it is needed. @param {string} root */
export const bundle = (root) =>
  bundleWith({
    absWorkingDir: root,
    entryPoints: [source],
    outdir: 'dist',
    entryNames: 'zonula-[hash]',
    chunkNames: 'zonula-[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    legalComments: 'inline',
    // Shorter to load; names stay, as `--debug` shows them.
    minifyWhitespace: true,
    minifySyntax: true,
    plugins: [withoutOtherLanguages],
    logLevel: 'silent',
    // Large, needed by one command only, or with files of its own beside it.
    external: [
      'fhirpath',
      'fhirpath/*',
      '@electric-sql/pglite',
      '@electric-sql/pglite/*',
      'pg-native',
    ],
    banner: {
      js: "import { createRequire as zonulaRequire } from 'node:module';\nconst require = zonulaRequire(import.meta.url);",
    },
  });

/**
 * Bundles the command into files of `dist/`, named by their content, and points the stamp at them. A process
 * that runs older ones keeps them for an hour.
 * @param {string} root @param {string} stampFile @returns {Promise<string>} the path of the first file
 */
export const build = async (root, stampFile) => {
  const started = Date.now();
  const { metafile, outputFiles } = await bundle(root);
  const dist = dirname(stampFile);
  mkdirSync(dist, { recursive: true });
  for (const { path, contents } of outputFiles)
    writeAtomically(join(dist, basename(path)), contents);
  const files = outputFiles.map(({ path }) => basename(path));
  const outputs = Object.entries(metafile.outputs);
  const [entry] = outputs.find(([, { entryPoint }]) => entryPoint === source) ?? [''];
  const first = join(dist, basename(entry));

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
  writeAtomically(stampFile, JSON.stringify({ bundle: relative(root, first), files, inputs }));

  for (const file of readdirSync(dist)) {
    const path = join(dist, file);
    if (files.includes(file) || path === stampFile || !file.startsWith('zonula-')) continue;
    if (Date.now() - statSync(path).mtimeMs > keepMs) rmSync(path, { force: true });
  }
  return first;
};
