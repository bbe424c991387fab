import { UnusableInput } from '@zonula/diary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaGrade } from './area-and-severity.ts';
import { extentOf, regionExtents, ruleOfNines, surfaceOf, zones } from './body-map.ts';
import { changeBetween, worthNoticing } from './change.ts';
import published from './fixtures/published.json' with { type: 'json' };
import { instrumentOf, instruments, scoreAnswers } from './score.ts';
import { vigaAdScale } from './viga-ad.ts';

type Region = Record<string, number>;
const regionNames = ['head', 'arms', 'trunk', 'legs'] as const;

const halves = fc.constantFrom(0, 1, 1.5, 2, 2.5, 3);
const upTo = (most: number) => fc.integer({ min: 0, max: most });

/** A region whose signs count only where there is some area. */
const region = (signs: readonly string[], sign: fc.Arbitrary<number>) =>
  fc.tuple(upTo(6), ...signs.map(() => sign)).map(([area, ...values]) => ({
    area,
    ...Object.fromEntries(signs.map((name, k) => [name, area === 0 ? 0 : values[k]!])),
  })) as fc.Arbitrary<Region>;

const four = (one: fc.Arbitrary<Region>) =>
  fc.record({ head: one, arms: one, trunk: one, legs: one });

const easiSigns = ['erythema', 'papulation', 'excoriation', 'lichenification'];
const pasiSigns = ['erythema', 'induration', 'scaling'];
const scoradSigns = [
  'erythema',
  'papulation',
  'oozing',
  'excoriation',
  'lichenification',
  'dryness',
];
const sites = ['forehead', 'rightCheek', 'leftCheek', 'nose', 'chin', 'chestAndUpperBack'];
const each = (names: readonly string[], value: fc.Arbitrary<number>) =>
  fc.record(Object.fromEntries(names.map((name) => [name, value])));

const answersOf: Readonly<Record<string, fc.Arbitrary<Record<string, unknown>>>> = {
  easi: fc
    .tuple(fc.double({ min: 0, max: 99, noNaN: true }), four(region(easiSigns, halves)))
    .map(([age, regions]) => ({ age, ...regions })),
  pasi: four(region(pasiSigns, upTo(4))),
  scorad: fc
    .tuple(
      fc.double({ min: 0, max: 100, noNaN: true }),
      each(scoradSigns, upTo(3)),
      each(['itch', 'sleeplessness'], fc.double({ min: 0, max: 10, noNaN: true })),
    )
    .map(([extent, signs, symptoms]) => ({ extent, ...signs, ...symptoms })),
  gags: each(sites, upTo(4)),
  'viga-ad': each(['grade'], upTo(4)),
  poem: each(['total'], upTo(28)),
  dlqi: each(['total'], upTo(30)),
  'ibs-sss': each(['total'], upTo(500)),
};

/** Every number of a form, with the way to it. */
const numbersOf = (value: unknown, path: readonly string[] = []): (readonly string[])[] => {
  if (typeof value === 'number') return [path];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    numbersOf(inner, [...path, key]),
  );
};
const changed = (
  value: unknown,
  [key, ...rest]: readonly string[],
  to: (n: number) => unknown,
): unknown =>
  key === undefined
    ? to(value as number)
    : { ...(value as object), [key]: changed((value as Region)[key], rest, to) };

const total = (id: string, answers: unknown) => scoreAnswers(id, answers, 'form').total;
const refusal = (id: string, answers: unknown): string => {
  try {
    scoreAnswers(id, answers, 'form.json');
  } catch (error) {
    if (error instanceof UnusableInput) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('published scores', () => {
  for (const { instrument, what, answers, total: expected, source } of published)
    it(`${instrument}: ${what}`, () => {
      expect(source).not.toBe('');
      expect(scoreAnswers(instrument, answers, 'form').total).toBe(expected);
    });

  it('turns per cent of a region into the published grades of area', () => {
    const grades = [0, 0.5, 9.9, 10, 29.9, 30, 49.9, 50, 69.9, 70, 89.9, 90, 100].map(areaGrade);
    expect(grades).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]);
  });

  it('weighs the head more and the legs less up to seven years', () => {
    const none = { area: 0, erythema: 0, papulation: 0, excoriation: 0, lichenification: 0 };
    const full = { area: 6, erythema: 3, papulation: 3, excoriation: 3, lichenification: 3 };
    const only = (name: string, age: number) =>
      total('easi', {
        age,
        ...Object.fromEntries(regionNames.map((one) => [one, one === name ? full : none])),
      });
    expect(regionNames.map((name) => only(name, 7.9))).toEqual([14.4, 14.4, 21.6, 21.6]);
    expect(regionNames.map((name) => only(name, 8))).toEqual([7.2, 14.4, 21.6, 28.8]);
  });
});

