import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds, openEmpty, type TestDatabase } from '../../e2e/databases.ts';
import { bossOn, startBoss } from './boss.ts';

describe.each(kinds)('queues on %s', (kind) => {
  let opened: TestDatabase;
  const open = () =>
    startBoss(opened.database, {
      onError: (error) => {
        throw error;
      },
    });
  beforeAll(async () => {
    opened = await openEmpty[kind]();
  }, 60_000);
  afterAll(() => opened.close());

  test('several may start at once, and each job is handed out once', async () => {
    const bosses = await Promise.all([open(), open(), open()]);
    const boss = bosses[0]!;
    await boss.createQueue('letters');
    await boss.insert(
      [1, 2, 3, 4, 5, 6].map((letter) => ({ name: 'letters', data: { letter, to: "O'Neil" } })),
    );
    const fetched = await Promise.all(
      bosses.map((one) => one.fetch<{ letter: number }>('letters', { batchSize: 3 })),
    );
    const letters = fetched.flat().map(({ data }) => data.letter);
    expect(letters.sort()).toEqual([1, 2, 3, 4, 5, 6]);
    const { affected } = (await boss.complete(
      'letters',
      fetched.flat().map(({ id }) => id),
    )) as unknown as { affected: number };
    expect(affected).toBe(6);
    await Promise.all(bosses.map((one) => one.stop({ graceful: false })));
  });

  test('what is done in a transaction that fails was never done', async () => {
    const boss = await open();
    await boss.createQueue('posts');
    await boss.send('posts', { post: 1 });
    const [job] = await boss.fetch('posts');
    await expect(
      opened.database.transaction().execute(async (transaction) => {
        await boss.complete('posts', job!.id, {}, { db: bossOn(transaction) });
        await boss.insert([{ name: 'posts' }], { db: bossOn(transaction) });
        throw new Error('power cut');
      }),
    ).rejects.toThrow('power cut');
    expect(await boss.getJobById('posts', job!.id)).toMatchObject({ state: 'active' });
    expect(await boss.getQueueSize('posts')).toBe(0);
    await boss.stop({ graceful: false });
  });
});
