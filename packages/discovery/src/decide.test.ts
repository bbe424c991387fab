import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, decide, defaultRule } from './decide.ts';
import type { ExposurePosterior } from './posterior.ts';

const draws = 100;
const worthwhile = 0.5;
const nobody = new Set<number>();

/** Acts in the given draws with the given peak; has no effect in the others. */
const acting = (probability: number, from: number, to: number, peak = 2): ExposurePosterior => ({
  probability,
  draws: [],
  stays: 1,
  peaks: Float64Array.from({ length: draws }, (_, d) => (d >= from && d < to ? peak : 0)),
});

const always = (probability: number): ExposurePosterior => acting(probability, 0, draws);

/** One set for each probability, all of them surely worthwhile. */
const alone = (
  probabilities: readonly number[],
  vetoed: ReadonlySet<number> = nobody,
): Decision[] =>
  decide(
    probabilities.map((probability, j) => ({ members: [j], probability })),
    probabilities.map(always),
    worthwhile,
    vetoed,
  );

const claimed = (decisions: readonly Decision[]): number[] =>
  decisions.filter((d) => d.claimed).map((d) => d.set.probability);

describe('claims', () => {
  it('stop where the expected share of wrong ones would pass a tenth', () => {
    // Mean shares of wrong claims: 0.01, 0.03, 0.0667, 0.0875 and then 0.11.
    expect(claimed(alone([0.99, 0.95, 0.86, 0.85, 0.8]))).toEqual([0.99, 0.95, 0.86, 0.85]);
    expect(claimed(alone([1, 0.8125, 0.8]))).toEqual([1, 0.8125]);
  });

  it('need nine in ten when there is only one', () => {
    expect(claimed(alone([0.9375]))).toEqual([0.9375]);
    expect(claimed(alone([0.89]))).toEqual([]);
  });

  it('come most probable first, and those of nothing are none', () => {
    expect(alone([0.4, 0.99, 0.7]).map((d) => d.set.probability)).toEqual([0.99, 0.7, 0.4]);
    expect(alone([])).toEqual([]);
  });

  it('are never made of a vetoed exposure, alone or in a set, which costs the others nothing', () => {
    expect(claimed(alone([0.99, 0.95], new Set([0])))).toEqual([0.95]);
    const sets = [
      { members: [0, 1], probability: 0.99 },
      { members: [2], probability: 0.95 },
    ];
    const decisions = decide(sets, [0.5, 0.5, 1].map(always), worthwhile, new Set([1]));
    expect(decisions.map((d) => d.claimed)).toEqual([false, true]);
  });

  it('that are not made have one reason, and those that are have none', () => {
    const reasons = (decisions: readonly Decision[]) => decisions.map(({ why }) => why);
    expect(reasons(alone([0.99, 0.95, 0.86, 0.85, 0.82, 0.5]))).toEqual([
      null,
      null,
      null,
      null,
      'rate',
      'unsure',
    ]);
    expect(reasons(alone([0.85]))).toEqual(['unsure']);
    expect(reasons(alone([0.99, 0.5], new Set([0, 1])))).toEqual(['vetoed', 'vetoed']);
    const small = decide(
      [{ members: [0], probability: 1 }],
      [acting(1, 0, draws, 0.2)],
      worthwhile,
      nobody,
    );
    expect(reasons(small)).toEqual(['too-small']);
  });

  it('follow the rule that is given', () => {
    const sets = [{ members: [0], probability: 0.8 }];
    const lenient = { ...defaultRule, falseDiscoveryRate: 0.25 };
    expect(decide(sets, [always(0.8)], worthwhile, nobody)[0].claimed).toBe(false);
    expect(decide(sets, [always(0.8)], worthwhile, nobody, lenient)[0].claimed).toBe(true);
  });
});