describe('bands', () => {
  const bandAt = (id: string, value: number) =>
    instrumentOf(id)!.bands.find(({ upTo: limit }) => value <= limit)?.name;

  it('are the published ones at their edges', () => {
    const edges: readonly (readonly [string, readonly (readonly [number, string])[]])[] = [
      [
        'easi',
        [
          [0, 'clear'],
          [0.1, 'almost clear'],
          [1, 'almost clear'],
          [1.1, 'mild'],
          [7, 'mild'],
          [7.1, 'moderate'],
          [21, 'moderate'],
          [21.1, 'severe'],
          [50, 'severe'],
          [50.1, 'very severe'],
        ],
      ],
      [
        'scorad',
        [
          [9.9, 'clear'],
          [10, 'mild'],
          [28.9, 'mild'],
          [29, 'moderate'],
          [48.9, 'moderate'],
          [49, 'severe'],
        ],
      ],
      [
        'gags',
        [
          [0, 'none'],
          [1, 'mild'],
          [18, 'mild'],
          [19, 'moderate'],
          [30, 'moderate'],
          [31, 'severe'],
          [38, 'severe'],
          [39, 'very severe'],
        ],
      ],
      [
        'poem',
        [
          [2, 'clear or almost clear'],
          [3, 'mild'],
          [8, 'moderate'],
          [17, 'severe'],
          [25, 'very severe'],
        ],
      ],
      [
        'dlqi',
        [
          [1, 'no effect on life'],
          [2, 'small effect'],
          [6, 'moderate effect'],
          [11, 'very large effect'],
          [21, 'extremely large effect'],
        ],
      ],
      [
        'ibs-sss',
        [
          [74, 'below 75'],
          [75, 'mild'],
          [176, 'moderate'],
          [301, 'severe'],
        ],
      ],
    ];
    for (const [id, list] of edges)
      for (const [value, name] of list) expect(bandAt(id, value), `${id} ${value}`).toBe(name);
  });

  it('leave no gap and end at the highest total', () => {
    for (const { bands, max } of instruments) {
      const limits = bands.map(({ upTo: limit }) => limit);
      expect(limits).toEqual([...limits].sort((a, b) => a - b));
      if (bands.length > 0) expect(limits.at(-1)).toBe(max);
    }
  });
});

