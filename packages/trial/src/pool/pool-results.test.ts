import { describe, expect, it } from 'vitest';
import { type FinishedTrial, poolResults, readFinishedTrial } from './pool-results.ts';
import { asTrialEstimate, poolEffects } from './random-effects.ts';

const trialOf = (mean: number, half: number, change: Partial<FinishedTrial> = {}) => ({
  allowed: true as const,
  exposure: 'food/milk',
  outcome: 'skin/itch',
  scale: { min: 0, max: 10 },
  higherIsWorse: true,
  from: '2026-01-01',
  to: '2026-03-01',
  hash: String(mean).replaceAll(/\D/gu, '').padEnd(64, '0'),
  effect: { mean, interval: [mean - half, mean + half] as const, level: 0.95 },
  ...change,
});
const named = (...trials: FinishedTrial[]) =>
  trials.map((trial, i) => ({ file: `${i + 1}.json`, trial }));

describe('several trials taken together', () => {
  it('are pooled by random effects, a tenth of the scale apart', () => {
    const trials = [trialOf(1.2, 0.8), trialOf(0.4, 0.9), trialOf(0.9, 0.5)];
    const pooled = poolResults(named(...trials));
    const own = poolEffects(
      trials.map(({ effect }) => asTrialEstimate(effect)),
      { spreadPrior: { kind: 'half-normal', scale: 1 } },
    );
    expect(pooled.effect).toEqual(own.mean);
    expect(pooled.probabilityWorse).toBe(own.probabilityPositive);
    expect(pooled.trials.map(({ together }) => together)).toEqual(own.trials);
    const [low, high] = pooled.effect.interval;
    const [nextLow, nextHigh] = pooled.next.interval;
    expect(nextHigh - nextLow).toBeGreaterThan(high - low);
    pooled.trials.forEach(({ effect, together }) => {
      const between = (together.mean - effect.mean) / (pooled.effect.mean - effect.mean);
      expect(between).toBeGreaterThan(0);
      expect(between).toBeLessThan(1);
    });
  });

  it('of one that is better when high count the other way', () => {
    const trials = [trialOf(1.2, 0.8), trialOf(0.4, 0.9)];
    const { probabilityWorse } = poolResults(named(...trials));
    const better = trials.map((trial) => ({ ...trial, higherIsWorse: false }));
    expect(poolResults(named(...better)).probabilityWorse).toBeCloseTo(1 - probabilityWorse, 12);
  });

  it.each<[string, Partial<FinishedTrial>]>([
    ['exposure: expected food/milk', { exposure: 'food/egg' }],
    ['outcome: expected skin/itch', { outcome: 'skin/redness' }],
    ['scale: expected 0 to 10', { scale: { min: 0, max: 5 } }],
    ['higherIsWorse: expected true', { higherIsWorse: false }],
    ['hash: it is the same trial as 1.json', { hash: trialOf(1.2, 0.8).hash }],
  ])('do not go together: %s', (line, change) => {
    const other = trialOf(0.4, 0.9, change);
    expect(() => poolResults(named(trialOf(1.2, 0.8), other))).toThrow(line);
  });

  it('need at least one', () => {
    expect(() => poolResults([])).toThrow(RangeError);
  });
});

describe('the result of a trial', () => {
  it('is read back as it was written', () => {
    const trial = trialOf(1.2, 0.8);
    expect(readFinishedTrial(JSON.stringify(trial), 'a.json')).toEqual(trial);
  });

  it.each<[string, string]>([
    ['expected JSON', '{'],
    ['effect: expected', JSON.stringify({ ...trialOf(1, 1), effect: null })],
    ['allowed: expected', JSON.stringify({ ...trialOf(1, 1), allowed: false })],
    ['scale: expected', JSON.stringify({ ...trialOf(1, 1), scale: { min: 3, max: 3 } })],
    ['the document: expected', '[]'],
  ])('is refused: %s', (line, text) => {
    expect(() => readFinishedTrial(text, 'a.json')).toThrow(line);
  });
});
