import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { createFolder, smallDiary, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);

const version = JSON.parse(readFileSync('package.json', 'utf8')).version;
test('an old Node gets one clear line', async () => {
  const old = `Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.18.3'}})`;
  const { status, stdout, stderr } = await zonula(['--version'], {
    nodeArgs: ['--import', `data:text/javascript,${encodeURIComponent(old)}`],
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^zonula: Node\.js 20\.19 or newer is needed, this is 20\.18\.3.*\n$/u);
});

test('the shell launcher works through a link and from any folder', async () => {
  mkdirSync(folder.file('bin'));
  symlinkSync(resolve('zonula'), folder.file('bin/zonula'));
  symlinkSync('bin/zonula', folder.file('again'));
  const { stdout } = await promisify(execFile)(folder.file('again'), ['--version'], {
    cwd: folder.path,
  });
  expect(stdout).toBe(`${version}\n`);
});

test('file names are relative to the folder of the caller', async () => {
  folder.file('here.csv', smallDiary);
  const options = { cwd: folder.path };
  expect((await zonula(['import', 'here.csv', '--out', 'out.csv'], options)).status).toBe(0);
  expect(readdirSync(folder.path)).toContain('out.csv');
});

test('first runs at the same time build once, and a newer source builds anew', async () => {
  const copy = folder.file('copy');
  for (const name of ['zonula.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(name, join(copy, name));
  for (const name of ['scripts', 'apps'])
    cpSync(name, join(copy, name), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  const launcher = join(copy, 'zonula.mjs');

  const runs = await Promise.all([1, 2, 3].map(() => zonula(['--version'], { launcher })));
  for (const { status, stdout } of runs)
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${version}\n` });
  const stamp = join(copy, 'dist', 'current.json');
  const built = JSON.parse(readFileSync(stamp, 'utf8'));
  expect(readdirSync(join(copy, 'dist')).sort()).toEqual(['current.json', ...built.files].sort());

  utimesSync(join(copy, 'apps/cli/src/main.ts'), 1_000_000_000, 1_000_000_000);
  expect((await zonula(['--version'], { launcher })).stdout).toBe(`${version}\n`);
  const rebuilt = JSON.parse(readFileSync(stamp, 'utf8'));
  expect(rebuilt.bundle).toBe(built.bundle);
  expect(rebuilt.inputs['apps/cli/src/main.ts']).toContain('1000000000000:');
});
