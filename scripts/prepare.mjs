// @ts-check
// Installs and builds what is missing. Runs before anything is installed, so it imports Node only.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'dist', 'current.json');

/** @param {string} file @returns {any} the parsed file, or null where it is missing or cut off */
const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

/**
 * What says that a file has not changed since the build: its time and its size.
 * @param {string} file @returns {string | null}
 */
export const fingerprint = (file) => {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs}:${stat.size}` : null;
};

/**
 * @typedef {{ bundle: string, files?: string[], inputs: Record<string, string> }} Stamp
 * `bundle` and the keys of `inputs` are paths relative to the root; `files` are the names of all files of the build.
 */

/**
 * The path of a bundle that no source is newer than, else null.
 * @param {string} base @param {Stamp | null} stamp
 */
export const currentBundle = (base, stamp) => {
  if (!stamp?.bundle || !existsSync(join(base, stamp.bundle))) return null;
  for (const file in stamp.inputs)
    if (fingerprint(join(base, file)) !== stamp.inputs[file]) return null;
  return join(base, stamp.bundle);
};

/**
 * Names of packages of the lock file that are not installed in the version it names.
 * Optional packages (other platforms) do not count.
 * @param {Record<string, any>} locked @param {Record<string, any>} installed
 */
export const missingPackages = (locked, installed) =>
  Object.keys(locked).filter((path) => {
    if (path === '' || locked[path].optional || locked[path].devOptional) return false;
    const there = installed[path];
    return !there || there.version !== locked[path].version;
  });

const isInstalled = () => {
  const locked = readJson(join(root, 'package-lock.json'));
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'));
  return !!installed && missingPackages(locked.packages, installed.packages).length === 0;
};

/** Runs npm; it speaks on standard error only. @param {string[]} args */
const npm = (args) => {
  const options = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync('npm', [...args, ...options], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error) throw new Error(`npm cannot be started (${error.message})`);
  if (status !== 0)
    throw new Error(`"npm ${args[0]}" failed, see above; is the network reachable?`);
};

/** Installs the packages of the lock file unless they are there. */
export const install = async () => {
  if (isInstalled()) return;
  await withLock(join(root, '.install.lock'), () => {
    if (isInstalled()) return;
    console.error('zonula: installing what is missing, once ...');
    // `npm ci` starts from nothing; a running program would lose the packages under its feet.
    if (existsSync(join(root, 'node_modules'))) npm(['install', '--no-save']);
    else npm(['ci']);
  });
};

/** The path of the bundled command, installed and built anew where that is needed. */
export const ready = async () => {
  const bundle = currentBundle(root, readJson(stampFile));
  if (bundle) return bundle;
  await install();
  return withLock(join(root, '.build.lock'), async () => {
    const builtMeanwhile = currentBundle(root, readJson(stampFile));
    if (builtMeanwhile) return builtMeanwhile;
    const { build } = await import('./build.mjs');
    return build(root, stampFile);
  });
};
