import { expect, test } from 'vitest';
import type { Revision } from '../revision.ts';
import { createIntake } from './take-in.ts';

const revisions = (from: number, count: number): Revision[] =>
  Array.from({ length: count }, (_, k) => {
    const clock = `${from + k}`;
    return { clock, id: clock, kind: 'entry', supersedes: null, deleted: true, content: null };
  });

test('what comes is merged in slices, one after the other, while more comes', async () => {
  const merged: string[][] = [];
  let atOnce = 0;
  let most = 0;
  let heard = 0;
  const intake = createIntake(
    {
      merge: async (slice) => {
        most = Math.max(most, ++atOnce);
        await new Promise((settled) => setTimeout(settled, 5));
        merged.push(slice.map(({ clock }) => clock));
        atOnce--;
        return { added: slice.length - 1, known: 1 };
      },
    },
    (added) => {
      heard += added;
    },
  );
  for (let from = 0; from < 9000; from += 1500) await intake.take(revisions(from, 1500));
  expect(merged.length).toBeLessThan(2);
  await intake.finish();
  expect(merged.map(({ length }) => length)).toEqual([4500, 4500]);
  expect(merged.flat()).toEqual(revisions(0, 9000).map(({ clock }) => clock));
  expect([most, heard]).toEqual([1, 8998]);
  await intake.finish();
  expect(merged).toHaveLength(2);
});

test('a slice that cannot be kept is told, and nothing after it is merged', async () => {
  let slices = 0;
  const intake = createIntake(
    {
      merge: async () => {
        slices++;
        throw new Error('full');
      },
    },
    () => undefined,
  );
  await intake.take(revisions(0, 4000));
  await intake.take(revisions(4000, 10));
  await expect(intake.finish()).rejects.toThrow('full');
  expect(slices).toBe(1);
});
