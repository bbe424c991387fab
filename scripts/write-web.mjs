// @ts-check
// Writes the web app as plain files for any web host: npm run web -- FOLDER
import { resolve } from 'node:path';
import { install, root } from './prepare.mjs';
import { problemOfSite, writeSite } from './site-folder.mjs';

const [name, ...others] = process.argv.slice(2);
const folder = resolve(process.env.INIT_CWD ?? '.', name ?? '');
const problem = !name || others.length > 0 ? 'usage: npm run web -- FOLDER' : problemOfSite(folder);
if (problem !== null) {
  console.error(problem);
  process.exitCode = 2;
} else {
  await install();
  const { buildWebInto } = await import('./build-web.mjs');
  await writeSite(folder, (place) => buildWebInto(root, place));
  console.log(`the app is in ${name}`);
}
