import { readFileSync } from 'node:fs';
import { createFoods, readFoodTables } from '@zonula/foods';
import { type Profile, unaskedProfile } from '@zonula/safety';
import type { TrialDesign } from '@zonula/trial';
import { expect, test, vi } from 'vitest';
import { correctionsOf } from '../foods/load-foods.ts';
import { type ComeFrom, classesKept } from './classes-kept.ts';
import { classesOf, leaveToday } from './leave-in.ts';

const tables = readFoodTables(readFileSync('packages/foods/assets/foods.json', 'utf8'));

const createStore = (text: string | null = null) => {
  let kept = text;
  return {
    remembered: async () => kept,
    remember: vi.fn(async (_name: string, next: string) => {
      kept = next;
    }),
  };
};

const milk: ComeFrom = {
  files: ['trials.worker-A.js', 'foods-A.json'],
  exposure: 'food/milk chocolate',
  said: null,
  corrections: [],
};
const foods = createFoods(tables);
const correctedFoods = (corrections: ComeFrom['corrections']) =>
  corrections.length === 0
    ? foods
    : createFoods(tables, { corrections: correctionsOf(corrections) });
const fresh = ({ exposure, said, corrections }: ComeFrom) =>
  classesOf(correctedFoods(corrections), exposure, said);

const never = (): never => {
  throw new Error('the food list was asked for');
};

const design: TrialDesign = {
  kind: 'randomised-pairs',
  pairs: 4,
  baselineDays: 0,
  periodDays: 7,
  washoutDays: 2,
  looks: [],
};
const answered: Profile = {
  ...unaskedProfile,
  conditions: ['rosacea'],
  ageBand: '18-59',
  eatingDisorder: 'never',
  pregnancy: 'no',
  weight: 'not-low',
  foodAllergies: [],
  diabetesMedicine: 'no',
};
const people: readonly Profile[] = [
  answered,
  { ...answered, conditions: ['eczema'], coeliacTest: 'negative' },
  { ...answered, coeliacTest: 'positive' },
  { ...answered, pregnancy: 'pregnant' },
  unaskedProfile,
];
const diary = { observations: [], scales: new Map(), warnings: [] };

test.each([
  ['food/milk chocolate', null],
  ['food/peanuts', null],
  ['food/pizza', ['fish']],
  ['food/xqzzt', null],
  ['food/xqzzt', ['egg']],
  ['class/fructan', null],
  ['supplement/whey protein', []],
  ['habit/late dinner', null],
  ['skincare/lotion', null],
] as const)('what was kept of %s is what is worked out', async (exposure, said) => {
  const from = { ...milk, exposure, said };
  const store = createStore();
  const worked = await classesKept(store, from, async () => fresh(from));
  expect(worked).toEqual(fresh(from));
  expect(await classesKept(store, from, never)).toEqual(worked);
});

test('with eczema, the gate asks for a clinician where the kept classes hold peanut', async () => {
  const asksFor = async (exposure: string) => {
    const from = { ...milk, exposure };
    const store = createStore();
    await classesKept(store, from, async () => fresh(from));
    const kept = await classesKept(store, from, never);
    return people.map((profile) => {
      const person = { diary, profile, today: '2026-03-01' };
      const decision = leaveToday(person, { exposure, design }, kept);
      return !decision.allowed && decision.reasons.some(({ code }) => /:peanut$/u.test(code));
    });
  };
  expect(await asksFor('food/peanuts')).toEqual([false, true, false, false, false]);
  expect(await asksFor('skincare/lotion')).toEqual([false, false, false, false, false]);
});

test.each([
  ['another script', { files: ['trials.worker-B.js', 'foods-A.json'] }],
  ['another food list', { files: ['trials.worker-A.js', 'foods-B.json'] }],
  ['another thing', { exposure: 'food/peanuts' }],
  ['other words of the person', { said: ['egg'] }],
  ['a correction', { corrections: [{ phrase: 'milk chocolate', code: tables.codes[0]! }] }],
])('%s has them worked out anew, and kept', async (_, other) => {
  const store = createStore();
  await classesKept(store, milk, async () => ['before']);
  const from = { ...milk, ...other };
  expect(await classesKept(store, from, async () => ['anew'])).toEqual(['anew']);
  expect(await classesKept(store, from, never)).toEqual(['anew']);
});

test('what is damaged is worked out anew', async () => {
  const store = createStore();
  await classesKept(store, milk, async () => ['dairy']);
  const whole = JSON.parse((await store.remembered()) ?? '');
  for (const damaged of [
    '',
    '{',
    'null',
    '7',
    '[]',
    '{}',
    JSON.stringify({ key: whole.key }),
    JSON.stringify({ key: whole.key, classes: 'dairy' }),
    JSON.stringify({ key: whole.key, classes: ['dairy', 7] }),
    JSON.stringify({ classes: ['dairy'] }),
  ]) {
    const other = createStore(damaged);
    expect(await classesKept(other, milk, async () => ['egg']), damaged).toEqual(['egg']);
    expect(await classesKept(other, milk, never), damaged).toEqual(['egg']);
  }
});

test('what fits is not written again, and no room to keep it costs nothing', async () => {
  const store = createStore();
  await classesKept(store, milk, async () => null);
  expect(await classesKept(store, milk, never)).toBeNull();
  expect(store.remember).toHaveBeenCalledTimes(1);
  const full = createStore();
  full.remember.mockRejectedValue(new Error('full'));
  expect(await classesKept(full, milk, async () => ['dairy'])).toEqual(['dairy']);
});
