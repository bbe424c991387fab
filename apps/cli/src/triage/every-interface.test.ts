import { makePlan as makeCarePlan, planCalendar, toCarePlan } from '@zonula/care';
import { addDays, type Category, type Diary } from '@zonula/diary';
import { createEvidence } from '@zonula/evidence';
import { createFoods } from '@zonula/foods';
import { type Profile, redFlags, unaskedProfile } from '@zonula/safety';
import { commit, type ImportedStudy, readPlan, type TrialPlan } from '@zonula/trial';
import { describe, expect, it } from 'vitest';
import { today } from '../clock.ts';
import { loadFoodTables, loadNutrients } from '../foods/data.ts';
import { judgeTrial } from '../trial/analyse.ts';
import { classesOf } from '../trial/contents.ts';
import { makePlan } from '../trial/plan.ts';
import { resultText } from '../trial/result-text.ts';
import { leaveToday } from '../trial/running.ts';
import { gatesFor } from './gates.ts';

const day = today();
const clear = Object.fromEntries(
  redFlags.filter(({ question }) => question !== null).map(({ id }) => [id, 'no' as const]),
);
/** An adult whom every gate lets through. */
const open: Profile = {
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
  conditions: ['acne'],
  medicines: [],
  redFlags: { askedOn: day, answers: clear },
};

/** Answers that shut the gates of every food; of gluten; of milk. */
const shutsAll: readonly Partial<Profile>[] = [
  { ageBand: 'under-18' },
  { ageBand: null },
  { pregnancy: 'pregnant' },
  { pregnancy: 'breastfeeding' },
  { pregnancy: 'unsure' },
  { pregnancy: null },
  { eatingDisorder: 'past' },
  { eatingDisorder: 'present' },
  { eatingDisorder: null },
  { weight: 'low' },
  { weight: null },
  { foodAllergies: ['kiwi'] },
  { foodAllergies: null },
  { diabetesMedicine: 'yes' },
  { diabetesMedicine: null },
  { redFlags: null },
  { redFlags: { askedOn: day, answers: { ...clear, 'bowel-alarm': 'yes' } } },
  { redFlags: { askedOn: day, answers: { ...clear, anaphylaxis: null } } },
  unaskedProfile,
];
const shutsGluten: readonly Partial<Profile>[] = [
  { coeliacTest: 'not-tested' },
  { coeliacTest: 'waiting' },
  { coeliacTest: null },
  { coeliacTest: 'positive' },
  { conditions: ['coeliac-disease'] },
];
const shutsMilk: readonly Partial<Profile>[] = [{ conditions: ['eczema'] }, { conditions: null }];

const ofAny = ['food/cola', 'ingredient/tomato', 'class/citrus', 'supplement/whey'];
const ofGluten = ['food/toast', 'ingredient/wheat flour', 'class/gluten', 'class/fructan'];
const ofMilk = ['food/latte', 'ingredient/milk', 'class/dairy', 'supplement/whey'];
const ways = ['habit/fasting', 'habit/no bread', 'habit/gluten free', 'habit/ate pizza'];

const cases: readonly (readonly [string, Partial<Profile>])[] = [
  ...shutsAll.flatMap((answers) =>
    [...ofAny, ...ofGluten, ...ofMilk, ...ways].map((exposure) => [exposure, answers] as const),
  ),
  ...shutsGluten.flatMap((answers) => ofGluten.map((exposure) => [exposure, answers] as const)),
  ...shutsMilk.flatMap((answers) => ofMilk.map((exposure) => [exposure, answers] as const)),
];

const named = [...new Set(cases.map(([exposure]) => exposure))];
const diary: Diary = {
  observations: Array.from({ length: 30 }, (_, k) => addDays(day, k - 30)).flatMap((date, k) => [
    { date, category: 'skin' as const, name: 'itch', value: 3 + (k % 3) },
    ...named
      .filter((_, n) => (k + n) % 3 === 0)
      .map((id) => id.split(/\/(.*)/su))
      .filter(([category]) => category !== 'class' && category !== 'ingredient')
      .map(([category, name]) => ({
        date,
        category: category as Category,
        name: name!,
        value: 1,
      })),
  ]),
  scales: new Map([['skin/itch', { min: 0, max: 10, inferred: false }]]),
  warnings: [],
};
const design = { seed: 1, pairs: 6, periodDays: 5, washoutDays: 2 };
const study: ImportedStudy = {
  title: 'A study',
  interventions: ['with', 'without'],
  outcomes: [],
  order: null,
  design: {
    kind: 'randomised-pairs',
    baselineDays: 0,
    washoutDays: 0,
    periodDays: 7,
    looks: [],
    pairs: 6,
  },
  differences: [],
};
const evidence = createEvidence();
const tables = loadFoodTables();
const foods = createFoods(tables, { nutrientsOf: loadNutrients(tables) });

