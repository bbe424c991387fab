import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { FolderInUse, lockFolder } from './lock-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'zonula-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const named = (name: string): string => {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
};

test.each([
  ['short', 'a'],
  ['too long for the address of a socket', 'b'.repeat(120)],
])(
  'a folder is open once, and free again when it is given back; its name is %s',
  async (_, name) => {
    const place = named(name);
    const unlock = await lockFolder(place);
    await expect(lockFolder(place)).rejects.toThrow(FolderInUse);
    await unlock();
    await (await lockFolder(place))();
  },
);

test('who was killed keeps nothing', async () => {
  const place = named('killed');
  const program = `import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'lock-folder.ts'))};
    await lockFolder(${JSON.stringify(place)}); console.log('locked'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  await expect(lockFolder(place)).rejects.toThrow(FolderInUse);
  child.kill('SIGKILL');
  await ended;
  await (await lockFolder(place))();
});
