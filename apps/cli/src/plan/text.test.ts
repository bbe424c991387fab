import { makePlan } from '@zonula/care';
import { createEvidence, forbiddenWord } from '@zonula/evidence';
import { createFoods } from '@zonula/foods';
import { redFlags, unaskedProfile } from '@zonula/safety';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadFoodTables, loadNutrients } from '../foods/data.ts';
import { classesOf } from '../trial/contents.ts';
import { textOf } from './text.ts';

const today = '2026-03-31';
const tables = loadFoodTables();
const foods = createFoods(tables, { nutrientsOf: loadNutrients(tables) });
const evidence = createEvidence();
const ids = redFlags.filter(({ question }) => question !== null).map(({ id }) => id);
const clear = Object.fromEntries(ids.map((id) => [id, 'no' as const]));

const odd = 'lentils\u001b[31m \u202e\n soup';
const meals = ['porridge', 'latte', 'wholemeal bread', 'chicken', 'potatoes', 'broccoli', odd];
const diary = {
  observations: Array.from({ length: 20 }, (_, k) =>
    meals.map((name) => ({
      date: `2026-03-${k + 12}`,
      category: 'food' as const,
      name,
      value: 1,
    })),
  ).flat(),
  scales: new Map(),
};

const people = fc
  .record({
    country: fc.constantFrom(null, 'GB', 'US', 'FR'),
    ageBand: fc.constantFrom(null, 'under-18', '18-59', '60-or-over'),
    sex: fc.constantFrom(null, 'female', 'male'),
    pregnancy: fc.constantFrom(null, 'no', 'no', 'pregnant', 'breastfeeding'),
    eatingDisorder: fc.constantFrom(null, 'never', 'never', 'past'),
    weight: fc.constantFrom(null, 'low', 'not-low', 'not-low'),
    foodAllergies: fc.constantFrom(null, [], [], ['milk']),
    diabetesMedicine: fc.constantFrom(null, 'yes', 'no', 'no'),
    coeliacTest: fc.constantFrom(null, 'not-tested', 'negative'),
    conditions: fc.option(fc.subarray(['acne', 'eczema', 'rosacea', 'psoriasis', 'ibs'])),
    redFlags: fc.option(
      fc.constantFrom(null, null, ...ids).map((yes) => ({
        askedOn: '2026-03-30',
        answers: { ...clear, ...(yes === null ? {} : { [yes]: 'yes' }) },
      })),
      { freq: 5 },
    ),
  })
  .map((answers) => ({ ...unaskedProfile, ...answers }) as typeof unaskedProfile);

it('is plain words, at most 80 columns wide, and lets no control character through', () => {
  fc.assert(
    fc.property(people, fc.constantFrom(null, diary), (profile, written) => {
      const plan = makePlan(
        { profile, diary: written, today },
        {
          version: '1',
          seed: 1,
          draws: 20,
          evidence,
          read: foods.read,
          classesOf: (exposure) => classesOf(exposure, () => foods),
          without: ['dairy'],
          suspects: [{ members: [`food/${odd}`, 'class/dairy'], verdict: 'likely' }],
        },
      );
      const text = textOf(plan);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]/u);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
      const flat = text.replace(/\s+/gu, ' ');
      const fixed = [
        ...plan.first.map((one) => one.text),
        ...plan.suspects.flatMap(({ reasons }) => reasons.map(({ wayOut }) => wayOut)),
      ].reduce((rest, said) => rest.replaceAll(said.replace(/\s+/gu, ' '), ''), flat);
      expect(forbiddenWord(fixed)).toBeNull();
      for (const { text: said } of plan.first) expect(flat).toContain(said);
      for (const { title } of plan.actions) expect(flat).toContain(title);
      if (plan.hidden.foods) expect(flat).not.toMatch(/lentils|latte|calcium|psyllium|kcal/u);
    }),
    { seed: 1, numRuns: 60 },
  );
});
