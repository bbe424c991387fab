import { toTimeline } from '@zonula/timeline';
import { expect, it } from 'vitest';
import { diaryOf } from './workload.ts';

it('the timed diary is the same every time and can be judged', () => {
  const make = () => diaryOf({ days: 180, exposures: 150, seed: 1 });
  expect(make()).toEqual(make());
  const timeline = toTimeline(make());
  expect(timeline.days).toBe(180);
  expect(timeline.outcomes[0]!.days).toBeGreaterThan(140);
  expect(timeline.exposures).toHaveLength(150);
  expect(timeline.exposures.filter(({ candidate }) => candidate).length).toBeGreaterThan(120);
});
