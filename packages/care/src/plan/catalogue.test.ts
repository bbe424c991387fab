import { createEvidence, forbiddenWord } from '@zonula/evidence';
import { pillars } from '@zonula/safety';
import { describe, expect, it } from 'vitest';
import { actionSchema, catalogue, neverSuggested, supportiveOptions } from './catalogue.ts';

const evidence = createEvidence();
const everything = [...catalogue, ...supportiveOptions, ...neverSuggested];
const textsOf = (thing: object): readonly string[] =>
  Object.entries(thing).flatMap(([field, value]) =>
    ['title', 'why', 'how', 'works', 'end', 'name', 'words'].includes(field) ? [value].flat() : [],
  ) as readonly string[];

describe('the catalogue', () => {
  it.each(everything.map((one) => [one.id, one] as const))(
    '%s names claims that exist',
    (_, { evidence: ids }) => {
      for (const id of ids) expect(evidence.claim(id), id).not.toBeNull();
    },
  );

  it.each(everything.map((one) => [one.id, one] as const))('%s speaks plainly', (_, one) => {
    for (const text of textsOf(one)) {
      expect(forbiddenWord(text), text).toBeNull();
      expect(text.replace(/“[^”]*”/gu, '')).not.toMatch(/\bheal\w*|must\b|should\b/iu);
      for (const sentence of text.split(/(?<=[.?:]) /u))
        expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(22);
    }
  });

  it('has every pillar, and every id once', () => {
    expect(new Set(catalogue.map(({ pillar }) => pillar))).toEqual(new Set(pillars));
    const ids = catalogue.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives everyone something without food in skin, sleep and stress', () => {
    for (const pillar of ['skin', 'sleep', 'stress'] as const)
      expect(catalogue.some((action) => action.pillar === pillar && action.food !== true)).toBe(
        true,
      );
  });

  it('keeps every action that names food from open warning signs', () => {
    const professional = new Set(catalogue.filter(({ pillar }) => pillar === 'professional'));
    for (const action of catalogue)
      if (action.food === true && !professional.has(action))
        expect(action.for.none, action.id).toContain('red-flag');
  });

  it('refuses what is no action', () => {
    const [first] = catalogue;
    expect(actionSchema.safeParse(first).success).toBe(true);
    for (const wrong of [
      { ...first, days: 0 },
      { ...first, days: 365 },
      { ...first, evidence: [] },
      { ...first, evidence: ['nothing'] },
      { ...first, pillar: 'money' },
      { ...first, for: { all: ['no such fact'] } },
      { ...first, how: [] },
      { ...first, brand: 'x' },
    ])
      expect(actionSchema.safeParse(wrong).success).toBe(false);
  });

  it('offers nothing harmful', () => {
    for (const one of [...catalogue, ...supportiveOptions])
      expect(JSON.stringify(textsOf(one))).not.toMatch(
        /aloe|\b\d+ ?(?:iu|µg|mg|g)\b|fasting|detox|laxative/iu,
      );
  });
});
