import { forbiddenWord } from '@zonula/evidence';
import { type Person, type Profile, redFlags } from '@zonula/safety';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import { askedProfile, meals, namesOf, optionsOf, personOf, today } from './fixtures/people.ts';
import { makePlan, mostActions, type Plan } from './make-plan.ts';
import { planSchema } from './plan-schema.ts';

const asked = (answers: object, rest: object = {}): Person =>
  personOf({
    who: '',
    eats: 'balanced',
    expect: { actions: [] },
    answers: answers as never,
    ...rest,
  });
const planOf = (answers: object, rest: { suspects?: string[] } & object = {}): Plan =>
  makePlan(asked(answers, rest), optionsOf(rest.suspects));
const now = (plan: Plan): readonly string[] => plan.actions.map(({ id }) => id);

describe('changing one constraint changes the plan', () => {
  const acne = { conditions: ['acne'] };
  const agreed = {
    conditions: ['eczema'],
    clinicianAgreements: [{ food: 'milk', agreedOn: '2026-03-01' }],
  };
  const dairy = { suspects: ['class/dairy'] };

  it.each([
    ['pregnancy', acne, { pregnancy: 'pregnant' }, 'ask-about-nutrients', 'slow-carbohydrates'],
    [
      'breastfeeding',
      acne,
      { pregnancy: 'breastfeeding' },
      'ask-about-nutrients',
      'slow-carbohydrates',
    ],
    ['age', acne, { ageBand: 'under-18' }, 'sleep-teenager', 'slow-carbohydrates'],
    [
      'an eating disorder',
      acne,
      { eatingDisorder: 'past' },
      'talk-about-eating',
      'slow-carbohydrates',
    ],
    ['low weight', acne, { weight: 'low' }, 'ask-about-eating-enough', 'slow-carbohydrates'],
    [
      'a diabetes medicine',
      acne,
      { diabetesMedicine: 'yes' },
      'diabetes-team',
      'slow-carbohydrates',
    ],
    ['eczema', {}, { conditions: ['eczema'] }, 'care-for-dry-skin', 'gentle-skincare'],
    ['a retinoid', acne, { medicines: ['adapalene'] }, 'sun-protection', 'gentle-skincare'],
    ['the condition', acne, { conditions: ['rosacea'] }, 'rosacea-notes', 'slow-carbohydrates'],
    [
      'a small budget',
      acne,
      { preferences: { budget: 'low' } },
      'ten-calm-minutes',
      'slow-carbohydrates',
    ],
    [
      'a goal',
      acne,
      { preferences: { goals: ['stress'] } },
      'ten-calm-minutes',
      'sleep-seven-hours',
    ],
    ['a warning sign', acne, { yes: ['severe-acne'] }, 'red-flag', 'slow-carbohydrates'],
  ] as const)('%s', (_, base, change, comes, goes) => {
    const [before, after] = [planOf(base), planOf({ ...base, ...change })];
    expect(now(before)).not.toContain(comes);
    expect(now(after)).toContain(comes);
    expect(now(before)).toContain(goes);
    expect(now(after)).not.toContain(goes);
  });

  it.each([
    { pregnancy: 'pregnant' },
    { pregnancy: 'unsure' },
    { pregnancy: 'breastfeeding' },
    { pregnancy: null },
    { ageBand: 'under-18' },
    { ageBand: null },
    { eatingDisorder: 'present' },
    { eatingDisorder: null },
    { weight: 'low' },
    { weight: null },
    { foodAllergies: ['peanut'] },
    { foodAllergies: null },
    { diabetesMedicine: 'yes' },
    { diabetesMedicine: null },
    { clinicianAgreements: [] },
    { yes: ['bowel-alarm'] },
  ])('%o takes the fair test of dairy out', (change) => {
    expect(now(planOf(agreed, dairy))).toContain('fair-test');
    expect(namesOf(planOf({ ...agreed, ...change }, dairy))).not.toContain('fair-test');
  });

  it('an allergy takes its food out of the options', () => {
    const options = (answers: object) =>
      planOf({ ...acne, ...answers }).options.map(({ id }) => id);
    expect(options({})).toEqual(
      expect.arrayContaining(['nuts', 'oily-fish', 'bone-broth', 'collagen']),
    );
    expect(options({ foodAllergies: ['hazelnuts'] })).not.toContain('nuts');
    expect(options({ foodAllergies: ['cod'] })).not.toContain('oily-fish');
    expect(options({ foodAllergies: ['cod'] })).not.toContain('collagen');
    expect(options({ preferences: { eats: 'vegetarian' } })).not.toContain('bone-broth');
    expect(options({ foodAllergies: null })).toEqual([]);
    expect(options({})).toEqual(expect.arrayContaining(['fermented-milk', 'coconut', 'good-fats']));
    expect(options({ foodAllergies: ['milk'] })).not.toContain('fermented-milk');
    expect(options({ foodAllergies: ['coconuts'] })).not.toContain('coconut');
    expect(options({ foodAllergies: ['avocado'] })).not.toContain('good-fats');
  });

  it.each([
    { conditions: ['acne', 'coeliac-disease'] },
    { coeliacTest: 'positive' },
    { foodAllergies: ['wheat'] },
    { foodAllergies: ['oats'] },
    { foodAllergies: ['beans'] },
  ])('%o: no whole grains, oats or beans where they do not fit', (change) => {
    expect(namesOf(planOf(acne))).toContain('slow-carbohydrates');
    expect(namesOf(planOf({ ...acne, ...change }))).not.toContain('slow-carbohydrates');
  });
});

