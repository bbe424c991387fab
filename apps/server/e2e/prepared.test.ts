import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { prepared } from './prepared.ts';

test('of many who make a folder at once one is kept, and nobody sees it change', async () => {
  let made = 0;
  const ask = async (number: number): Promise<string> => {
    const folder = await prepared('asked-at-once', async (place) => {
      made++;
      mkdirSync(place);
      await sleep(20);
      writeFileSync(join(place, 'maker'), `${number}`);
    });
    const seen = readFileSync(join(folder!, 'maker'), 'utf8');
    await sleep(50);
    expect(readFileSync(join(folder!, 'maker'), 'utf8')).toBe(seen);
    return folder!;
  };
  const [first, ...others] = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(ask));
  expect(made).toBe(8);
  for (const folder of others) expect(folder).toBe(first);
  expect(await ask(8)).toBe(first);
  expect(made).toBe(8);
  expect(readdirSync(dirname(first!)).filter((name) => name.startsWith('asked'))).toEqual([
    'asked-at-once',
  ]);
});
