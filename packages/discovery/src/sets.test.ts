import { createRandom } from '@zonula/numerics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSetOptions, suspectSets } from './sets.ts';

/** `counts`: how many states hold each of the listed groups of exposures. */
const statesOf = (counts: readonly (readonly [number, readonly number[]])[]): number[][] =>
  counts.flatMap(([times, state]) => Array.from({ length: times }, () => [...state]));

const sharesOf = (states: readonly (readonly number[])[], exposures: number): number[] =>
  Array.from(
    { length: exposures },
    (_, j) => states.filter((state) => state.includes(j)).length / states.length,
  );

const setsOf = (states: readonly (readonly number[])[], exposures: number) =>
  suspectSets(states, sharesOf(states, exposures));

describe('two exposures', () => {
  it('that stand in for one another are one suspicion', () => {
    const states = statesOf([
      [55, [0]],
      [40, [1]],
      [2, [0, 1]],
      [3, []],
    ]);
    const [set, ...others] = setsOf(states, 2);
    expect(set.members).toEqual([0, 1]);
    expect(set.probability).toBeCloseTo(0.97, 12);
    expect(others).toEqual([]);
  });

  it('that act regardless of one another are two', () => {
    const states = statesOf([
      [36, [0, 1]],
      [24, [0]],
      [24, [1]],
      [16, []],
    ]);
    const sets = setsOf(states, 2);
    expect(sets.map(({ members }) => members)).toEqual([[0], [1]]);
    for (const { probability } of sets) expect(probability).toBeCloseTo(0.6, 12);
  });

  it('that act together half as often as by chance still stand in for one another, more often not', () => {
    // Shares of 0.4 and 0.5: 200 of 1000 states by chance.
    const overlapping = (both: number): number =>
      setsOf(
        statesOf([
          [both, [0, 1]],
          [400 - both, [0]],
          [500 - both, [1]],
          [100 + both, []],
        ]),
        2,
      ).length;
    expect(overlapping(100)).toBe(1);
    expect(overlapping(101)).toBe(2);
  });

  it('must have had occasion to act together before their absence means anything', () => {
    // 0.5 * 0.3 * states are expected together; fifteen are asked for.
    const exclusive = (tens: number): number[][] =>
      statesOf([
        [5 * tens, [0]],
        [3 * tens, [1]],
        [2 * tens, []],
      ]);
    expect(setsOf(exclusive(9), 2).map((s) => s.members)).toEqual([[0], [1]]);
    expect(setsOf(exclusive(11), 2).map((s) => s.members)).toEqual([[0, 1]]);
  });

  it('are not named together where the companion adds next to nothing', () => {
    const states = statesOf([
      [800, [0]],
      [30, [1]],
      [170, []],
    ]);
    expect(setsOf(states, 2).map((s) => s.members)).toEqual([[0]]);
    const more = statesOf([
      [800, [0]],
      [40, [1]],
      [160, []],
    ]);
    expect(setsOf(more, 2).map((s) => s.members)).toEqual([[0, 1]]);
  });
});

describe('a set', () => {
  it('has at most three members, the most probable', () => {
    const states = statesOf([
      [230, [0]],
      [240, [1]],
      [220, [2]],
      [210, [3]],
      [100, []],
    ]);
    const sets = setsOf(states, 4);
    expect(sets).toHaveLength(1);
    expect(sets[0].members).toEqual([1, 0, 2]);
    expect(sets[0].probability).toBeCloseTo(0.69, 12);
  });

  it('takes no companions when the first is probable enough', () => {
    const first = (share: number) =>
      setsOf(
        statesOf([
          [share, [0]],
          [1000 - share, [1]],
        ]),
        2,
      )[0].members;
    expect(first(900)).toEqual([0]);
    expect(first(899)).toEqual([0, 1]);
  });

  it('is not mentioned when it is improbable', () => {
    const states = statesOf([
      [29, [0]],
      [30, [1]],
      [41, []],
    ]);
    const apart = { ...defaultSetOptions, largest: 1 };
    const sets = suspectSets(states, sharesOf(states, 2), apart);
    expect(sets).toEqual([{ members: [1], probability: 0.3 }]);
  });

  it('of one has its Rao-Blackwellised probability, never above one', () => {
    const states = statesOf([
      [90, [0]],
      [10, []],
    ]);
    expect(suspectSets(states, [0.93])).toEqual([{ members: [0], probability: 0.93 }]);
    expect(suspectSets(states, [1 + 1e-12])).toEqual([{ members: [0], probability: 1 }]);
  });
});

it('of any states: disjoint sets, most probable first, each the share of states in which any member acts', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 8 }), (seed, exposures) => {
      const random = createRandom(seed);
      const main = Array.from({ length: exposures }, () => random.uniform());
      const states = Array.from({ length: 200 }, () => {
        const one = random.integer(exposures);
        return main.flatMap((p, j) => ((j === one) !== random.uniform() < 0.15 * p ? [j] : []));
      });
      const sets = setsOf(states, exposures);
      const members = sets.flatMap((set) => set.members);
      expect(new Set(members).size).toBe(members.length);
      sets.forEach((set, i) => {
        expect(set.members.length).toBeLessThanOrEqual(3);
        expect(set.probability).toBeGreaterThanOrEqual(0.3);
        if (i > 0) expect(set.probability).toBeLessThanOrEqual(sets[i - 1].probability);
        const any = states.filter((state) => state.some((j) => set.members.includes(j))).length;
        expect(set.probability).toBeCloseTo(any / states.length, 12);
      });
    }),
    { seed: 1, numRuns: 100 },
  );
});
