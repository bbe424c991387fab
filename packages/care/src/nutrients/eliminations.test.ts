import { redFlags, unaskedProfile } from '@zonula/safety';
import { describe, expect, it } from 'vitest';
import { mealsOn, mixed, readFood, vegan } from './fixtures/meals.ts';
import { nutrientsAtRisk } from './nutrients-at-risk.ts';

const today = '2026-03-31';
const adult = {
  ...unaskedProfile,
  country: 'GB',
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
  redFlags: {
    askedOn: '2026-03-30',
    answers: Object.fromEntries(
      redFlags.filter(({ question }) => question !== null).map(({ id }) => [id, 'no' as const]),
    ),
  },
} as const;
const withoutDairy = (
  profile: Partial<typeof unaskedProfile> = {},
  foods: readonly string[] = mixed,
) =>
  nutrientsAtRisk(
    { profile: { ...adult, ...profile }, diary: mealsOn(today, 14, foods), today },
    { read: readFood, seed: 1, draws: 200, without: ['dairy'] },
  ).eliminations[0]!;
const names = (sources: readonly { readonly name: string }[]) => sources.map(({ name }) => name);

describe('what goes with dairy', () => {
  const loss = withoutDairy();

  it('names the foods that hold it and most of the calcium', () => {
    expect(loss.foods).toEqual(expect.arrayContaining(['cheddar', 'latte', 'porridge', 'yogurt']));
    expect(loss.foods).not.toContain('broccoli');
    const calcium = loss.loses.find(({ nutrient }) => nutrient === 'calcium_mg')!;
    expect(calcium.share).toBeGreaterThan(0.7);
    expect(calcium.belowThen!.low).toBeGreaterThan(calcium.belowNow!.low + 0.3);
    expect(loss.loses.map(({ nutrient }) => nutrient)).toContain('vitamin_b12_ug');
    expect(loss.loses.map(({ nutrient }) => nutrient)).not.toContain('vitamin_c_mg');
  });

  it('names own foods that bring it first, then common ones, none with dairy', () => {
    const own = withoutDairy({}, [...mixed, 'tinned sardines']);
    expect(own.own[0]).toMatchObject({ name: 'tinned sardines', eaten: 14 });
    expect(names(own.common)).not.toContain('tinned sardines');
    for (const one of [...own.own, ...own.common])
      for (const { classes } of readFood(one.name).items) expect(classes.has('dairy')).toBe(false);
    const brings = loss.common.map((one) => one.brings);
    expect(brings).toEqual([...brings].sort((a, b) => b - a));
  });

  it('keeps to allergies, plants and a small budget', () => {
    expect(names(loss.common)).toContain('tinned sardines');
    expect(
      names(
        withoutDairy({ preferences: { eats: 'vegan', budget: null, goals: null } }).common,
      ).some((name) => /sardine|salmon|mussel|egg|beef|chicken/u.test(name)),
    ).toBe(false);
    const cheap = names(
      withoutDairy({ preferences: { eats: null, budget: 'low', goals: null } }).common,
    );
    expect(cheap).not.toContain('canned salmon');
    expect(cheap.length).toBeGreaterThan(0);
  });
});

it.each([
  [{ pregnancy: 'pregnant' }, 'pregnant-or-breastfeeding'],
  [{ pregnancy: 'breastfeeding' }, 'pregnant-or-breastfeeding'],
  [{ weight: 'low' }, 'low-weight'],
  [{ foodAllergies: ['peanut'] }, 'food-allergy'],
  [{ diabetesMedicine: 'yes' }, 'diabetes-medicine'],
  [{ weight: null }, 'not-asked:weight'],
  [{ redFlags: null }, 'not-asked:redFlags.bowel-alarm'],
] as const)('%o: says nothing of going without', (profile, code) => {
  const loss = withoutDairy(profile);
  expect(loss).toMatchObject({ allowed: false, foods: [], loses: [], own: [], common: [] });
  expect(loss.blockedBy).toContain(code);
});

describe('what brings a nutrient that runs low', () => {
  const sources = (profile: Partial<typeof unaskedProfile>) =>
    nutrientsAtRisk(
      { profile: { ...adult, ...profile }, diary: mealsOn(today, 14, vegan), today },
      { read: readFood, seed: 1, draws: 200 },
    );

  it.each([
    ['milk', /milk(?<!soya milk)|yogurt|cheddar/u],
    ["cow's milk", /milk(?<!soya milk)|yogurt|cheddar/u],
    ['fish', /sardine|salmon/u],
    ['shellfish', /mussel|sardine|salmon/u],
    ['eggs', /^eggs$/u],
    ['nuts', /almond|walnut|peanut/u],
    ['soya', /soya|tofu|edamame/u],
    ['sesame', /tahini/u],
    ['spinach', /spinach/u],
    ['beef', /beef/u],
  ])('never %s with an allergy to it', (allergy, never) => {
    const { own, common } = sources({ foodAllergies: [allergy] });
    for (const name of names([...own, ...common])) expect(name).not.toMatch(never);
  });

  it('names no common food before allergies were asked', () => {
    expect(sources({}).common.length).toBeGreaterThan(0);
    expect(sources({ foodAllergies: null }).common).toEqual([]);
  });

  it('names no fish and no liver in pregnancy', () => {
    const { own, common } = sources({ pregnancy: 'pregnant' });
    for (const name of names([...own, ...common]))
      expect(name).not.toMatch(/sardine|salmon|mussel|liver/u);
  });
});
