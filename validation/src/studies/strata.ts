import { countIf, type Rate, rateOf } from '../statistics.ts';
import type { TriggerScore } from './score.ts';

/** Bands of the oracle's |t|, from sure to barely findable. */
export const strata = [
  { name: '|t| > 6', has: (t: number) => t > 6 },
  { name: '|t| 4.5-6', has: (t: number) => t > 4.5 && t <= 6 },
  { name: '|t| 3.5-4.5', has: (t: number) => t > 3.5 && t <= 4.5 },
] as const;

export interface Found {
  readonly name: string;
  readonly found: Rate;
  readonly alone: Rate;
}

/** Share of the findable triggers that were claimed: overall first, then by stratum. */
export function foundByStratum(triggers: readonly TriggerScore[]): Found[] {
  const findable = triggers.filter((trigger) => trigger.findable);
  const groups = [{ name: 'all', has: (_: number) => true }, ...strata];
  return groups.map(({ name, has }) => {
    const group = findable.filter((trigger) => has(Math.abs(trigger.oracleT)));
    return {
      name,
      found: rateOf(
        countIf(group, ({ found }) => found !== 'no'),
        group.length,
      ),
      alone: rateOf(
        countIf(group, ({ found }) => found === 'single'),
        group.length,
      ),
    };
  });
}
