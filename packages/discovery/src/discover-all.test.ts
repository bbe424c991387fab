import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfThroughGut, simulateGutDiary } from '../fixtures/gut-diary.ts';
import { discover } from './discover.ts';
import { decideTogether, discoverAll } from './discover-all.ts';
import { type Suspect, type SuspectDocument, suspectsSchema } from './suspects.ts';

const options = { version: 'test', seed: 1 };
const timeline = simulateGutDiary(101, halfThroughGut);
const alone = discover(timeline, { ...options, outcome: 'skin/itch' });

const suspect = (probability: number, verdict: Suspect['verdict'] = 'likely'): Suspect => ({
  members: [`food/${probability}`],
  probability,
  verdict,
  worthwhileProbability: probability,
  why: verdict === 'likely' ? null : 'unsure',
  test: '',
});

const holding = (suspects: readonly Suspect[]): SuspectDocument => ({
  ...alone,
  suspects: [...suspects],
  claims: suspects.filter(({ verdict }) => verdict === 'likely').map(({ members }) => members),
});

const claimsOf = (documents: readonly (readonly Suspect[])[]): string[][][] =>
  decideTogether(documents.map(holding)).map(({ claims }) => claims);

describe('claims over several outcomes', () => {
  it('are those of one outcome when only one is asked of', () => {
    expect(claimsOf([[suspect(0.91)]])).toEqual([[['food/0.91']]]);
  });

  it('must be surer where the other outcomes hold none', () => {
    expect(claimsOf([[suspect(0.93)], []])).toEqual([[], []]);
    expect(claimsOf([[suspect(0.96)], []])).toEqual([[['food/0.96']], []]);
    expect(claimsOf([[suspect(0.96)], [], []])).toEqual([[], [], []]);
  });

  it('need not be surer where every outcome holds one', () => {
    expect(claimsOf([[suspect(0.93)], [suspect(0.92)]])).toEqual([
      [['food/0.93']],
      [['food/0.92']],
    ]);
  });

  it('are taken back in words, too', () => {
    const [document] = decideTogether([holding([suspect(0.93)]), holding([])]);
    expect(document.suspects[0]).toMatchObject({ verdict: 'possible', probability: 0.93 });
    expect(document.suspects[0].test).toContain('may be chance');
  });

  it('are never more than each outcome made, nor wrong above the rate in all', () => {
    const outcome = fc.array(
      fc.record({ p: fc.double({ min: 0.3, max: 1, noNaN: true }), likely: fc.boolean() }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 5 }), (outcomes) => {
        const documents = outcomes.map((suspects) =>
          holding(suspects.map(({ p, likely }) => suspect(p, likely ? 'likely' : 'possible'))),
        );
        const decided = decideTogether(documents);
        const wrong = decided.map(({ suspects }) =>
          suspects.filter(({ verdict }) => verdict === 'likely').map((s) => 1 - s.probability),
        );
        const expected = (shares: readonly number[]): number =>
          shares.reduce((a, b) => a + b, 0) / Math.max(1, shares.length);
        const made = wrong.filter((shares) => shares.length > 0).length;
        for (const shares of [...wrong, wrong.flat()])
          expect(expected(shares)).toBeLessThanOrEqual((0.1 * made) / outcomes.length + 1e-12);
        decided.forEach(({ suspects, claims }, k) => {
          expect(claims).toHaveLength(wrong[k].length);
          suspects.forEach(({ verdict }, i) => {
            if (verdict === 'likely') expect(documents[k].suspects[i].verdict).toBe('likely');
          });
        });
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('a diary asked of skin and gut', () => {
  const shares: number[] = [];
  const both = discoverAll(timeline, ['skin/itch', 'gut/bloating', 'skin/itch'], {
    ...options,
    worthwhile: 0.4,
    onProgress: (share) => shares.push(share),
  });

  it('has the document of the first and one for each further outcome', () => {
    expect(suspectsSchema.parse(both)).toEqual(both);
    expect(both.outcome).toMatchObject({ category: 'skin', name: 'itch' });
    expect(both.others).toHaveLength(1);
    expect(both.others![0]).not.toHaveProperty('others');
    expect(both.others![0].outcome).toMatchObject({ category: 'gut', name: 'bloating' });
    expect(both.exposures).toEqual(alone.exposures);
  });

  it('finds the food that moves both', () => {
    expect(both.claims).toEqual([['food/0']]);
    expect(both.others![0].claims).toEqual([['food/0']]);
  });

  it('takes the smallest worthwhile effect for the first outcome only', () => {
    expect(both.worthwhile).toBe(0.4);
    expect(both.others![0].worthwhile).toBe(0.5);
  });

  it('tells how far it is over all of them', () => {
    expect(shares.at(-1)).toBeCloseTo(1, 9);
    expect(shares).toContain(0.5);
  });

  it('is one document without others for one outcome', () => {
    expect(discoverAll(timeline, ['skin/itch'], options)).toEqual(alone);
  });

  it('says so when an outcome is not in the diary', () => {
    const missing = discoverAll(timeline, ['skin/itch', 'symptom/headache'], options);
    expect(missing.others![0]).toMatchObject({ status: 'cannot-tell', outcome: null });
    expect(missing.others![0].reasons[0].code).toBe('no-outcome');
  });
});
