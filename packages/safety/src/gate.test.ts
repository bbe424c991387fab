import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { conditions } from './answers.ts';
import { countryProfiles } from './country.ts';
import { allClear, diaryOf, person, today } from './fixtures/people.ts';
import {
  type AllowedElimination,
  type AllowedTrial,
  duties,
  isAllowed,
  mayEliminate,
  mayReintroduce,
  mayTry,
  mostDaysOut,
} from './gate.ts';
import { gateReason } from './gate-reasons.ts';
import { unaskedProfile } from './profile.ts';
import { redFlags } from './red-flags.ts';

const citrus = { exposure: 'class/citrus', classes: ['citrus'], days: 28, alsoOut: [] };
const gluten = { exposure: 'class/gluten', classes: ['gluten'], days: 28, alsoOut: [] };

describe('leave to go without a food', () => {
  it('comes from the gate, for one food and a time, with duties', () => {
    const { allowed, value, blockedBy, reasons } = mayEliminate(person(), citrus);
    expect({ allowed, blockedBy, reasons }).toEqual({ allowed: true, blockedBy: [], reasons: [] });
    expect(value).toEqual({ exposure: 'class/citrus', days: 28, duties: [...duties] });
    expect(isAllowed(value)).toBe(true);
    expect(Object.isFrozen(value)).toBe(true);
    expectTypeOf(value).toEqualTypeOf<AllowedElimination | null>();
  });

  it('cannot be made otherwise: no literal, no copy, no file', () => {
    // @ts-expect-error a literal is no leave
    const written: AllowedElimination = { exposure: 'class/citrus', days: 28, duties };
    // @ts-expect-error nor is one for a trial
    const trial: AllowedTrial = {
      exposure: 'class/citrus',
      elimination: null,
      reintroduction: null,
    };
    const { value } = mayEliminate(person(), citrus);
    for (const forged of [
      written,
      trial,
      { ...value },
      Object.freeze({ ...value }),
      JSON.parse(JSON.stringify(value)),
      structuredClone(value),
      null,
      'x',
    ])
      expect(isAllowed(forged)).toBe(false);
    expect(isAllowed(mayEliminate(person({ ageBand: 'under-18' }), citrus).value)).toBe(false);
  });

  it('is not given where nothing was asked', () => {
    const nobody = { ...person(), profile: unaskedProfile };
    const { allowed, blockedBy } = mayEliminate(nobody, gluten);
    expect(allowed).toBe(false);
    for (const field of [
      'ageBand',
      'pregnancy',
      'eatingDisorder',
      'weight',
      'foodAllergies',
      'diabetesMedicine',
      'coeliacTest',
    ])
      expect(blockedBy).toContain(`not-asked:${field}`);
    expect(mayReintroduce(nobody, gluten).allowed).toBe(false);
    expect(mayTry(nobody, gluten).allowed).toBe(false);
  });

  it.each(
    redFlags.filter(({ question }) => question !== null).map((flag) => [flag.id, flag] as const),
  )(
    '%s: a yes or a missing answer shuts what the table says',
    (id, { blocks, conditions: only, ageBand }) => {
      const profile = {
        conditions: only ?? [],
        ageBand: ageBand ?? ('18-59' as const),
        coeliacTest: 'negative' as const,
      };
      const shut = (answer: 'yes' | 'no' | null, request: typeof citrus) =>
        mayEliminate(
          person({
            ...profile,
            redFlags: { askedOn: today, answers: { ...allClear, [id]: answer } },
          }),
          request,
        ).blockedBy;
      for (const request of [citrus, gluten]) {
        const blocked = blocks === 'food' || (blocks === 'gluten' && request === gluten);
        expect(shut('yes', request)).toEqual(blocked ? [`red-flag:${id}`] : []);
        expect(shut(null, request)).toEqual(blocked ? [`not-asked:redFlags.${id}`] : []);
        expect(shut('no', request)).toEqual([]);
      }
    },
  );

  it('ends when an entry raises the question again', () => {
    const diary = diaryOf([[today, 'note', 'lunch', null, 'my lips swelled up']]);
    expect(mayEliminate(person({}, diary), citrus).blockedBy).toEqual([
      'not-asked:redFlags.anaphylaxis',
    ]);
  });

  it('counts the days behind, and refuses days that are none', () => {
    const days = (ahead: number, daysOutAlready: number) =>
      mayEliminate(person(), { ...citrus, days: ahead, daysOutAlready }).blockedBy;
    expect(days(mostDaysOut, 0)).toEqual([]);
    expect(days(mostDaysOut - 10, 10)).toEqual([]);
    expect(days(mostDaysOut - 10, 11)).toEqual(['longer-than-8-weeks']);
    for (const wrong of [0, -1, 1.5, Number.NaN]) expect(() => days(wrong, 0)).toThrow(RangeError);
    expect(() => days(1, -1)).toThrow(RangeError);
  });

  it('lets the same food run on, and no second one', () => {
    expect(mayEliminate(person(), { ...citrus, alsoOut: ['class/citrus'] }).allowed).toBe(true);
    expect(mayEliminate(person(), { ...citrus, alsoOut: ['class/egg'] }).blockedBy).toEqual([
      'one-food-at-a-time',
    ]);
  });

  it('takes a known coeliac disease for a positive test', () => {
    const known = person({ conditions: ['coeliac-disease'], coeliacTest: null });
    expect(mayEliminate(known, gluten).blockedBy).toEqual(['coeliac-disease']);
    expect(mayReintroduce(known, gluten).blockedBy).toEqual(['coeliac-disease']);
  });
});

