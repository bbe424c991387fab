import { addDays } from '@zonula/diary';
import { createEvidence } from '@zonula/evidence';
import { describe, expect, it } from 'vitest';
import { clocks, clocksOf } from './clocks.ts';
import { today } from './fixtures/people.ts';

const { claim } = createEvidence();
const at = (
  weeks: number,
  kind: 'shop' | 'prescribed',
  change: 'better' | 'same' | 'worse' | null = null,
) =>
  clocksOf(
    { conditions: ['acne'], acneCare: { kind, startedOn: addDays(today, -7 * weeks), change } },
    today,
    'UK',
  )
    .filter(({ state }) => state === 'now')
    .map(({ name }) => name);

describe('the clocks', () => {
  it('name only times that a claim of the evidence names', () => {
    expect(new Set(clocks.map(({ condition }) => condition))).toEqual(new Set(['acne']));
    for (const { evidence, from, to } of clocks) {
      const said = JSON.stringify(claim(evidence));
      for (const weeks of [from, to]) if (weeks !== null) expect(said).toContain(String(weeks));
      expect(said).toMatch(/weeks/u);
    }
  });

  it('for something from a shop: look at 6 to 8 weeks, then see someone unless it got better', () => {
    expect(at(5, 'shop')).toEqual([]);
    expect(at(6, 'shop')).toEqual(['noticeable']);
    expect(at(8, 'shop')).toEqual(['noticeable', 'see-someone']);
    expect(at(9, 'shop', 'same')).toEqual(['see-someone']);
    expect(at(30, 'shop', 'better')).toEqual([]);
  });

  it('for something prescribed: look at 6 to 8 weeks, review at 12', () => {
    expect(at(7, 'prescribed')).toEqual(['noticeable']);
    expect(at(9, 'prescribed', 'worse')).toEqual([]);
    expect(at(12, 'prescribed', 'better')).toEqual(['review']);
  });

  it('tell the days, and say nothing before them', () => {
    const [first, second] = clocksOf(
      {
        conditions: ['acne'],
        acneCare: { kind: 'prescribed', startedOn: '2026-03-01', change: null },
      },
      today,
      'US',
    );
    expect(first).toMatchObject({
      from: '2026-04-12',
      to: '2026-04-26',
      state: 'not-yet',
      text: null,
      evidence: 'A18',
    });
    expect(second).toMatchObject({ from: '2026-05-24', to: null });
  });

  it('run for acne only', () => {
    const acneCare = { kind: 'shop', startedOn: '2025-01-01', change: null } as const;
    for (const conditions of [null, [], ['eczema']] as const)
      expect(clocksOf({ conditions, acneCare }, today, 'UK')).toEqual([]);
    expect(clocksOf({ conditions: ['acne'], acneCare: null }, today, 'UK')).toEqual([]);
  });
});
