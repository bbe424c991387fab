import { describe, expect, it } from 'vitest';
import { type Citation, citationSchema, claimSchema } from './claim.ts';
import { createEvidence } from './evidence.ts';
import { forbiddenWord } from './plain-words.ts';

const { claims, claim } = createEvidence();
const numbered = (letter: string, last: number): string[] =>
  Array.from({ length: last }, (_, k) => `${letter}${String(k + 1).padStart(2, '0')}`);

const syllables = (word: string): number =>
  Math.max(
    1,
    word
      .toLowerCase()
      .replace(/e$/u, '')
      .match(/[aeiouy]+/gu)?.length ?? 1,
  );

/** Flesch & Kincaid 1975: school grade; grade 6 is an age of eleven to twelve. */
const grade = (text: string): number => {
  const sentences = text.split(/[.!?:;](?:\s|$)/u).filter((part) => part.trim() !== '');
  const words = text.match(/[\p{L}’'-]+/gu) ?? [];
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (sounds / words.length) - 15.59;
};

describe('the claims', () => {
  it('are all there, each once, with ids that stay', () => {
    expect(claims.map(({ id }) => id)).toEqual([
      ...numbered('A', 27),
      ...numbered('B', 58),
      ...numbered('X', 26),
    ]);
    expect(new Set(claims.map((one) => one.claim)).size).toBe(claims.length);
  });

  it.each([
    ['A06', 'contradicted', 'Four kinds of cells are missing'],
    ['A11', 'unsupported', 'not similar'],
    ['A12', 'unsupported', 'no such kind of acne'],
    ['A24', 'weak or mixed', 'say for whom'],
    ['A25', 'weak or mixed', 'say for whom'],
    ['A26', 'weak or mixed', 'say for whom'],
    ['B11', 'weak or mixed', 'about nine times in one clinic'],
    ['B42', 'partly', 'calls fermented food probiotic'],
    ['B44', 'needs rewording', 'Prebiotic foods are called probiotic'],
    ['B47', 'needs rewording', 'taken for MCT oil'],
    ['B48', 'weak or mixed', 'leaves out the harm'],
    ['B51', 'unsupported', 'not shown'],
  ])('%s is %s and says what the sentence gets wrong', (id, verdict, words) => {
    expect(claim(id)).toMatchObject({ verdict, correction: expect.stringContaining(words) });
  });

  it('say what is wrong with every common sentence that is not supported', () => {
    const common = claims.filter(({ id }) => id[0] !== 'X');
    expect(common).toHaveLength(85);
    for (const { id, verdict, correction } of common)
      expect(correction === undefined, id).toBe(verdict === 'supported');
  });

  it('count by verdict as they were graded', () => {
    const counts = new Map<string, number>();
    for (const { id, verdict } of claims)
      if (id[0] !== 'X') counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      partly: 21,
      'weak or mixed': 21,
      supported: 16,
      unsupported: 16,
      'needs rewording': 10,
      contradicted: 1,
    });
  });

  it('are plain to read', () => {
    const grades = claims.map(({ summary }) => grade(summary));
    const average = grades.reduce((a, b) => a + b, 0) / grades.length;
    expect(average).toBeLessThanOrEqual(6.5);
    for (const { id, summary, correction = '' } of claims) {
      for (const sentence of `${summary} ${correction}`.split(/(?<=[.!?])\s/u))
        expect(sentence.split(' ').length, `${id}: ${sentence}`).toBeLessThanOrEqual(28);
    }
  });

  it('point only at claims that exist', () => {
    for (const one of claims) {
      const said = [one.summary, one.correction, one.population, one.safety].join(' ');
      for (const [id] of said.matchAll(/\b[ABX]\d\d\b/gu)) expect(claim(id), one.id).not.toBeNull();
    }
  });
});

describe('the citations', () => {
  const cited = claims.flatMap(({ id, citations }) =>
    citations.map((citation) => [id, citation] as const),
  );

  it('can each be looked up, and say so when they are incomplete', () => {
    expect(cited).toHaveLength(264);
    for (const [id, { doi, pmid, pmcid, url }] of cited)
      expect(doi ?? pmid ?? pmcid ?? url, id).toBeDefined();
    for (const [id, { incomplete, authors, year, title }] of cited)
      if (!incomplete) expect([authors, year, title], id).not.toContain(undefined);
    expect(cited.filter(([, { incomplete }]) => incomplete)).toHaveLength(117);
  });

  it('are the same wherever the same work is cited', () => {
    const works = new Map<string, Citation>();
    for (const [id, citation] of cited) {
      const key = (citation.doi ?? citation.url)!;
      const earlier = works.get(key);
      if (earlier) expect(citation, id).toEqual(earlier);
      works.set(key, citation);
    }
    expect(works.size).toBe(139);
  });
});

describe('the schema', () => {
  const good = claims.find(({ id }) => id === 'A23')!;
  const { correction: _, ...uncorrected } = good;

  it.each([
    ['an unknown verdict', { ...good, verdict: 'true' }],
    ['an unknown field', { ...good, seed: 'x' }],
    ['no citation', { ...good, citations: [] }],
    ['an id of another form', { ...good, id: 'a23' }],
    ['a promise', { ...good, summary: 'This heals your skin.' }],
    ['advice', { ...good, safety: 'Avoid milk.' }],
    ['a control character', { ...good, claim: 'red\u001b[31m' }],
    ['no correction', uncorrected],
    [
      'an interval the wrong way',
      { ...good, effects: [{ what: 'x', value: 1, interval: [2, 1] }] },
    ],
    ['a comparison without a value', { ...good, effects: [{ what: 'x', control: 1 }] }],
  ])('refuses %s', (_name, claim) => {
    expect(claimSchema.safeParse(good).success).toBe(true);
    expect(claimSchema.safeParse(claim).success).toBe(false);
  });

  it.each([
    ['no place to look it up', { title: 'x', authors: 'A B', year: 2000 }],
    ['neither title nor description', { pmid: '1', incomplete: true }],
    ['a silent gap', { title: 'x', doi: '10.1000/1' }],
    ['an address that runs', { title: 'x', url: 'javascript:alert(1)', incomplete: true }],
    ['a DOI of another form', { title: 'x', doi: 'doi.org/1', incomplete: true }],
  ])('refuses a citation with %s', (_name, citation) => {
    expect(citationSchema.safeParse(citation).success).toBe(false);
  });
});

describe('forbidden words', () => {
  it.each([
    ['This heals the gut.', 'heals'],
    ['A treatment that works.', 'treatment'],
    ['Avoid milk.', 'Avoid'],
    ['Stop eating bread.', 'Stop eating'],
    ['You have a leaky gut.', 'leaky'],
    ['Cleanse the toxins.', 'Cleanse'],
  ])('%s', (text, word) => {
    expect(forbiddenWord(text)).toBe(word);
  });

  it.each([
    'Healthy adults drank milk.',
    'A “leaky gut” that “heals” is only a word.',
    'The curve.',
  ])('not in: %s', (text) => {
    expect(forbiddenWord(text)).toBeNull();
  });
});
