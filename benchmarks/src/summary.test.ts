import { describe, expect, it } from 'vitest';
import { baselinesOf, beyondLimit, compare, figureOf, spreadOf, tableOf } from './summary.ts';

describe('figures', () => {
  const figures = [
    figureOf('fit', 'seconds', [3, 1, 2], 1.5),
    figureOf('fit', 'calibrations', [4, 6]),
    figureOf('start', 'seconds', [0.2], 0.4),
  ];

  it('keep the least, the middle and the most', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ minimum: 1, median: 2, maximum: 3 });
    expect(spreadOf([4, 1, 2, 9])).toEqual({ minimum: 1, median: 3, maximum: 9 });
  });

  it('are held against their limits by the middle run', () => {
    expect(beyondLimit(figures)).toEqual(['fit']);
    expect(tableOf(figures)).toContain('1.5 **missed**');
    expect(tableOf(figures)).not.toContain('0.4 **missed**');
  });

  it('are compared by their best run in calibrations', () => {
    expect(baselinesOf(figures)).toEqual({ fit: 4 });
    expect(compare(figures, { fit: 4, gone: 1 })).toEqual([
      { name: 'fit', before: 4, now: 4, ratio: 1, slower: false },
    ]);
    expect(compare(figures, { fit: 2 })[0]!.slower).toBe(true);
    expect(compare(figures, {})).toEqual([]);
  });
});
