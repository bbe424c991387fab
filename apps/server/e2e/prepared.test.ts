import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { prepared } from './prepared.ts';

test('of many who need a folder at once one makes it, and nobody sees it half', async () => {
  let made = 0;
  const ask = async (number: number): Promise<string> => {
    const folder = await prepared('asked-at-once', async (place) => {
      made++;
      mkdirSync(place);
      await sleep(50);
      writeFileSync(join(place, 'maker'), `${number}`);
    });
    expect(readFileSync(join(folder!, 'maker'), 'utf8')).toBe('0');
    return folder!;
  };
  const [first, ...others] = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(ask));
  for (const folder of others) expect(folder).toBe(first);
  expect(await ask(8)).toBe(first);
  expect(made).toBe(1);
  expect(readdirSync(dirname(first!)).filter((name) => name.startsWith('asked'))).toEqual([
    'asked-at-once',
  ]);
});

test('who cannot make it leaves it to the next', async () => {
  const fail = prepared('made-by-the-next', async (place) => {
    mkdirSync(place);
    await sleep(30);
    throw new Error('no room');
  });
  const next = prepared('made-by-the-next', async (place) => {
    mkdirSync(place);
    writeFileSync(join(place, 'whole'), '');
  });
  await expect(fail).rejects.toThrow('no room');
  expect(readdirSync((await next)!)).toEqual(['whole']);
});
