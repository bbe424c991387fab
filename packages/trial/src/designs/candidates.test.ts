import { createRandom } from '@zonula/numerics';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  drawAssignment,
  longestWithout,
  periodsOf,
  smallestPossibleP,
  type TrialDesign,
  trialDays,
} from '../design.ts';
import { candidateDesigns, type Wanted } from './candidates.ts';
import { designProblems } from './rules.ts';
import { settlingDays } from './settling.ts';

const quick: Wanted = {
  food: true,
  pace: 'fast',
  response: { curve: [0.2, 0.6, 0.2], delay: { mean: 1, interval: [0.7, 1.3] } },
  keepUsual: [],
  baselineKnown: true,
};
const weeks: Wanted = {
  ...quick,
  pace: 'slow',
  response: {
    curve: Array.from({ length: 43 }, (_, day) => Math.exp(-0.5 * ((day - 24) / 5) ** 2)),
    delay: { mean: 24, interval: [18, 30] },
  },
};

const kinds = (designs: readonly TrialDesign[]) => new Set(designs.map(({ kind }) => kind));

it('asks for no more days than the response needs', () => {
  expect(settlingDays(quick.response, 0.8)).toBe(1);
  expect(settlingDays(weeks.response, 0.8)).toBeGreaterThan(27);
  expect(settlingDays({ curve: [0, 0], delay: quick.response.delay }, 0.8)).toBe(0);
});

it('offers elimination and crossover for a quick food, shortest first', () => {
  const designs = candidateDesigns(quick);
  expect(kinds(designs)).toEqual(
    new Set(['randomised-pairs', 'randomised-periods', 'elimination-reintroduction']),
  );
  const days = designs.map(trialDays);
  expect(days).toEqual([...days].sort((a, b) => a - b));
  for (const design of designs) {
    expect(smallestPossibleP(design)).toBeLessThanOrEqual(0.05);
    if (design.kind === 'elimination-reintroduction')
      expect([14, 21, 28]).toContain(design.eliminationDays);
  }
});

it('finds nothing bearable where the skin takes weeks to answer', () => {
  expect(candidateDesigns(weeks)).toEqual([]);
});

it('leaves acne and psoriasis 6 to 8 weeks, with a stop half-way', () => {
  const out = candidateDesigns({ ...quick, pace: 'slow' }).filter(
    (design) => design.kind === 'elimination-reintroduction',
  );
  expect(out.length).toBeGreaterThan(0);
  for (const design of out)
    expect([
      [42, 21],
      [56, 28],
    ]).toContainEqual([design.eliminationDays, design.midStop]);
});

it('varies one member of a set in pairs and leaves the others', () => {
  const designs = candidateDesigns({ ...quick, keepUsual: ['food/pizza'] });
  expect(kinds(designs)).toEqual(new Set(['one-member-of-a-set']));
  expect(designs[0]).toMatchObject({ keepUsual: ['food/pizza'] });
});

it('alternates what is not eaten, at most two alike in a row', () => {
  const designs = candidateDesigns({ ...quick, food: false });
  expect(kinds(designs)).toContain('alternating');
  expect(kinds(designs)).not.toContain('elimination-reintroduction');
});

it('uses three days out of and into a food only where the response has ended by then', () => {
  const slower: Wanted = {
    ...quick,
    response: { curve: [0, 0, 1, 1, 1, 1], delay: { mean: 3.5, interval: [3, 4] } },
  };
  const shortest = (designs: readonly TrialDesign[]) =>
    Math.min(...designs.map(({ washoutDays, periodDays }) => washoutDays + periodDays));
  expect(shortest(candidateDesigns(quick))).toBe(3);
  expect(shortest(candidateDesigns(slower))).toBeGreaterThan(3);
});

const base = { baselineDays: 0, washoutDays: 2, periodDays: 5, looks: [] };

it.each([
  ['pairs', { ...base, kind: 'randomised-pairs', pairs: 4 }],
  ['periods', { ...base, kind: 'randomised-periods', periods: 6, longestRun: 3 }],
  ['periods', { ...base, kind: 'randomised-periods', periods: 9, longestRun: 3 }],
  ['pairs', { ...base, kind: 'randomised-pairs', pairs: 6.5 }],
  ['pairs', { ...base, kind: 'randomised-pairs', pairs: 20 }],
  ['periodDays', { ...base, kind: 'randomised-pairs', pairs: 6, periodDays: 0 }],
  ['periodDays', { ...base, kind: 'randomised-pairs', pairs: 6, periodDays: 27 }],
  ['looks', { ...base, kind: 'randomised-pairs', pairs: 6, looks: [8, 6] }],
  [
    'baselineDays',
    {
      ...base,
      kind: 'elimination-reintroduction',
      eliminationDays: 28,
      midStop: null,
      repeats: 4,
      order: 'free',
    },
  ],
  [
    'repeats',
    {
      ...base,
      kind: 'elimination-reintroduction',
      baselineDays: 14,
      eliminationDays: 28,
      midStop: null,
      repeats: 1,
      order: 'free',
    },
  ],
  [
    'midStop',
    {
      ...base,
      kind: 'elimination-reintroduction',
      baselineDays: 14,
      eliminationDays: 42,
      midStop: null,
      repeats: 4,
      order: 'free',
    },
  ],
] as const)('refuses a design and names %s', (field, design) => {
  expect(designProblems(design as TrialDesign, { food: true })[0]?.field).toBe(field);
});

it('lets six pairs pass', () => {
  expect(designProblems({ ...base, kind: 'randomised-pairs', pairs: 6 }, { food: true })).toEqual(
    [],
  );
});

const daysOut = (design: TrialDesign, seed: number): number => {
  let run = 0;
  let longest = 0;
  for (const { arm, days } of periodsOf(design, drawAssignment(design, createRandom(seed)))) {
    run = arm === 'without' ? run + days : 0;
    longest = Math.max(longest, run);
  }
  return longest;
};

const wanteds = fc.record({
  food: fc.boolean(),
  pace: fc.constantFrom('fast' as const, 'slow' as const),
  response: fc.record({
    curve: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 43 }),
    delay: fc.record({
      mean: fc.double({ min: 0, max: 20, noNaN: true }),
      interval: fc.tuple(
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.double({ min: 10, max: 30, noNaN: true }),
      ),
    }),
  }),
  keepUsual: fc.constantFrom<readonly string[]>([], ['food/pizza']),
  baselineKnown: fc.boolean(),
});

it('never lets periods overlap, nor a food be out for more than eight weeks', () => {
  fc.assert(
    fc.property(wanteds, fc.integer({ min: 0, max: 1e6 }), (wanted, seed) => {
      const designs = candidateDesigns(wanted);
      fc.pre(designs.length > 0);
      const design = designs[seed % designs.length]!;
      const out = daysOut(design, seed);
      expect(out).toBeLessThanOrEqual(longestWithout(design));
      if (wanted.food) expect(out).toBeLessThanOrEqual(56);
      expect(trialDays(design)).toBeLessThanOrEqual(182);
      let day = 0;
      for (const { start, days } of periodsOf(design, drawAssignment(design, createRandom(seed)))) {
        expect(start).toBe(day);
        expect(days).toBeGreaterThan(0);
        day += days;
      }
      expect(day).toBe(trialDays(design));
    }),
    { seed: 1, numRuns: 150 },
  );
});