describe('the smallest worthwhile effect', () => {
  const large = (share: number): ExposurePosterior => ({
    ...always(1),
    peaks: Float64Array.from({ length: draws }, (_, d) => (d < share * draws ? -2 : 0.2)),
  });
  const one = (posterior: ExposurePosterior, probability = 1): Decision =>
    decide([{ members: [0], probability }], [posterior], worthwhile, nobody)[0];

  it('must be passed with a probability of four in five, whichever the direction', () => {
    expect(one(large(0.8))).toMatchObject({ claimed: true, worthwhileProbability: 0.8 });
    expect(one(large(0.79)).claimed).toBe(false);
  });

  it('is compared with the share of all states, not only of those in which the food acts', () => {
    expect(one(large(0.83), 0.96).worthwhileProbability).toBeCloseTo(0.83 * 0.96, 12);
    expect(one(large(0.83), 0.96).claimed).toBe(false);
    expect(one(acting(0.95, 0, 10), 0.95)).toMatchObject({
      claimed: true,
      worthwhileProbability: 0.95,
    });
  });

  it('must be more than reached, and never was in draws without the food', () => {
    expect(one(acting(1, 0, draws, worthwhile)).worthwhileProbability).toBe(0);
    expect(one(acting(1, 0, 0)).worthwhileProbability).toBe(0);
    expect(one(acting(1, 0, 0)).claimed).toBe(false);
  });

  it('is passed by a set where any of its members passes it', () => {
    const [decision] = decide(
      [{ members: [0, 1], probability: 1 }],
      [acting(0.5, 0, 50), acting(0.5, 50, 100)],
      worthwhile,
      nobody,
    );
    expect(decision).toMatchObject({ claimed: true, worthwhileProbability: 1 });
  });
});

describe('whatever the sets', () => {
  const probability = fc.double({ min: 0.3, max: 1, noNaN: true });
  const suspicion = fc.record({
    probability,
    vetoed: fc.boolean(),
    large: fc.integer({ min: 0, max: draws }),
  });
  type Suspicion = {
    readonly probability: number;
    readonly vetoed: boolean;
    readonly large: number;
  };
  const decideAll = (suspicions: readonly Suspicion[], order: readonly number[]): Decision[] =>
    decide(
      order.map((j) => ({ members: [j], probability: suspicions[j].probability })),
      suspicions.map(({ probability: p, large }) => ({
        ...always(p),
        peaks: Float64Array.from({ length: draws }, (_, d) => (d < large ? 1 : 0.1)),
      })),
      worthwhile,
      new Set(suspicions.flatMap(({ vetoed }, j) => (vetoed ? [j] : []))),
    );

  it('the expected share of wrong claims is at most a tenth', () => {
    fc.assert(
      fc.property(fc.array(suspicion, { maxLength: 12 }), (suspicions) => {
        const decisions = decideAll(suspicions, [...suspicions.keys()]);
        const claims = decisions.filter((d) => d.claimed);
        const wrong = claims.reduce((sum, d) => sum + 1 - d.set.probability, 0);
        expect(wrong).toBeLessThanOrEqual(0.1 * claims.length + 1e-12);
        for (const { claimed, why } of decisions) expect(why === null).toBe(claimed);
        for (const { set, worthwhileProbability } of claims) {
          expect(suspicions[set.members[0]].vetoed).toBe(false);
          expect(worthwhileProbability).toBeGreaterThanOrEqual(0.8);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('no claim is left out that the rule allows', () => {
    fc.assert(
      fc.property(fc.array(probability, { minLength: 1, maxLength: 12 }), (probabilities) => {
        const sorted = [...probabilities].sort((a, b) => b - a);
        const decisions = alone(probabilities);
        const count = decisions.filter((d) => d.claimed).length;
        fc.pre(count < sorted.length);
        const next = sorted.slice(0, count + 1);
        const tooMany = next.reduce((sum, p) => sum + 1 - p, 0) / next.length > 0.1;
        expect(tooMany || next[count] < 0.8).toBe(true);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('their order does not matter', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(suspicion, { maxLength: 8, selector: (s) => s.probability }),
        fc.infiniteStream(fc.nat()),
        (suspicions, keys) => {
          const order = [...suspicions.keys()]
            .map((j) => ({ j, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ j }) => j);
          expect(decideAll(suspicions, order)).toEqual(
            decideAll(suspicions, [...suspicions.keys()]),
          );
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });
});
