import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryRelay } from '../../fixtures/memory-relay.ts';
import { plans, runPlan } from '../../fixtures/sync-plan.ts';

test('devices agree after any order of writings, losses, repeats, delays, set-backs, rotations and wrong clocks', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.constantFrom(2, 500), async (plan, pageRows) => {
      const { devices, written } = await runPlan(createMemoryRelay({ pageRows }).relay, plan);
      const [first, ...others] = devices;
      for (const other of others) expect(other).toEqual(first);
      expect(first!.clocks).toBe(written.size);
    }),
    { seed: 1, numRuns: 25 },
  );
});