describe('a plan', () => {
  const plan = planOf(
    { conditions: ['eczema'], clinicianAgreements: [{ food: 'milk', agreedOn: '2026-03-01' }] },
    { suspects: ['class/dairy'] },
  );

  it('has dates, reasons with a grade, and an end', () => {
    const [test] = plan.actions;
    expect(test).toMatchObject({
      id: 'fair-test',
      from: '2026-03-31',
      lookOn: '2026-05-26',
      title: 'Plan a fair test of “dairy”',
    });
    expect(test!.evidence).toEqual([
      { id: 'X23', grade: 'Supported, moderate certainty' },
      { id: 'B58', grade: 'Supported, moderate certainty' },
    ]);
    for (const { notBefore } of plan.later) expect(notBefore > today).toBe(true);
  });

  it('tells all five pillars', () => {
    expect(plan.pillars.map(({ pillar }) => pillar)).toEqual([
      'gut',
      'stress',
      'skin',
      'sleep',
      'professional',
    ]);
    for (const { now: first, later } of plan.pillars)
      expect(first.length + later.length).toBeGreaterThan(0);
  });

  it('names the foods that bring what is low', () => {
    const vegan = makePlan(
      personOf({
        who: '',
        eats: 'plants',
        expect: { actions: [] },
        answers: { preferences: { eats: 'vegan' } } as never,
      }),
      optionsOf(),
    );
    const action = vegan.actions.find(({ id }) => id === 'bring-nutrients')!;
    expect(action.title).toContain('calcium');
    expect(action.how.join(' ')).toMatch(/Common foods that bring it: “/u);
    expect(action.how.join(' ')).not.toMatch(
      /milk(?<!soya milk)|yogurt|sardine|salmon|egg|beef|chicken|\{/u,
    );
  });

  it('says the warning sign in its fixed words', () => {
    const { actions, first } = planOf({ conditions: ['acne'], yes: ['severe-acne'] });
    expect(actions[0]!.how).toEqual(first.map(({ text }) => text));
    expect(first[0]!.text).toContain('skin specialist');
  });

  it('is the same for the same person', () => {
    expect(planOf({ conditions: ['acne'] })).toEqual(planOf({ conditions: ['acne'] }));
  });

  it('offers no test of a kind that is in most dishes', () => {
    const found = planOf({ conditions: ['acne'] }, { suspects: ['class/ultra-processed'] });
    expect(found.suspects[0]).toMatchObject({ allowed: false, blockedBy: ['one-food-at-a-time'] });
    expect(namesOf(found)).not.toContain('fair-test');
  });

  it('shows no medicine as a suspect', () => {
    expect(
      planOf({ conditions: ['acne'] }, { suspects: ['medication/ibuprofen'] }).suspects,
    ).toEqual([]);
  });
});

const orNull = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null });
const flagIds = redFlags.filter(({ question }) => question !== null).map(({ id }) => id);
const profiles: fc.Arbitrary<Profile> = fc.record({
  country: orNull('GB', 'US', 'DE', 'IN'),
  ageBand: orNull('under-18', '18-59', '60-or-over'),
  sex: orNull('female', 'male'),
  pregnancy: orNull('no', 'no', 'unsure', 'pregnant', 'breastfeeding'),
  eatingDisorder: orNull('never', 'never', 'never', 'past', 'present'),
  weight: orNull('low', 'not-low', 'not-low'),
  foodAllergies: orNull<string[]>([], [], ['peanut'], ['milk', 'kiwi']),
  diabetesMedicine: orNull('yes', 'no', 'no'),
  coeliacTest: orNull('not-tested', 'waiting', 'negative', 'positive'),
  conditions: fc.option(
    fc.subarray([
      'acne',
      'eczema',
      'rosacea',
      'psoriasis',
      'coeliac-disease',
      'ibs',
      'ibd',
    ] as const),
    { nil: null },
  ),
  medicines: orNull<string[]>([], ['isotretinoin'], ['doxycycline'], ['insulin'], ['methotrexate']),
  clinicianAgreements: fc.constantFrom<Profile['clinicianAgreements']>(
    [],
    [{ food: 'milk', agreedOn: '2026-03-01' }],
  ),
  acneCare: orNull<NonNullable<Profile['acneCare']>>(
    { kind: 'shop', startedOn: '2026-01-20', change: 'same' },
    { kind: 'prescribed', startedOn: '2025-12-01', change: null },
  ),
  preferences: fc.option(
    fc.record({
      eats: orNull('everything', 'vegetarian', 'vegan'),
      budget: orNull('low', 'any'),
      goals: fc.option(fc.subarray(['gut', 'stress', 'skin', 'sleep', 'professional'] as const), {
        nil: null,
      }),
    }),
    { nil: null },
  ),
  redFlags: fc.option(
    fc.record({
      askedOn: fc.constant('2026-03-30'),
      answers: fc.option(fc.constantFrom(...flagIds), { nil: null }).map((yes) => ({
        ...askedProfile.redFlags!.answers,
        ...(yes === null ? {} : { [yes]: 'yes' as const }),
      })),
    }),
    { nil: null, freq: 6 },
  ),
});
const suspects = fc.subarray([
  'class/dairy',
  'food/wholemeal bread',
  'food/something strange',
  'skincare/new lotion',
  'medication/ibuprofen',
]);