/** A plan as whoever may make one would have it, and copies of it that lie. */
const made = new Map(
  ['food/cola', 'food/toast', 'food/latte', 'class/citrus', 'class/gluten', 'class/dairy'].map(
    (exposure) => [exposure, makePlan(diary, open, null, { ...design, exposure }) as TrialPlan],
  ),
);
const forgeries = (plan: TrialPlan) => {
  const { digests: _, hash: __, ...fields } = plan;
  return [fields, { ...fields, classes: [] }, { ...fields, classes: [], food: false }].map((lie) =>
    readPlan(JSON.stringify({ ...lie, ...commit(lie), events: [] }), 'TRIAL.json'),
  );
};

describe('a blocked elimination', () => {
  it('has the open gate beside it: the same things may be planned where nothing is shut', () => {
    expect(cases.length).toBeGreaterThan(300);
    for (const [exposure, plan] of made) expect(plan.allowed, exposure).toBe(true);
    expect(made.get('food/toast')!.hash).toMatch(/^\S+$/u);
  });

  it('is not planned, by words, for a design of one’s own, or from a study of StudyU', () => {
    for (const [exposure, answers] of cases)
      for (const holds of [undefined, [], ['citrus']])
        for (const from of [null, study]) {
          const plan = makePlan(diary, { ...open, ...answers }, from, {
            ...design,
            exposure,
            ...(holds === undefined ? {} : { holds }),
          });
          const where = `${exposure} ${JSON.stringify(answers)}`;
          expect(plan.allowed, where).toBe(false);
          expect([plan.hash, plan.schedule, plan.status], where).toEqual([null, [], 'blocked']);
        }
  });

  it('does not go on from a plan that was made before, copied or written by hand', () => {
    let count = 0;
    for (const [exposure, answers] of cases) {
      const plan = made.get(exposure);
      if (!plan) continue;
      for (const running of forgeries(plan)) {
        const where = `${exposure} ${JSON.stringify(answers)}`;
        expect(leaveToday(running, { ...open, ...answers }, diary).allowed, where).toBe(false);
        const result = judgeTrial(running, diary, { ...open, ...answers }, 'diary.csv');
        expect([result.allowed, result.verdict], where).toEqual([false, null]);
        // Where foods are hidden, not even the name of the food is said again.
        if (answers.ageBand === 'under-18' || answers.eatingDisorder)
          expect(resultText(result), where).not.toMatch(/cola|toast|latte|citrus|dairy/u);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(300);
  });

  it('is not offered beside the result of discover', () => {
    for (const [exposure, answers] of cases) {
      const { allowed, reasons } = gatesFor({ ...open, ...answers }, diary)([exposure]);
      expect(allowed, `${exposure} ${JSON.stringify(answers)}`).toBe(false);
      expect(reasons.length).toBeGreaterThan(0);
    }
  });

  it('is in no plan, no calendar and no CarePlan, and is not worked out', () => {
    const planFor = (exposure: string, answers: Partial<Profile>) => {
      const plan = makeCarePlan(
        { profile: { ...open, ...answers }, diary, today: day },
        {
          version: '1',
          seed: 1,
          evidence,
          read: foods.read,
          classesOf: (id) => classesOf(id, () => foods),
          without: ['gluten', 'dairy'],
          draws: 20,
          suspects: [{ members: [exposure], verdict: 'likely' }],
        },
      );
      const { actions, later, suspects, nutrients } = plan;
      const written = JSON.stringify([
        actions,
        later,
        planCalendar(plan, { id: 'x', stamp: 0 }),
        toCarePlan(plan, { id: 'x', created: `${day}T00:00:00Z` }),
      ]);
      return { suspects, nutrients, tests: /fair-test|trial plan/u.test(written) };
    };
    expect(planFor('food/cola', {})).toMatchObject({ tests: true, suspects: [{ allowed: true }] });
    for (const [exposure, answers] of cases) {
      const where = `${exposure} ${JSON.stringify(answers)}`;
      const { suspects, nutrients, tests } = planFor(exposure, answers);
      expect(tests, where).toBe(false);
      for (const { allowed } of suspects) expect(allowed, where).toBe(false);
      if (!ofGluten.includes(exposure)) continue;
      for (const { without, allowed, foods: named } of nutrients.eliminations)
        if (without === 'gluten') expect([allowed, named], where).toEqual([false, []]);
    }
  });
});
