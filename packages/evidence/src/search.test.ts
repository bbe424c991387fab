import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEvidence } from './evidence.ts';

const { claims, search, claim } = createEvidence();
const ids = (query: string): string[] => search(query).map(({ id }) => id);

describe('search', () => {
  it.each([
    ['dairy acne', 'A23'],
    ['Dairy ACNE', 'A23'],
    ['milk pimples', 'A23'],
    ['sibo rosacea', 'B11'],
    ['aloe', 'B48'],
    ['yoghurt', 'A23'],
    ['glutn psoriasis', 'X04'],
    ['probiotics onion', 'B44'],
    ['how long for the skin of acne', 'A18'],
  ])('%s finds %s', (query, id) => {
    expect(ids(query)).toContain(id);
  });

  it('puts dairy and acne first, and needs both words where a claim has both', () => {
    expect(['A23', 'B26']).toContain(ids('dairy acne')[0]);
    expect(ids('dairy acne')).not.toContain('B28');
  });

  it('finds nothing rather than anything', () => {
    expect(ids('xyzzyplugh')).toEqual([]);
    expect(ids('the of')).toEqual([]);
    expect(ids('')).toEqual([]);
  });

  it('finds every claim by its own words', () => {
    for (const one of claims) expect(ids(one.words), one.id).toContain(one.id);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (query) => {
        for (const { id } of search(query)) expect(claim(id)).not.toBeNull();
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('knows an id in any case, and no other word', () => {
    expect(claim(' b11 ')?.id).toBe('B11');
    for (const id of ['Z01', 'constructor', '__proto__', '']) expect(claim(id)).toBeNull();
  });
});
