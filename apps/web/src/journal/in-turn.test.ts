import { expect, test } from 'vitest';
import { createTurns } from './in-turn.ts';

test('work is done in turn, also after one that failed', async () => {
  const inTurn = createTurns();
  const done: string[] = [];
  const slow = inTurn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    done.push('slow');
    return 1;
  });
  const failed = inTurn(() => Promise.reject(new Error('full')));
  const quick = inTurn(async () => {
    done.push('quick');
    return 2;
  });
  await expect(failed).rejects.toThrow('full');
  expect(await Promise.all([slow, quick])).toEqual([1, 2]);
  expect(done).toEqual(['slow', 'quick']);
});

test('a failure that nobody waits for is not swallowed', async () => {
  const untold = new Promise((resolve) => process.once('unhandledRejection', resolve));
  void createTurns()(() => Promise.reject(new Error('full')));
  expect(await untold).toMatchObject({ message: 'full' });
});
