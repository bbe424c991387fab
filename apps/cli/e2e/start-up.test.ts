import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { createFolder, smallDiary, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);

/** Of an idle machine; where others use it too, so many starts of a Node that does nothing, beside it. */
const startUpBoundMs = 800;
const bareStarts = 10;
const bareStart = async (): Promise<number> => {
  const started = performance.now();
  await promisify(execFile)(process.execPath, ['-e', '0']);
  return performance.now() - started;
};

test('starts at once when it is built', async () => {
  const diary = folder.file('small.csv', smallDiary);
  await zonula(['--version']);
  for (const args of [['--version'], ['import', diary]]) {
    const runs = [];
    const bare = [];
    for (let i = 0; i < 5; i++) {
      bare.push(await bareStart());
      runs.push(await zonula(args));
    }
    expect(runs.map(({ status }) => status)).toEqual([0, 0, 0, 0, 0]);
    const bound = Math.max(startUpBoundMs, bareStarts * Math.min(...bare));
    expect(Math.min(...runs.map(({ ms }) => ms))).toBeLessThan(bound);
  }
});
