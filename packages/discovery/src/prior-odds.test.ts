import type { Observation } from '@zonula/diary';
import { createRandom } from '@zonula/numerics';
import { type Timeline, toTimeline } from '@zonula/timeline';
import { describe, expect, it } from 'vitest';
import { discover } from './discover.ts';
import { heldByDiary, oddsOfTwins } from './prior-odds.ts';
import { groupTwins } from './problem.ts';
import { type Suspect, type Suspects, suspectsSchema } from './suspects.ts';

const foods = ['bread', 'milk', 'sweets', 'wine'];
const days = 84;

/** A diary in which nothing acts, unless milk is given a push for the next day. */
const diaryOf = (seed: number, push = 0): Timeline => {
  const random = createRandom(seed);
  const observations: Observation[] = [];
  let x = 0;
  let milk = false;
  for (let day = 0; day < days; day++) {
    const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
    x = 0.5 * x + 0.8 * random.normal() + (milk ? push : 0);
    const value = Math.min(10, Math.max(0, Math.round(4 + x)));
    observations.push({ date, category: 'skin', name: 'acne', value });
    for (const name of foods) {
      const eaten = random.uniform() < 0.35;
      observations.push({ date, category: 'food', name, value: eaten ? 1 : 0 });
      if (name === 'milk') milk = eaten;
    }
  }
  const scales = new Map([['skin/acne', { min: 0, max: 10, inferred: false }]]);
  return toTimeline({ observations, scales, warnings: [] });
};

const options = { version: 'test', seed: 1 };
const probabilityOf = ({ exposures }: Suspects, id: string): number =>
  exposures.find((exposure) => exposure.id === id)!.probability!;

describe('prior odds', () => {
  it.each([1, 2, 3, 5])('never make a claim from a diary in which nothing acts: %i', (seed) => {
    const timeline = diaryOf(seed);
    // Any effect at all is worthwhile, so that only the diary stands in the way.
    const any = { ...options, worthwhile: 0.01 };
    const even = discover(timeline, any);
    const strong = suspectsSchema.parse(discover(timeline, { ...any, priorOdds: () => 2000 }));
    expect(even.claims).toEqual([]);
    expect(strong.claims).toEqual([]);
    expect(strong.suspects.map(({ verdict }) => verdict)).not.toContain('likely');
    const sure = strong.suspects.filter(
      (s) => s.probability > 0.99 && s.worthwhileProbability > 0.8,
    );
    expect(sure.length).toBeGreaterThan(0);
    for (const food of foods)
      expect(probabilityOf(strong, `food/${food}`)).toBeGreaterThan(
        probabilityOf(even, `food/${food}`),
      );
    expect(strong.priorOdds).toEqual(foods.map((name) => ({ id: `food/${name}`, odds: 2000 })));
  });

  it('leave a true cause where the diary bears it out, and are told', () => {
    const timeline = diaryOf(1, 2.5);
    const priorOdds = (id: string) => (id === 'food/milk' ? 1.2 : 1);
    const shares: number[] = [];
    const onProgress = (share: number) => shares.push(share);
    const answer = discover(timeline, { ...options, priorOdds, onProgress });
    expect(answer.claims).toEqual([['food/milk']]);
    expect(answer.priorOdds).toEqual([{ id: 'food/milk', odds: 1.2 }]);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(discover(timeline, options)).not.toHaveProperty('priorOdds');
  });

  it('can take a claim away', () => {
    const timeline = diaryOf(1, 2.5);
    const answer = discover(timeline, { ...options, priorOdds: () => 1e-30 });
    expect(answer.claims).toEqual([]);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuse a factor of %d', (odds) => {
    const twins = groupTwins(diaryOf(1).exposures);
    expect(() => oddsOfTwins(twins, () => odds)).toThrow(RangeError);
  });

  it('are averaged, as ratios, over what was had on the same days', () => {
    const [milk] = diaryOf(1).exposures;
    const twins = groupTwins([milk!, { ...milk!, id: 'food/tea' }]);
    const odds = oddsOfTwins(twins, (id) => (id === 'food/tea' ? 2 : 0.5));
    expect([...odds]).toEqual([1]);
  });
});

describe('what trials say', () => {
  it('counts as evidence, both ways, and one exposure at a time', () => {
    const timeline = diaryOf(1, 0.6);
    const dynamics: number[] = [];
    const onDynamics = (draws: readonly { persistence: number }[]) => {
      dynamics.push(...draws.map(({ persistence }) => persistence));
    };
    const alone = discover(timeline, { ...options, onDynamics });
    const trial = (odds: number) =>
      discover(timeline, { ...options, trialOdds: (id) => (id === 'food/milk' ? odds : 1) });
    const before = probabilityOf(alone, 'food/milk');
    expect(before).toBeGreaterThan(0.05);
    expect(probabilityOf(trial(20), 'food/milk')).toBeGreaterThan(before);
    expect(probabilityOf(trial(0.01), 'food/milk')).toBeLessThan(0.5 * before);
    expect(trial(0.01).claims).toEqual([]);
    expect(trial(1)).toEqual(alone);
    expect(dynamics.length).toBeGreaterThan(100);
    expect(dynamics.every((one) => one > 0 && one < 1)).toBe(true);
  });

  it('may make a claim that the diary alone does not', () => {
    const timeline = diaryOf(1, 0.6);
    const odds = (id: string) => (id === 'food/milk' ? 500 : 1);
    const any = { ...options, worthwhile: 0.2 };
    expect(discover(timeline, any).claims).toEqual([]);
    expect(discover(timeline, { ...any, trialOdds: odds }).claims).toEqual([['food/milk']]);
  });
});

describe('what the diary alone bears out', () => {
  const suspect = (verdict: Suspect['verdict'], ...members: string[]): Suspect => ({
    members,
    probability: 0.97,
    verdict,
    worthwhileProbability: 0.95,
    why: verdict === 'likely' ? null : 'unsure',
    test: '',
  });
  const base = discover(diaryOf(1), { ...options, outcome: 'skin/none' });
  const document = (...suspects: Suspect[]): Suspects => ({
    ...base,
    suspects,
    claims: suspects.filter(({ verdict }) => verdict === 'likely').map(({ members }) => members),
  });
  const held = (withOdds: Suspects, without: Suspects) =>
    heldByDiary(withOdds, without, () => 2).claims;

  it('stays likely', () => {
    const milk = document(suspect('likely', 'food/milk'));
    expect(held(milk, milk)).toEqual([['food/milk']]);
  });

  it('may grow to a set, for that accuses no one more', () => {
    const set = document(suspect('likely', 'food/milk', 'food/tea'));
    expect(held(set, document(suspect('likely', 'food/milk')))).toEqual([
      ['food/milk', 'food/tea'],
    ]);
  });

  it('may not be narrowed, nor made of a hint', () => {
    const milk = document(suspect('likely', 'food/milk'));
    expect(held(milk, document(suspect('likely', 'food/milk', 'food/tea')))).toEqual([]);
    expect(held(milk, document(suspect('possible', 'food/milk')))).toEqual([]);
    expect(held(milk, document())).toEqual([]);
  });
});
