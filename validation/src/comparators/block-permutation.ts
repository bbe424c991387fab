import { createRandom, type Random } from '@zonula/numerics';
import type { Accuser } from './comparators.ts';
import { correlation, factorsOf, outcomeValues } from './pairs.ts';

/** Moves whole blocks of days about; gaps travel with their block. */
function shuffleBlocks(random: Random, values: Float64Array, blockDays: number): Float64Array {
  const blocks: Float64Array[] = [];
  for (let t = 0; t < values.length; t += blockDays) blocks.push(values.subarray(t, t + blockDays));
  for (let i = blocks.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [blocks[i], blocks[j]] = [blocks[j]!, blocks[i]!];
  }
  const out = new Float64Array(values.length);
  let place = 0;
  for (const block of blocks) {
    out.set(block, place);
    place += block.length;
  }
  return out;
}

/** Indices kept by Benjamini & Hochberg's step-up procedure at this rate. */
export function benjaminiHochberg(ps: readonly number[], rate: number): number[] {
  const order = ps.map((_, i) => i).sort((a, b) => ps[a]! - ps[b]!);
  let kept = 0;
  order.forEach((i, rank) => {
    if (ps[i]! <= (rate * (rank + 1)) / ps.length) kept = rank + 1;
  });
  return order.slice(0, kept).sort((a, b) => a - b);
}

/** Larger |r| of the same and the next day. */
const association = (dose: Float64Array, outcome: Float64Array): number =>
  Math.max(
    Math.abs(correlation(dose, outcome)),
    Math.abs(correlation(dose.subarray(0, -1), outcome.subarray(1))),
  );

/** p of each factor under shuffled blocks of the outcome, then Benjamini-Hochberg over factors. */
export const blockPermutation =
  (blockDays: number, permutations: number, rate: number): Accuser =>
  (timeline, outcomeId, seed) => {
    const outcome = outcomeValues(timeline, outcomeId);
    const factors = factorsOf(timeline).filter((f) => f.daysWith > 2 && f.daysWithout > 2);
    const random = createRandom(seed).fork(77);
    const observed = factors.map(({ dose }) => association(dose, outcome));
    const exceeded = new Float64Array(factors.length);
    for (let k = 0; k < permutations; k++) {
      const shuffled = shuffleBlocks(random, outcome, blockDays);
      factors.forEach(({ dose }, j) => {
        if (association(dose, shuffled) >= observed[j]! - 1e-12) exceeded[j]! += 1;
      });
    }
    const ps = Array.from(exceeded, (count) => (count + 1) / (permutations + 1));
    return benjaminiHochberg(ps, rate).map((i) => factors[i]!.id);
  };
