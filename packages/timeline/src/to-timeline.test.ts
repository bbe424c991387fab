import type { Diary, Observation } from '@zonula/diary';
import { describe, expect, it } from 'vitest';
import { timelineSchema, toTimeline } from './index.ts';

const diaryOf = (observations: readonly Observation[]): Diary => ({
  observations,
  scales: new Map(),
  warnings: [],
});

describe('toTimeline', () => {
  it('tells taken, not taken and unknown apart', () => {
    const timeline = toTimeline(
      diaryOf([
        { date: '2024-01-01', category: 'food', name: 'Milk', value: 2 },
        { date: '2024-01-02', category: 'food', name: 'bread', value: 1 },
        { date: '2024-01-03', category: 'sleep', name: 'hours', value: 7 },
        { date: '2024-01-04', category: 'day', name: 'complete', value: 1 },
        { date: '2024-01-05', category: 'food', name: 'milk', value: 4 },
      ]),
    );
    const milk = timeline.exposures.find((one) => one.id === 'food/milk')!;
    expect([...milk.dose]).toEqual([2 / 3, 0, Number.NaN, 0, 4 / 3]);
    expect(timelineSchema.safeParse(timeline).success).toBe(true);
  });
});
