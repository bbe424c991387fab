import { unaskedProfile } from '@zonula/safety';
import { describe, expect, it } from 'vitest';
import { probabilityBelow, quantile } from './adequacy.ts';
import { mealsOn, mixed, readFood, vegan } from './fixtures/meals.ts';
import { foodsEaten } from './foods-eaten.ts';
import { type NutrientsAtRisk, nutrientsAtRisk } from './nutrients-at-risk.ts';
import type { ReferenceNutrient } from './reference-intakes.ts';

const today = '2026-03-31';
const redFlags = { askedOn: '2026-03-30', answers: {} };
const adult = {
  ...unaskedProfile,
  country: 'US',
  ageBand: '18-59',
  sex: 'female',
  pregnancy: 'no',
  eatingDisorder: 'never',
  weight: 'not-low',
  foodAllergies: [],
  diabetesMedicine: 'no',
  coeliacTest: 'negative',
  conditions: [],
  medicines: [],
  redFlags,
} as const;
const judge = (
  profile: Partial<typeof unaskedProfile>,
  diary: Parameters<typeof nutrientsAtRisk>[0]['diary'],
  options: Partial<Parameters<typeof nutrientsAtRisk>[1]> = {},
): NutrientsAtRisk =>
  nutrientsAtRisk(
    { profile: { ...adult, ...profile }, diary, today },
    { read: readFood, seed: 1, draws: 200, ...options },
  );
const of = (document: NutrientsAtRisk, nutrient: ReferenceNutrient) =>
  document.nutrients.find((one) => one.nutrient === nutrient)!;

describe('probability of being below the requirement', () => {
  const reference = { average: 8.1, recommended: 18, adequate: null };
  it('is a half at the average requirement and one in forty at the recommended intake', () => {
    expect(probabilityBelow(Float64Array.of(8.1), reference)).toBeCloseTo(0.5, 6);
    expect(probabilityBelow(Float64Array.of(18), reference)).toBeCloseTo(0.025, 6);
    expect(probabilityBelow(Float64Array.of(0, 1e9), reference)).toBeCloseTo(0.5, 6);
    expect(probabilityBelow(Float64Array.of(5), { ...reference, average: null })).toBeNull();
  });
  it('quantiles lie between the draws', () => {
    expect(quantile(Float64Array.of(3, 1, 2), 0.5)).toBe(2);
    expect(quantile(Float64Array.of(0, 10), 0.1)).toBeCloseTo(1, 9);
  });
});

describe('whole days', () => {
  it('need three foods or the mark of a complete day, and a plausible amount', () => {
    const complete = { date: '2026-03-30', category: 'day' as const, name: 'complete', value: 1 };
    const eaten = (names: readonly string[], marked = false) =>
      foodsEaten(mealsOn('2026-03-30', 1, names, marked ? [complete] : []), readFood, today)
        .wholeDays;
    expect(eaten(mixed)).toEqual(['2026-03-30']);
    expect(eaten(['pizza', 'pizza napoli'])).toEqual([]);
    expect(eaten(['pizza', 'burger and chips'], true)).toEqual(['2026-03-30']);
    expect(eaten(['apple', 'tea', 'carrots'], true)).toEqual([]);
    expect(eaten(['zzyzx', 'qwrtp', 'xxyyy'])).toEqual([]);
  });
  it('are those of the last eight weeks', () => {
    const { days } = foodsEaten(mealsOn(today, 80, mixed), readFood, today);
    expect([days[0], days.length]).toEqual(['2026-02-04', 56]);
  });
});

