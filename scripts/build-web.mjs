// @ts-check
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { build as buildWithVite } from 'vite';
import { wordsCompiled } from './compile-words.mjs';
import { sharedHead } from './shared-head.mjs';
import { keepBudgets, measureWeb } from './web-budget.mjs';

const keepMs = 60 * 60_000;
const serviceWorker = 'service-worker.js';
/** Asked of the host each time: what only it knows, and what nobody needs without a network. */
const notKept = new Set([serviceWorker, 'licences.md', 'offers.json']);
/** Before anything else: zod must not make code at run time, which the page's policy forbids. */
const noGeneratedCode = '(globalThis.__zod_globalConfig ??= {}).jitless = true;';
const listMark = '/* files */ []';

const pages = ['index', 'clinic', 'account'];

/** Workers are scripts of their own, whatever the pages begin with. @type {import('vite').Plugin} */
const withoutWorkers = {
  name: 'without workers',
  enforce: 'pre',
  load: { filter: { id: /\?worker/u }, handler: () => 'export default globalThis.worker;' },
};

/**
 * @param {string} app
 * @param {{ plugins?: import('vite').Plugin[], groups?: import('vite').Rolldown.CodeSplittingGroup[], build: import('vite').BuildEnvironmentOptions }} options
 * @returns {import('vite').InlineConfig}
 */
const configOf = (app, { plugins = [], groups = [], build }) => ({
  root: app,
  configFile: false,
  base: './',
  logLevel: 'warn',
  plugins: [wordsCompiled(), sharedHead(join(app, 'head.html')), ...plugins],
  worker: { format: 'es', rolldownOptions: { output: { banner: noGeneratedCode } } },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: pages.map((page) => join(app, `${page}.html`)),
      checks: { pluginTimings: false },
      output: { banner: noGeneratedCode, codeSplitting: { groups } },
      // Directives for servers, in libraries that also run there.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
    ...build,
  },
});

/**
 * What the app begins with, in one script for each set of other pages that begin with it too: a few files come sooner and
 * are smaller than many, and no page begins with what only another begins with. A build of its own tells what that is.
 * @param {string} app
 * @returns {Promise<import('vite').Rolldown.CodeSplittingGroup>}
 */
const beginnings = async (app) => {
  const built = await buildWithVite(
    configOf(app, { plugins: [withoutWorkers], build: { write: false, minify: false } }),
  );
  const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (built);
  const chunks = new Map(
    output.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one]] : [])),
  );
  /** @type {Map<string, string>} */
  const beginners = new Map();
  for (const [number, page] of pages.entries()) {
    const entry = [...chunks.values()].find(({ isEntry, name }) => isEntry && name === page);
    if (entry === undefined) throw new Error(`${page}.html begins with nothing`);
    // The script of the page itself stays as it is: it draws the page, so nothing else may import it.
    const first = new Set(entry.imports);
    for (const file of first) {
      const { imports = [], moduleIds = [] } = chunks.get(file) ?? {};
      for (const next of imports) first.add(next);
      for (const id of moduleIds)
        if (number === 0 || beginners.has(id))
          beginners.set(id, `${beginners.get(id) ?? 'begin'}-${number + 1}`);
    }
  }
  return {
    includeDependenciesRecursively: false,
    name: (id) => beginners.get(id) ?? null,
  };
};

/** @param {string} folder @returns {string[]} files below it, with `/`, in order */
const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();

/**
 * Builds the web app into `outDir`, with the list of its files in the service worker.
 * @param {string} root @param {string} outDir
 */
export const buildWebInto = async (root, outDir) => {
  const app = join(root, 'apps', 'web');
  // A test that builds the app builds the one that is served.
  process.env.NODE_ENV = 'production';
  const groups = [await beginnings(app)];
  const build = { outDir, emptyOutDir: true, license: { fileName: 'licences.md' } };
  await buildWithVite(configOf(app, { groups, build }));
  keepBudgets(measureWeb(outDir));
  const files = filesBelow(outDir).filter((path) => !notKept.has(path));
  const digest = createHash('sha256');
  for (const path of files) digest.update(path).update(readFileSync(join(outDir, path)));
  const source = readFileSync(join(app, 'src', serviceWorker), 'utf8');
  if (!source.includes(listMark)) throw new Error(`${serviceWorker} has no list of files`);
  const list = JSON.stringify({ version: digest.digest('hex').slice(0, 16), files });
  writeFileSync(join(outDir, serviceWorker), source.replace(listMark, list));
};

/**
 * Builds the web app into a folder of `dist/` named by its content, then points the stamp at it. Whoever
 * serves an older one keeps it for an hour.
 * @param {string} root @param {string} stampFile @param {Record<string, string>} inputs
 * @returns {Promise<string>} the folder
 */
export const buildWeb = async (root, stampFile, inputs) => {
  const dist = dirname(stampFile);
  mkdirSync(dist, { recursive: true });
  const temporary = join(dist, `web-${process.pid}.tmp`);
  await buildWebInto(root, temporary);
  const digest = createHash('sha256').update(readFileSync(join(temporary, serviceWorker)));
  const name = `web-${digest.digest('hex').slice(0, 16)}`;
  const folder = join(dist, name);
  rmSync(folder, { recursive: true, force: true });
  renameSync(temporary, folder);
  writeFileSync(`${stampFile}.tmp`, JSON.stringify({ folder: `dist/${name}`, inputs }));
  renameSync(`${stampFile}.tmp`, stampFile);
  for (const file of readdirSync(dist)) {
    if (file === name || !/^web-[0-9a-f]{16}$/u.test(file)) continue;
    const path = join(dist, file);
    if (Date.now() - statSync(path).mtimeMs > keepMs)
      rmSync(path, { recursive: true, force: true });
  }
  return folder;
};
