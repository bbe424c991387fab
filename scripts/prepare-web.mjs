// @ts-check
// Builds the web app where a source of it has changed. Imports Node only until there is something to build.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { fingerprint, install, root } from './prepare.mjs';

const stampFile = join(root, 'dist', 'web.json');

/** @param {string} folder @returns {string[]} files below it, relative to the root */
const below = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : below(path);
    return /\.test\.tsx?$/u.test(entry.name) ? [] : [path];
  });

/** Whatever may end up in the app, with its time and size. @returns {Record<string, string>} */
const inputsNow = () => {
  const packages = readdirSync(join(root, 'packages')).flatMap((name) =>
    ['src', 'assets']
      .filter((part) => existsSync(join(root, 'packages', name, part)))
      .flatMap((part) => below(`packages/${name}/${part}`)),
  );
  const files = [
    ...packages,
    ...below('apps/web/src'),
    ...below('apps/web/public'),
    ...[
      'apps/web/head.html',
      'apps/web/index.html',
      'apps/web/account.html',
      'apps/web/clinic.html',
      'apps/web/tsconfig.json',
      'docs/validation.json',
    ],
    ...[
      'package-lock.json',
      'scripts/build-web.mjs',
      'scripts/compile-words.mjs',
      'scripts/shared-head.mjs',
    ],
  ];
  return Object.fromEntries(files.map((file) => [file, String(fingerprint(join(root, file)))]));
};

/** @param {Record<string, string>} inputs @returns {string | null} the folder of the app as it is now */
const current = (inputs) => {
  /** @type {{ folder: string, inputs: Record<string, string> }} */
  let stamp;
  try {
    stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return null;
  }
  const folder = join(root, stamp.folder);
  const same = JSON.stringify(stamp.inputs) === JSON.stringify(inputs);
  return same && existsSync(folder) ? folder : null;
};

/** The folder of the web app, installed and built anew where that is needed. @returns {Promise<string>} */
export const readyWeb = async () => {
  const built = current(inputsNow());
  if (built) return built;
  await install();
  return withLock(join(root, '.build-web.lock'), async () => {
    const inputs = inputsNow();
    const builtMeanwhile = current(inputs);
    if (builtMeanwhile) return builtMeanwhile;
    console.error('zonula: building the web app ...');
    const { buildWeb } = await import('./build-web.mjs');
    return buildWeb(root, stampFile, inputs);
  });
};
