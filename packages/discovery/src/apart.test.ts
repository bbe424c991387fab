import type { Observation } from '@zonula/diary';
import { createRandom } from '@zonula/numerics';
import { type Timeline, toTimeline } from '@zonula/timeline';
import { expect, test } from 'vitest';
import { discover, discoverApart } from './discover.ts';
import { type ChainTask, type DistantChain, startChain } from './fit.ts';

const days = 90;

/** Milk moves the itch of the next day; tea does nothing. */
const timeline = (): Timeline => {
  const random = createRandom(5);
  const observations: Observation[] = [];
  let itch = 3;
  for (let day = 0; day < days; day++) {
    const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
    const milk = random.uniform() < 0.4;
    observations.push({ date, category: 'skin', name: 'itch', value: Math.round(itch) });
    observations.push({ date, category: 'food', name: 'milk', value: milk ? 1 : 0 });
    const tea = random.uniform() < 0.4 ? 1 : 0;
    observations.push({ date, category: 'food', name: 'tea', value: tea });
    const next = 1.5 + 0.5 * itch + (milk ? 1.2 : 0) + 0.6 * random.normal();
    itch = Math.min(10, Math.max(0, next));
  }
  const scales = new Map([['skin/itch', { min: 0, max: 10, inferred: false }]]);
  return toTimeline({ observations, scales, warnings: [] });
};

/** As a worker is reached: by copies, later. */
const distant = (task: ChainTask): DistantChain => {
  const chain = startChain(structuredClone(task));
  return {
    run: async (rounds, again, onRound) => {
      await new Promise((resolve) => setTimeout(resolve, task.persistence > 0.5 ? 5 : 0));
      if (again !== null) chain.forget(again);
      chain.run(rounds, onRound);
      return structuredClone(chain.result());
    },
    end: () => ended.push(task.persistence),
  };
};
const ended: number[] = [];

test('chains that run apart give the same answer, bit for bit', async () => {
  const options = { version: 'test', seed: 3 };
  const shares: number[] = [];
  const together = discover(timeline(), options);
  const apart = await discoverApart(
    timeline(),
    { ...options, onProgress: (share) => shares.push(share) },
    distant,
  );
  expect(apart).toEqual(together);
  expect(together.status).toBe('ok');
  expect(Math.max(...shares)).toBe(1);
  expect(ended.sort()).toEqual([0.35, 0.85]);
});

test('prior odds are told apart as they are together', async () => {
  const priorOdds = (id: string): number => (id === 'food/milk' ? 3 : 1);
  const options = { version: 'test', seed: 3, priorOdds };
  expect(await discoverApart(timeline(), options, distant)).toEqual(discover(timeline(), options));
});

test('a diary that cannot answer needs no chain', async () => {
  const empty = toTimeline({ observations: [], scales: new Map(), warnings: [] });
  const never = (): DistantChain => {
    throw new Error('a chain was started');
  };
  const options = { version: 'test', seed: 3 };
  expect(await discoverApart(empty, options, never)).toEqual(discover(empty, options));
});
