import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inRounds } from './in-rounds.ts';

test('everybody gets their own outcome, in rounds no larger and no more than allowed, whoever fails', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('good', 'bad', 'breaks'), { maxLength: 40 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 3 }),
      async (kinds, most, parallel) => {
        let running = 0;
        let largest = 0;
        let rounds = 0;
        const ask = inRounds(
          async (asked: readonly { kind: string; k: number }[]) => {
            rounds++;
            running++;
            largest = Math.max(largest, asked.length);
            if (asked.length > 1) expect(running).toBeLessThanOrEqual(parallel * most);
            await new Promise((settled) => setTimeout(settled, 0));
            running--;
            if (asked.some(({ kind }) => kind === 'breaks')) throw new Error('broken');
            return asked.map(({ kind, k }) =>
              kind === 'good' ? { result: k } : { error: new Error(`bad ${k}`) },
            );
          },
          { most, parallel },
        );
        const settled = await Promise.allSettled(kinds.map((kind, k) => ask({ kind, k })));
        settled.forEach((one, k) => {
          const kind = kinds[k]!;
          const got = one.status === 'fulfilled' ? one.value : (one.reason as Error).message;
          expect(got).toBe({ good: k, bad: `bad ${k}`, breaks: 'broken' }[kind]);
        });
        expect(largest).toBeLessThanOrEqual(most);
        if (kinds.length > parallel && !kinds.includes('breaks'))
          expect(rounds).toBeLessThanOrEqual(parallel + Math.ceil(kinds.length / most));
      },
    ),
    { seed: 1, numRuns: 60 },
  );
});

test('who comes alone waits for nobody', async () => {
  const sizes: number[] = [];
  const ask = inRounds(
    async (asked: readonly number[]) => {
      sizes.push(asked.length);
      return asked.map((result) => ({ result }));
    },
    { most: 10, parallel: 1 },
  );
  expect(await ask(1)).toBe(1);
  expect(await ask(2)).toBe(2);
  expect(sizes).toEqual([1, 1]);
});
