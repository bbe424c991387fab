// @ts-check
// Runs a TypeScript program of this repository: node scripts/run.mjs FILE.ts [ARGUMENTS]
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install, root } from './prepare.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error('usage: node scripts/run.mjs FILE.ts [ARGUMENTS]');
  process.exitCode = 2;
} else {
  await install();
  const tsx = pathToFileURL(createRequire(join(root, 'package.json')).resolve('tsx')).href;
  const { status } = spawnSync(process.execPath, ['--import', tsx, join(root, file), ...args], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
