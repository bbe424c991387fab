import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certainties, verdicts } from './claim.ts';
import { conditions } from './condition.ts';
import { createEvidence } from './evidence.ts';
import { readLinks } from './links.ts';
import { largestPriorOdds, priorOddsOf } from './prior.ts';

const { claim, claims, priorFor } = createEvidence();

describe('prior odds', () => {
  it('are bounded, and even where a verdict points nowhere', () => {
    for (const verdict of verdicts)
      for (const certainty of certainties) {
        const odds = priorOddsOf({ verdict, certainty });
        expect(odds).toBeGreaterThanOrEqual(1 / largestPriorOdds);
        expect(odds).toBeLessThanOrEqual(largestPriorOdds);
        if (verdict === 'weak or mixed' || verdict === 'needs rewording') expect(odds).toBe(1);
      }
  });

  it('grow with the verdict and shrink towards even with less certainty', () => {
    const order = ['contradicted', 'unsupported', 'weak or mixed', 'partly', 'supported'] as const;
    const high = order.map((verdict) => priorOddsOf({ verdict, certainty: 'high' }));
    expect(high).toEqual([...high].sort((a, b) => a - b));
    for (const verdict of verdicts) {
      const away = certainties.map((certainty) =>
        Math.abs(Math.log(priorOddsOf({ verdict, certainty }))),
      );
      expect(away).toEqual([...away].sort((a, b) => b - a));
    }
  });

  it('come from one claim that names the condition, never from several', () => {
    const sweets = { exposure: 'food/sweets', classes: ['added-sugar', 'high-glycaemic'] };
    expect(priorFor({ ...sweets, condition: 'acne' })).toMatchObject({ claim: { id: 'B27' } });
    expect(priorFor({ ...sweets, condition: 'acne' })!.odds).toBeCloseTo(2 ** 0.25, 12);
    expect(priorFor({ ...sweets, condition: 'psoriasis' })).toBeNull();
    expect(priorFor(sweets)).toBeNull();
  });

  it('speak against a class, and not against a dish that holds it', () => {
    const wheat = { exposure: 'class/wheat', condition: 'acne' } as const;
    expect(priorFor(wheat)!.odds).toBeCloseTo(2 ** -0.375, 12);
    expect(priorFor({ classes: ['wheat', 'gluten'], condition: 'acne' })!.odds).toBeLessThan(1);
    const dish = {
      exposure: 'food/pizza',
      classes: ['wheat', 'gluten'],
      condition: 'acne',
    } as const;
    expect(priorFor(dish)).toBeNull();
    const cake = { ...dish, classes: ['wheat', 'added-sugar'] };
    expect(priorFor(cake)).toMatchObject({ claim: { id: 'B27' } });
  });

  it('are as documented at their ends', () => {
    const claimed = readLinks().flatMap(({ acts }) => (acts ? [claim(acts)!] : []));
    const odds = claimed.map(priorOddsOf);
    expect(Math.max(...odds).toFixed(2)).toBe('1.19');
    expect(Math.min(...odds).toFixed(2)).toBe('0.77');
  });

  it('stay bounded for anything at all', () => {
    const words = claims.flatMap((claim) => claim.words.split(' '));
    const subject = fc.record({
      exposure: fc.constantFrom(...words).map((word) => `supplement/${word}`),
      classes: fc.array(fc.constantFrom('dairy', 'whey', 'gluten', 'alcohol', 'added-sugar', 'x')),
      condition: fc.constantFrom(...conditions),
    });
    fc.assert(
      fc.property(subject, (one) => {
        const odds = priorFor(one)?.odds ?? 1;
        expect(odds).toBeGreaterThanOrEqual(1 / largestPriorOdds);
        expect(odds).toBeLessThanOrEqual(largestPriorOdds);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