describe.each(Object.keys(answersOf))('%s', (id) => {
  const arbitrary = answersOf[id]!;
  const instrument = instrumentOf(id)!;

  it('stays within its range, sums its parts and never falls when an answer rises', () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(), (answers, pick) => {
        const before = scoreAnswers(id, answers, 'form');
        expect(before.total).toBeGreaterThanOrEqual(instrument.min);
        expect(before.total).toBeLessThanOrEqual(instrument.max);
        const parts = before.parts.reduce((sum, { points }) => sum + points, 0);
        expect(parts).toBeCloseTo(before.total, 2);
        if (instrument.bands.length > 0) expect(before.band).not.toBeNull();
        const paths = numbersOf(answers).filter((path) => path[0] !== 'age');
        const path = paths[pick % paths.length]!;
        for (const step of [0.5, 1]) {
          const more = changed(answers, path, (n) => n + step);
          if (refusal(id, more) === 'accepted')
            expect(total(id, more)).toBeGreaterThanOrEqual(before.total);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('refuses an answer out of range, of another kind or left out, and names the item', () => {
    fc.assert(
      fc.property(
        arbitrary,
        fc.nat(),
        fc.constantFrom<unknown>(-1, 501, '2', null, undefined, Number.NaN, 0.25),
        (answers, pick, wrong) => {
          const paths = numbersOf(answers);
          const path = paths[pick % paths.length]!;
          // A quarter is a number like others where any number may stand.
          fc.pre(wrong !== 0.25 || !/age|extent|itch|sleeplessness/u.test(path.join()));
          const line = refusal(
            id,
            changed(answers, path, () => wrong),
          );
          expect(line).toContain(`form.json: ${path.join('.')}: expected`);
          expect(line).not.toContain('\n');
        },
      ),
      { seed: 2, numRuns: 200 },
    );
    expect(refusal(id, { surprise: 1 })).not.toBe('accepted');
    expect(refusal(id, null)).toContain('form.json: expected');
  });
});

it('refuses a sign without area, both kinds of area, and an instrument that there is not', () => {
  const clear = { area: 0, erythema: 0, induration: 0, scaling: 0 };
  const body = { head: clear, arms: clear, trunk: clear, legs: clear };
  expect(refusal('pasi', { ...body, arms: { ...clear, scaling: 2 } })).toBe(
    'form.json: arms.area: expected more than 0, since scaling is 2, found 0',
  );
  expect(refusal('pasi', { ...body, legs: { ...clear, percent: 3 } })).toContain(
    'legs.area: expected either area or percent',
  );
  expect(refusal('pasi', { ...body, wings: clear })).toContain('wings: there is no such field');
  expect(refusal('pest', {})).toContain('there is no instrument pest');
});

describe('the body map', () => {
  const ages = [0, 0.9, 1, 4, 5, 9, 10, 14, 15, 17, 18, 40];

  it('adds up to 100 % of the body at every age', () => {
    for (const age of ages)
      expect(
        zones.reduce((sum, { id }) => sum + surfaceOf(id, age), 0),
        `${age}`,
      ).toBeCloseTo(100, 9);
    expect(Object.values(ruleOfNines).reduce((sum, share) => sum + share, 0)).toBe(100);
  });

  it('holds the numbers of the chart', () => {
    const front = (id: string) => [0, 1, 5, 10, 15, 30].map((age) => surfaceOf(id, age));
    expect(front('head-front')).toEqual([9.5, 8.5, 6.5, 5.5, 4.5, 3.5]);
    expect(front('left-thigh-back')).toEqual([2.75, 3.25, 4, 4.25, 4.5, 4.75]);
    expect(front('right-lower-leg-front')).toEqual([2.5, 2.5, 2.75, 3, 3.25, 3.5]);
    expect(() => surfaceOf('tail', 30)).toThrow('there is no zone tail');
  });

  it('measures extent and regions, never beyond 0 to 100', () => {
    const affected = fc
      .array(
        fc.tuple(fc.constantFrom(...zones.map(({ id }) => id)), fc.integer({ min: 0, max: 100 })),
      )
      .map((list) => new Map(list));
    fc.assert(
      fc.property(affected, fc.integer({ min: 0, max: 80 }), (map, age) => {
        const extent = extentOf(map, age);
        const shares = regionExtents(map, age);
        expect(extent).toBeGreaterThanOrEqual(0);
        expect(extent).toBeLessThanOrEqual(100 + 1e-9);
        const weights = Object.fromEntries(
          regionNames.map((name) => [
            name,
            zones
              .filter(({ region: own }) => own === name)
              .reduce((sum, { id }) => sum + surfaceOf(id, age), 0),
          ]),
        );
        const again = regionNames.reduce(
          (sum, name) => sum + (shares[name] * weights[name]!) / 100,
          0,
        );
        expect(again).toBeCloseTo(extent, 9);
      }),
      { seed: 3, numRuns: 200 },
    );
    expect(extentOf(new Map(zones.map(({ id }) => [id, 100])), 6)).toBeCloseTo(100, 9);
    expect(() => extentOf(new Map([['tail', 5]]), 30)).toThrow('zones.tail');
    expect(() => extentOf(new Map([['head-front', 101]]), 30)).toThrow('0 to 100');
  });
});

describe('the change that matters', () => {
  it('is the published one, at any start', () => {
    const felt = (id: string, from: number, to: number) =>
      changeBetween(instrumentOf(id)!, from, to);
    expect(felt('easi', 20, 10)).toMatchObject({
      points: -10,
      direction: 'better',
      meaningful: true,
    });
    expect(felt('easi', 20, 10.1).meaningful).toBe(false);
    expect(felt('scorad', 40, 26).meaningful).toBe(true);
    expect(felt('poem', 12, 14).meaningful).toBe(false);
    expect(felt('poem', 12, 15)).toMatchObject({ direction: 'worse', meaningful: true });
    expect(felt('dlqi', 9, 5).meaningful).toBe(true);
    expect(felt('ibs-sss', 300, 251).meaningful).toBe(false);
    expect(felt('pasi', 30, 3)).toMatchObject({ meaningful: null, needed: null });
    expect(felt('easi', 0, 0)).toMatchObject({ direction: 'same', meaningful: false });
  });

  it('in a daily score is half the spread of the days, never less than what is published', () => {
    expect(worthNoticing([2, 4, 6])).toBe(1);
    expect(worthNoticing([2, 4, 6], 2)).toBe(2);
    expect(worthNoticing([5])).toBeNull();
    expect(worthNoticing([], 3)).toBe(3);
  });
});

it('names who holds the rights of every instrument', () => {
  for (const { rights, sources, id } of instruments) {
    expect(sources.length, id).toBeGreaterThan(0);
    if (rights.status === 'licensed') expect(rights.holder).not.toBe('');
  }
  const { rights } = instrumentOf('viga-ad')!;
  expect(rights).toMatchObject({ status: 'unchanged', licence: 'CC BY-ND 4.0' });
  expect(vigaAdScale.map(({ grade }) => grade)).toEqual([0, 1, 2, 3, 4]);
});
