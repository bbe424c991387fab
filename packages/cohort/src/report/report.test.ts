import type { Diary } from '@zonula/diary';
import { createRandom } from '@zonula/numerics';
import { describe, expect, test } from 'vitest';
import { analysePerson, type PersonResult, personResultSchema } from '../analyse-person.ts';
import { inventDiary } from '../fixtures/people.ts';
import { normalLikelihood } from '../mixture/effect-likelihood.ts';
import { poolPersons } from '../pool-persons.ts';
import { momentsOf } from '../within-between/moments.ts';
import { contrastsCsv, exposuresCsv } from './csv.ts';
import { methodsText } from './methods.ts';
import { releaseOf } from './release.ts';
import type { Study } from './study.ts';

const study: Study = {
  version: '0.1.0',
  purpose: 'skin and food',
  grains: ['dish'],
  consents: [
    { wording: 'v2', agreed: 38, withdrawn: 1 },
    { wording: 'pilot', agreed: 2, withdrawn: 0 },
  ],
};
const random = createRandom(8);
/** Forty people; only the first eight write of figs, all but three of milk, all of =rice. */
const results = Array.from({ length: 40 }, (_, i): PersonResult => {
  const eats = ['food/=rice', ...(i < 8 ? ['food/figs'] : []), ...(i < 37 ? ['food/milk'] : [])];
  const days = Array.from({ length: 30 }, () => random.uniform());
  return {
    person: `p${100 + i}`,
    version: '0',
    seed: 1,
    outcome: 'skin/itch',
    days: 30,
    reasons: [],
    summaries: eats.map((exposure) => ({
      person: `p${100 + i}`,
      exposure,
      outcome: 'skin/itch',
      measure: 'peak',
      daysWith: 10,
      daysWithout: 20,
      likelihood: normalLikelihood(0.03 * random.normal(), 0.03),
      delay: null,
    })),
    contrasts: eats.map((exposure) => ({
      exposure,
      moments: momentsOf(
        days.map((u) => (u < 0.2 + i / 80 ? 1 : 0)),
        days.map(() => random.uniform() + i / 40),
      ),
    })),
  };
});

describe('what leaves the room', () => {
  const pooled = poolPersons(results);
  const released = releaseOf(pooled);
  const everything = JSON.stringify(released) + exposuresCsv(released) + contrastsCsv(released);

  test('is nobody, and nothing about few or about all but few', () => {
    expect(everything).not.toMatch(/p1\d\d/u);
    expect(everything).not.toContain('figs');
    expect(everything).not.toContain('milk');
    expect(released.exposures.map(({ exposure }) => exposure)).toEqual(['food/=rice']);
    expect(released.heldBack).toEqual({ exposures: 2, contrasts: 2 });
    expect(released.people).toBe(40);
    expect(() => releaseOf(poolPersons(results.slice(0, 9)))).toThrow(RangeError);
    expect(() => releaseOf(pooled, 1)).toThrow(RangeError);
    expect(releaseOf(pooled, 3).exposures).toHaveLength(3);
  });

  test('holds no figure of a model that leaves out a few, where the differences leave out enough', () => {
    const rarely = [...Array(20).fill(0), 1];
    const mixed = results.map((one, i) => ({
      ...one,
      contrasts: one.contrasts.map(({ exposure, moments }) =>
        // Twelve people have milk on a single day: in the model, but with too few days for a difference.
        exposure === 'food/milk' && i < 12
          ? {
              exposure,
              moments: momentsOf(
                rarely,
                rarely.map(() => random.uniform()),
              ),
            }
          : { exposure, moments },
      ),
    }));
    const milk = releaseOf(poolPersons(mixed)).contrasts.find(
      ({ exposure }) => exposure === 'food/milk',
    );
    expect(milk).toMatchObject({ people: 25, within: null, between: null });
    const [judged, few] = [results, results.map((one) => ({ ...one, summaries: [] }))].map(
      (people) => releaseOf(poolPersons(people)).judged,
    );
    expect({ judged, few }).toEqual({ judged: 40, few: null });
  });

  test('holds within and between, the pooled difference named as what it is', () => {
    const [rice] = released.contrasts;
    expect(rice!.pooled).toBeGreaterThan(rice!.withinPerson + 0.02);
    expect(rice!.between!.mean).toBeGreaterThan(rice!.within!.mean);
    expect(contrastsCsv(released).split('\r\n')[0]).toContain('pooled_difference_not_an_effect');
  });

  test('is a table that no spreadsheet takes for a formula', () => {
    const rows = exposuresCsv(released).trimEnd().split('\r\n');
    expect(rows).toHaveLength(2);
    expect(rows[0]!.split(',')).toHaveLength(rows[1]!.split(',').length);
    expect(
      exposuresCsv({ ...released, exposures: [{ ...released.exposures[0]!, exposure: '=1+1' }] }),
    ).toContain("\r\n'=1+1,");
  });

  test('says how it was made', () => {
    const text = methodsText(released, study).join('\n');
    expect(text).toContain('fewer than 10 people');
    expect(text).toContain('sceptical');
  });

  test('the order of the people changes nothing; nobody counts twice', () => {
    expect(JSON.stringify(releaseOf(poolPersons([...results].reverse())))).toBe(
      JSON.stringify(released),
    );
    expect(() => poolPersons([...results, results[0]!])).toThrow(RangeError);
  });
});

describe('one person', () => {
  const diary: Diary = {
    observations: inventDiary({ days: 60, effect: 2, others: 1 }, createRandom(4)),
    scales: new Map([['skin/itch', { min: 0, max: 10, inferred: false }]]),
    warnings: [],
  };
  const options = { person: 'a', version: '0', seed: 1 };

  test('is the same each time, and keeps no day', () => {
    const got = analysePerson(diary, options);
    expect(analysePerson(diary, options)).toEqual(got);
    expect(personResultSchema.parse(JSON.parse(JSON.stringify(got)))).toEqual(got);
    expect(JSON.stringify(got)).not.toContain('2024-');
    expect(got.contrasts.find(({ exposure }) => exposure === 'food/cheese')!.moments.days).toBe(60);
    expect(got.outcome).toBe('skin/itch');
  });

  test('without discovery, or without the score, says less', () => {
    const counted = analysePerson(diary, { ...options, discovery: false });
    expect(counted.summaries).toEqual([]);
    expect(counted.contrasts.length).toBe(2);
    const other = analysePerson(diary, { ...options, outcome: 'skin/redness' });
    expect(other).toMatchObject({ reasons: ['no-outcome'], contrasts: [], summaries: [] });
  });
});