/** Written apart from the catalogue: what may not be tried on one's own. */
const shut = ({
  ageBand,
  pregnancy,
  eatingDisorder,
  weight,
  diabetesMedicine,
  redFlags: flags,
}: Profile): boolean =>
  ageBand === null ||
  ageBand === 'under-18' ||
  pregnancy !== 'no' ||
  eatingDisorder !== 'never' ||
  weight !== 'not-low' ||
  diabetesMedicine !== 'no' ||
  flags === null ||
  Object.values(flags.answers).includes('yes');
const changesEating = ['fair-test', 'slow-carbohydrates', 'psyllium'];

describe('any plan', () => {
  it('holds at most three actions, each with claims that exist, and nothing that is shut or harmful', () => {
    const { evidence } = optionsOf();
    const food = new Set(catalogue.filter((action) => action.food === true).map(({ id }) => id));
    fc.assert(
      fc.property(
        profiles,
        suspects,
        fc.constantFrom('balanced', 'plants', 'nothing'),
        (profile, found, eats) => {
          const { diary } = asked({}, { eats });
          const plan = makePlan({ profile, diary, today }, { ...optionsOf(found), draws: 20 });
          expect(planSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
          expect(plan.actions.length).toBeLessThanOrEqual(mostActions);
          expect(plan.actions.length).toBeGreaterThan(0);
          expect(new Set(plan.actions.map(({ pillar }) => pillar)).size).toBe(plan.actions.length);
          for (const { id } of [...plan.actions, ...plan.options].flatMap(
            ({ evidence: grounds }) => grounds,
          ))
            expect(evidence.claim(id)).not.toBeNull();
          const names = namesOf(plan);
          if (shut(profile)) for (const id of changesEating) expect(names).not.toContain(id);
          if ((profile.foodAllergies?.length ?? 1) > 0) expect(names).not.toContain('fair-test');
          if (plan.hidden.foods) {
            for (const id of names) expect(food.has(id), id).toBe(false);
            expect([plan.options, plan.neverSuggested, plan.nutrients.nutrients]).toEqual([
              [],
              [],
              [],
            ]);
            expect(
              JSON.stringify([plan.actions, plan.later, plan.suspects, plan.facts]),
            ).not.toMatch(/\bkcal|calor|weigh|latte|dairy|bread\b/iu);
          }
          if (plan.first.length > 0) {
            expect(now(plan)[0]).toBe('red-flag');
            expect(plan.options).toEqual([]);
          }
          if (
            plan.first.some(({ urgency }) => urgency === 'emergency-now' || urgency === 'same-day')
          ) {
            expect(now(plan)).toEqual(['red-flag']);
            expect(plan.later).toEqual([]);
          }
          for (const { title, why, how, works, end, id } of plan.actions) {
            const said = [title, why, works, end, ...(id === 'red-flag' ? [] : how)].join(' ');
            expect(forbiddenWord(said)).toBeNull();
            expect(said).not.toMatch(/[{}]|undefined|NaN|\baloe\b/u);
          }
          for (const { name } of plan.options) expect(name).not.toMatch(/aloe/iu);
          if (profile.preferences?.eats === 'vegan')
            for (const { id } of plan.options)
              expect(['bone-broth', 'oily-fish', 'collagen']).not.toContain(id);
        },
      ),
      { seed: 1, numRuns: 100 },
    );
  });

  it('meals are understood, so that nutrients can be judged', () => {
    expect(planOf({}).nutrients.days!.notUnderstood).toEqual([]);
    expect(meals.balanced.length).toBeGreaterThan(10);
  });
});
