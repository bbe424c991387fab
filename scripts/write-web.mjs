// @ts-check
// Writes the web app as plain files for any web host: npm run web -- FOLDER
import { resolve } from 'node:path';
import { install, root } from './prepare.mjs';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: npm run web -- FOLDER');
  process.exitCode = 2;
} else {
  await install();
  const { buildWebInto } = await import('./build-web.mjs');
  await buildWebInto(root, resolve(process.env.INIT_CWD ?? '.', folder));
  console.log(`the app is in ${folder}`);
}
