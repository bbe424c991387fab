import type { RateContext } from '../limits/rates.ts';

/** Callers that are remembered at most. */
const most = 20_000;

/**
 * Counts requests of each caller in this process: whether one more fits. The same leaky bucket as `charge`, without a row in
 * the database: several processes allow so many each.
 */
export const createMeter = ({ now, rates }: Pick<RateContext, 'now' | 'rates'>) => {
  const fullAt = new Map<string, number>();
  return (who: string): boolean => {
    if (rates === null) return true;
    const { burst, everyMs } = rates.caller;
    const at = now();
    if (fullAt.size >= most)
      for (const [known, until] of fullAt) if (until <= at) fullAt.delete(known);
    if (fullAt.size >= most && !fullAt.has(who)) return false;
    const next = Math.max(fullAt.get(who) ?? 0, at) + everyMs;
    if (next > at + burst * everyMs) return false;
    fullAt.set(who, next);
    return true;
  };
};
