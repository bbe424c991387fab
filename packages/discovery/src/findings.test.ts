import type { Exposure } from '@zonula/timeline';
import { describe, expect, it } from 'vitest';
import { dishOf, scoreOf } from '../fixtures/diary-parts.ts';
import { judged, level, unjudged } from './findings.ts';
import { curveDays, type EffectDraw, type ExposurePosterior } from './posterior.ts';
import { findingSchema } from './suspects.ts';

const outcome = scoreOf('skin', 'itch', new Float64Array(40));
const mood = scoreOf('mood', 'joy', new Float64Array(40));
const eaten = Float64Array.from({ length: 40 }, (_, t) => (t % 3 === 0 && t < 36 ? 1 : 0));
const milk: Exposure = { ...dishOf('milk', eaten), grain: 'entry' };

const effect = (peak: number, delay = 1): EffectDraw => ({
  peak,
  total: 2 * peak,
  delay,
  kernel: 0,
  curve: Float64Array.from({ length: curveDays }, (_, lag) => peak * 0.5 ** lag),
});

const posterior = (
  draws: readonly EffectDraw[],
  probability = 0.7,
  stays = draws.length,
): ExposurePosterior => ({
  probability,
  draws,
  stays,
  peaks: Float64Array.from(draws, ({ peak }) => peak),
});

/** Peaks 1..n in some order: type 6 quantiles are at p (n + 1). */
const ladder = (n: number): EffectDraw[] =>
  Array.from({ length: n }, (_, i) => effect(1 + ((i * 7) % n), 1 + i / n));

describe('what is said of an exposure', () => {
  it('is no effect where an improbable one was seen in few stays of the chains', () => {
    expect(judged(milk, posterior(ladder(60), 0.1, 9), outcome).effect).toBeNull();
    expect(judged(milk, posterior(ladder(60), 0.1, 10), outcome).effect).not.toBeNull();
    expect(judged(milk, posterior(ladder(60), 0.9, 2), outcome).effect).not.toBeNull();
  });

  it('is its mean effect and the central four fifths of the draws', () => {
    const found = findingSchema.parse(judged(milk, posterior(ladder(99)), outcome));
    expect(level).toBe(0.8);
    expect(found.effect).toEqual({
      peak: expect.closeTo(50, 10),
      peakInterval: [expect.closeTo(10, 10), expect.closeTo(90, 10)],
      total: expect.closeTo(100, 10),
      totalInterval: [expect.closeTo(20, 10), expect.closeTo(180, 10)],
      level: 0.8,
    });
    expect(found.delayDays!.mean).toBeCloseTo(1 + 49 / 99, 10);
    expect(found.delayDays!.interval[0]).toBeCloseTo(1 + 9 / 99, 10);
    expect(found.delayDays!.interval[1]).toBeCloseTo(1 + 89 / 99, 10);
    expect(found).toMatchObject({
      id: 'food/milk',
      identifiable: true,
      reason: null,
      probability: 0.7,
      daysWith: 12,
      daysWithout: 28,
    });
  });

  it('has a curve whose band holds each day of the draws, from the day itself on', () => {
    const { curve } = judged(milk, posterior(ladder(99)), outcome);
    expect([curve!.mean, curve!.lower, curve!.upper].map((days) => days.length)).toEqual([
      curveDays,
      curveDays,
      curveDays,
    ]);
    for (const lag of [0, 1, 5]) {
      expect(curve!.mean[lag]).toBeCloseTo(50 * 0.5 ** lag, 10);
      expect(curve!.lower[lag]).toBeCloseTo(10 * 0.5 ** lag, 10);
      expect(curve!.upper[lag]).toBeCloseTo(90 * 0.5 ** lag, 10);
    }
  });

  it('is no effect at all when fewer than twenty draws hold one', () => {
    const few = findingSchema.parse(judged(milk, posterior(ladder(19), 0.02), outcome));
    expect(few).toMatchObject({
      identifiable: true,
      probability: 0.02,
      direction: null,
      effect: null,
      delayDays: null,
      curve: null,
    });
    expect(judged(milk, posterior([], 0), outcome).effect).toBeNull();
    expect(judged(milk, posterior(ladder(20)), outcome).effect).not.toBeNull();
  });

  it('is the shared effect without a probability of its own where others have the same days', () => {
    const reason = { code: 'identical-to', text: 'Always with rice.' };
    const twin = judged({ ...milk, identifiable: false, reason }, posterior(ladder(30)), outcome);
    const single = judged(milk, posterior(ladder(30)), outcome);
    expect(findingSchema.parse(twin)).toEqual({
      ...single,
      identifiable: false,
      reason,
      probability: null,
    });
    expect(twin.effect).not.toBeNull();
  });

  it('leaves the part through the gut open unless it was looked at', () => {
    const indirect = { indirect: 0.4, interval: [0.1, 0.7], level: 0.8, mostlyThroughGut: 0.6 };
    const sensitivity = { assumption: 'a', correlation: [0, 0.3], indirect: [0.4, 0.2] };
    const mediation = { throughGut: indirect, sensitivity } as Parameters<typeof judged>[3];
    const without = judged(milk, posterior(ladder(30)), outcome);
    expect(without.throughGut).toBeNull();
    expect(without).not.toHaveProperty('throughGutSensitivity');
    const found = findingSchema.parse(judged(milk, posterior(ladder(30)), outcome, mediation));
    expect(found.throughGut).toEqual(indirect);
    expect(found.throughGutSensitivity).toEqual(sensitivity);
  });
});

describe('the direction', () => {
  const mostly = (sign: number): EffectDraw[] =>
    Array.from({ length: 30 }, (_, i) => effect(i < 18 ? sign : -3 * sign));

  it('is worse for higher skin, gut and other symptoms and for a lower mood', () => {
    const directions = (sign: number) =>
      [outcome, { ...outcome, category: 'gut' as const }, mood].map(
        (of) => judged(milk, posterior(mostly(sign)), of).direction,
      );
    expect(directions(1)).toEqual(['worsens', 'worsens', 'improves']);
    expect(directions(-1)).toEqual(['improves', 'improves', 'worsens']);
  });
});

describe('an exposure that cannot be judged', () => {
  it('has its reason and its days, and nothing else', () => {
    const reason = { code: 'never-without', text: 'You always have milk.' };
    const found = findingSchema.parse(unjudged({ ...milk, identifiable: false, reason }));
    expect(found).toEqual({
      id: 'food/milk',
      grain: 'entry',
      daysWith: 12,
      daysWithout: 28,
      identifiable: false,
      reason,
      probability: null,
      direction: null,
      effect: null,
      delayDays: null,
      throughGut: null,
      curve: null,
    });
  });

  it('names the rows it is made of when it is an ingredient or a class', () => {
    const lactose = { ...milk, grain: 'ingredient' as const, rows: ['food/milk', 'food/yoghurt'] };
    expect(unjudged(lactose).rows).toEqual(['food/milk', 'food/yoghurt']);
    expect(unjudged({ ...milk, grain: 'dish' })).not.toHaveProperty('rows');
  });
});