describe('going with and without by turns', () => {
  const child = person({ ageBand: 'under-18', eatingDisorder: 'present' });
  const other = (exposure: string, classes: readonly string[] | null = null) => ({
    exposure,
    classes,
    days: 14,
    alsoOut: [],
  });

  it('holds both leaves for a food', () => {
    const { value } = mayTry(person(), citrus);
    expect([value, value?.elimination, value?.reintroduction].map(isAllowed)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('stays open for sleep, stress and skincare', () => {
    for (const id of ['sleep/hours', 'stress/level', 'skincare/cream']) {
      expect(mayTry(child, other(id)).value).toMatchObject({
        elimination: null,
        reintroduction: null,
      });
      const ill = person({
        redFlags: { askedOn: today, answers: { ...allClear, anaphylaxis: 'yes' } },
      });
      expect(mayTry(ill, other(id)).blockedBy).toEqual(['red-flag:anaphylaxis']);
    }
  });

  it('takes what is swallowed for food, unless it is known to hold none', () => {
    expect(mayTry(child, other('supplement/zinc', [])).allowed).toBe(true);
    for (const [id, classes] of [
      ['supplement/shake', ['whey', 'dairy']],
      ['supplement/x', null],
      ['habit/no bread', null],
      ['food/x', []],
    ] as const)
      expect(mayTry(child, other(id, classes)).blockedBy).toContain('under-18');
  });

  it('never with a medicine', () => {
    expect(mayTry(person(), other('medication/ibuprofen')).blockedBy).toEqual(['medicine']);
  });
});

describe('reasons', () => {
  it('say why and a way out for every code that a gate gives, in every country', () => {
    const answers = fc.record({
      country: fc.constantFrom(null, 'GB', 'US', 'DE', 'JP'),
      ageBand: fc.constantFrom(null, 'under-18', '18-59', '60-or-over'),
      pregnancy: fc.constantFrom(null, 'no', 'unsure', 'pregnant', 'breastfeeding'),
      eatingDisorder: fc.constantFrom(null, 'never', 'past', 'present'),
      weight: fc.constantFrom(null, 'low', 'not-low'),
      foodAllergies: fc.constantFrom(null, [], ['egg']),
      diabetesMedicine: fc.constantFrom(null, 'yes', 'no'),
      coeliacTest: fc.constantFrom(null, 'not-tested', 'negative', 'positive'),
      conditions: fc.option(fc.subarray([...conditions])),
      redFlags: fc.option(
        fc.record({
          askedOn: fc.constant(today),
          answers: fc.dictionary(
            fc.constantFrom(...Object.keys(allClear)),
            fc.constantFrom('yes', 'no'),
          ),
        }),
      ),
    });
    const request = fc.record({
      exposure: fc.constantFrom('food/x', 'class/gluten', 'habit/walk', 'medication/x'),
      classes: fc.constantFrom(null, [], ['gluten'], ['milk', 'egg', 'peanut']),
      days: fc.integer({ min: 1, max: 80 }),
      alsoOut: fc.constantFrom([], ['food/y']),
    });
    fc.assert(
      fc.property(answers, request, (profile, wanted) => {
        const someone = person(profile as Parameters<typeof person>[0]);
        for (const { allowed, blockedBy, reasons, value } of [
          mayEliminate(someone, wanted),
          mayReintroduce(someone, wanted),
          mayTry(someone, wanted),
        ]) {
          expect(allowed).toBe(blockedBy.length === 0);
          expect(isAllowed(value)).toBe(allowed);
          expect(reasons.map(({ code }) => code)).toEqual(blockedBy);
          expect(new Set(blockedBy).size).toBe(blockedBy.length);
          for (const { text, wayOut } of reasons) {
            expect(text).toMatch(/\.$/u);
            expect(wayOut).toMatch(/[.?]$/u);
            expect(text + wayOut).not.toMatch(/[{}]|undefined/u);
          }
        }
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('has no words for a code that no gate gives', () => {
    for (const code of ['', 'x', 'not-asked:x', 'not-asked:constructor', 'red-flag:x', '__proto__'])
      for (const country of countryProfiles)
        expect(() => gateReason(code, country)).toThrow(RangeError);
  });
});