describe('nutrients at risk', () => {
  const whole = judge({}, mealsOn(today, 14, mixed));

  it('gives ranges that hold the plain sum of the portions', () => {
    const day = mixed.reduce(
      (sum, name) => sum + readFood(name).items[0]!.nutrients!.get('calcium_mg')!,
      0,
    );
    const { intake } = of(whole, 'calcium_mg');
    expect(intake!.low).toBeLessThan(day);
    expect(intake!.high).toBeGreaterThan(day);
    expect(intake!.median / day).toBeGreaterThan(0.85);
    expect(intake!.median / day).toBeLessThan(1.2);
    expect(intake!.high / intake!.low).toBeGreaterThan(1.3);
  });

  it('finds enough calcium with much dairy and little vitamin B12 without animals', () => {
    expect(of(whole, 'calcium_mg')).toMatchObject({
      standing: 'enough',
      average: { low: 800, high: 1000 },
    });
    const plants = judge({}, mealsOn(today, 14, vegan));
    expect(of(plants, 'vitamin_b12_ug')).toMatchObject({ standing: 'low', because: [] });
    expect(of(plants, 'vitamin_b12_ug').below!.low).toBeGreaterThan(0.9);
    expect(of(plants, 'folate_ug').standing).toBe('enough');
  });

  it('says cannot tell where a supplement may bring it, and where the sun does', () => {
    const b12 = { date: today, category: 'supplement' as const, name: 'Vitamin B12', value: 1 };
    expect(of(judge({}, mealsOn(today, 14, vegan, [b12])), 'vitamin_b12_ug')).toMatchObject({
      standing: 'open',
      because: ['supplement'],
    });
    expect(
      of(judge({ medicines: ['multivitamin'] }, mealsOn(today, 14, vegan)), 'vitamin_b12_ug')
        .standing,
    ).toBe('open');
    expect(of(judge({}, mealsOn(today, 14, vegan)), 'vitamin_d_ug')).toMatchObject({
      standing: 'open',
      because: ['sun'],
    });
  });

  it('does not take American folate and vitamin D for enough elsewhere', () => {
    const folate = (country: string) =>
      of(judge({ country }, mealsOn(today, 14, vegan)), 'folate_ug');
    expect(folate('US')).toMatchObject({ standing: 'enough', because: [] });
    expect(folate('GB')).toMatchObject({ standing: 'open', because: ['enriched-in-america'] });
  });

  it('judges by every life stage that the answers leave open', () => {
    const iron = (profile: Partial<typeof unaskedProfile>) =>
      of(judge(profile, mealsOn(today, 14, mixed)), 'iron_mg');
    expect(iron({ pregnancy: 'pregnant' })).toMatchObject({
      average: { low: 22, high: 22 },
      standing: 'low',
    });
    expect(iron({ sex: 'male' }).below!.high).toBeLessThan(iron({}).below!.high);
    expect(iron({ sex: null, pregnancy: null }).average).toEqual({ low: 5, high: 22 });
  });

  it('says that too few whole days are written down', () => {
    const document = judge({}, mealsOn(today, 6, mixed));
    expect(document).toMatchObject({ status: 'cannot-tell', nutrients: [], days: { whole: 6 } });
    expect(document.reasons[0]!.text).toContain('There are 6.');
    expect(judge({}, null)).toMatchObject({
      status: 'cannot-tell',
      reasons: [{ code: 'no-diary' }],
    });
  });

  it('takes what it does not understand for unknown, never for zero', () => {
    const strange = (count: number) =>
      Array.from({ length: count }, (_, k) => `qwrtp${'abcdefghij'[k]} zzyzx`);
    const some = judge({}, mealsOn(today, 14, [...mixed, ...strange(2)]));
    expect(of(some, 'calcium_mg').unknown).toBeCloseTo(2 / 12, 9);
    expect(of(some, 'calcium_mg').intake!.median).toBeGreaterThan(
      of(whole, 'calcium_mg').intake!.median,
    );
    expect(some.days!.notUnderstood).toHaveLength(2);
    const most = judge({}, mealsOn(today, 14, [...mixed, ...strange(8)]));
    expect(of(most, 'calcium_mg')).toMatchObject({
      standing: 'not-judged',
      intake: null,
      below: null,
      because: ['too-few-known'],
    });
  });

  it.each([
    { ageBand: 'under-18' },
    { eatingDisorder: 'past' },
    { eatingDisorder: 'present' },
  ] as const)('shows nothing with %o', (profile) => {
    const document = judge(profile, mealsOn(today, 14, mixed), { without: ['dairy'] });
    expect(document).toMatchObject({
      status: 'hidden',
      days: null,
      nutrients: [],
      own: [],
      common: [],
      eliminations: [],
    });
    expect(JSON.stringify(document)).not.toMatch(/latte|porridge|kcal|energy/u);
  });

  it('never names energy or weight', () => {
    expect(
      JSON.stringify(judge({}, mealsOn(today, 14, mixed), { without: ['dairy'] })),
    ).not.toMatch(/kcal|energy|weight/u);
  });

  it('is the same for the same seed', () => {
    expect(judge({}, mealsOn(today, 14, mixed))).toEqual(whole);
  });
});
