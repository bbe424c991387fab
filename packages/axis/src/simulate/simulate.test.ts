import { readDiary, tidyImporter, writeTidy } from '@zonula/diary';
import { createRandom } from '@zonula/numerics';
import { describe, expect, test } from 'vitest';
import { ordinalScores } from '../axis/measure.ts';
import { simulateAxis } from '../axis/simulate-axis.ts';
import { classKeys } from '../scenario/classes.ts';
import { virtualFoods } from './foods.ts';
import { eventsOf, flareOf, live } from './life.ts';
import { drawMenu, eat } from './menu.ts';
import { drawProfile } from './profile.ts';
import { expectedScore, raterOf } from './score.ts';
import { simulatePerson } from './simulate-person.ts';
import { summarisePerson } from './summary.ts';
import { actingIn, truthOf } from './truth.ts';

const person = (scenario: object, index = 0, days = 120) =>
  simulatePerson({ seed: 5, index, days, scenario });
const dairy = (gut: number, direct: number, arrow: number) => ({
  condition: 'eczema' as const,
  settings: { gut_arrow: arrow, uptake_to_T2: 1, T2_to_skin: 0.5 },
  triggers: [{ class: 'dairy' as const, gut, direct }],
});
const dairyOf = ({ truth }: ReturnType<typeof person>) =>
  truth.triggers.find(({ id }) => id === 'class/dairy');

test('the same seed gives the same bytes; another person is another', () => {
  const one = person({});
  expect(JSON.stringify(person({}))).toBe(JSON.stringify(one));
  expect(person({}, 1).diary.observations).not.toEqual(one.diary.observations);
});

test('a food that is had by a plan is had on its days and on no others, and nothing else changes hands', () => {
  const ask = { seed: 3, index: 2, days: 40 } as const;
  const free = simulatePerson(ask).diary.observations.filter(({ category }) => category === 'food');
  const name = free[0]!.name;
  const had = Array.from({ length: 40 }, (_, day) => (day < 10 ? null : day % 2 === 0));
  const planned = simulatePerson({ ...ask, imposed: { name, had } }).diary.observations;
  const first = Date.parse(`${planned[0]!.date}T00:00:00Z`);
  const days = planned
    .filter((row) => row.name === name)
    .map(({ date }) => (Date.parse(`${date}T00:00:00Z`) - first) / 86_400_000)
    .filter((day) => day >= 10);
  expect(days.length).toBeGreaterThan(5);
  expect(days.every((day) => had[day] === true)).toBe(true);
  const others = (rows: readonly (typeof free)[number][]) =>
    rows
      .filter((row) => row.category === 'food' && row.name !== name)
      .map((row) => `${row.date} ${row.name}`);
  expect(others(planned)).toEqual(others(free));
  expect(() => simulatePerson({ ...ask, imposed: { name: 'moon cheese', had } })).toThrow(
    /never has moon cheese/u,
  );
});

test('a summary is as near to the exact course as it says', () => {
  for (let index = 0; index < 12; index++) {
    const request = { seed: 5, index, days: 200 };
    const [usual, exact] = [summarisePerson(request), summarisePerson(request, 1e-6)];
    for (const name of ['mean', 'lowest', 'highest'] as const)
      expect(Math.abs(usual[name] - exact[name]), name).toBeLessThan(0.001);
    expect(Math.abs(usual.crp / exact.crp - 1)).toBeLessThan(0.03);
    expect(Math.abs(usual.junctionOpening / exact.junctionOpening - 1)).toBeLessThan(0.05);
  }
});

test('what moves nothing that is seen is left out of the life that is solved', () => {
  const acts = (condition: 'acne' | 'eczema') => actingIn({ condition, triggers: [] });
  expect(['milk', 'high-glycaemic', 'spicy', 'fibre'].map(acts('acne'))).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect(['milk', 'high-glycaemic', 'spicy', 'fibre'].map(acts('eczema'))).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test('foods hold known classes, and what comes with them exists', () => {
  const first = new Set(virtualFoods.map(({ words }) => words[0]));
  expect(new Set(virtualFoods.flatMap(({ words }) => words)).size).toBe(
    virtualFoods.flatMap(({ words }) => words).length,
  );
  for (const food of virtualFoods) {
    expect(food.meals.length, food.words[0]).toBeGreaterThan(0);
    if (food.with !== undefined) expect(first, food.words[0]).toContain(food.with);
    for (const { class: name, portions } of food.doses) {
      expect(classKeys, food.words[0]).toContain(name);
      expect(portions).toBeGreaterThan(0);
    }
  }
});

test('menus have weekdays, pairs and habits that drift', () => {
  const days = 4000;
  const menu = drawMenu(createRandom(9), 1);
  const bad = Float64Array.from({ length: days }, (_, t) => (t % 4 === 0 ? 2 : 0));
  const servings = eat(menu, days, 0, bad, createRandom(10));
  const share = (i: number, when: (t: number) => boolean): number => {
    let [eaten, all] = [0, 0];
    for (let t = 0; t < days; t++)
      if (when(t)) {
        all++;
        if (servings[t * menu.items.length + i]! > 0) eaten++;
      }
    return eaten / all;
  };
  const far = menu.items.map(({ weekend }, i) => ({ weekend, i }));
  far.sort((a, b) => b.weekend - a.weekend);
  const most = far[0]!.i;
  expect(share(most, (t) => t % 7 >= 5)).toBeGreaterThan(share(most, (t) => t % 7 < 5) + 0.05);
  const comfort = menu.items.findIndex(({ food }) => food.comfort);
  expect(share(comfort, (t) => t % 4 === 0)).toBeGreaterThan(share(comfort, (t) => t % 4 === 1));
  const pair = menu.companions.findIndex((companion) => companion !== null);
  const [partner] = menu.companions[pair]!;
  const eaten = (i: number) => (t: number) => servings[t * menu.items.length + i]! > 0;
  expect(share(partner, eaten(pair))).toBeGreaterThan(share(partner, (t) => !eaten(pair)(t)) + 0.1);
});

describe('the diary', () => {
  test('is read without a warning, and what is hidden is what was not written', async () => {
    const { diary: own, truth } = person({}, 3);
    const bytes = new TextEncoder().encode(writeTidy(own));
    const diary = await readDiary(
      (async function* () {
        yield bytes;
      })(),
      { file: 'diary.csv', format: 'zonula', importers: [tidyImporter], today: '2026-01-01' },
    );
    expect(diary.warnings).toEqual([]);
    expect(diary.observations).toHaveLength(own.observations.length);
    const written = new Set(
      diary.observations.map(({ date, category, name }) => `${date} ${category}/${name}`),
    );
    const dates = new Set(diary.observations.map(({ date }) => date));
    expect(dates.size).toBe(truth.writtenDays);
    expect(truth.hidden.length).toBeGreaterThan(0);
    for (const [date, ids] of truth.hidden)
      for (const id of ids) expect(written.has(`${date} ${id}`)).toBe(false);
    for (const [date, ids] of truth.hidden)
      if (!dates.has(date)) expect(ids).toContain('skin/severity');
  });

  test('scores lie where the person lives', () => {
    const scores = person({}, 2)
      .diary.observations.filter(({ category }) => category === 'skin')
      .map(({ value }) => value!);
    const mean = scores.reduce((sum, x) => sum + x, 0) / scores.length;
    expect(mean).toBeGreaterThan(1.5);
    expect(mean).toBeLessThan(8);
    expect(new Set(scores).size).toBeGreaterThan(2);
  });
});

describe('the truth', () => {
  test('a trigger past the gut does not go through it', () => {
    const effect = dairyOf(person(dairy(0, 6, 1)))!;
    expect(effect.peak).toBeGreaterThan(0.02);
    expect(Math.abs(effect.throughGut.share!)).toBeLessThan(0.02);
    expect(effect.throughGut.withoutArrow).toBeCloseTo(effect.total, 2);
    expect(effect.rows!.length).toBeGreaterThan(0);
  });

  test('a trigger through the gut does, and without the arrow there is none', () => {
    const effect = dairyOf(person(dairy(8, 0, 1)))!;
    expect(effect.throughGut.share!).toBeGreaterThan(0.5);
    expect(Math.abs(effect.throughGut.withoutArrow)).toBeLessThan(0.02 * effect.total);
    expect(dairyOf(person(dairy(8, 0, 0)))).toBeUndefined();
  });

  test('is what one portion more does on ordinary days of that life', () => {
    const days = 260;
    const random = createRandom(11);
    const settings = [['gut_arrow', 1]] as const;
    const triggers = [{ class: 'dairy', gut: 3, direct: 3 }];
    const profile = drawProfile(random, { condition: 'rosacea', settings, triggers });
    const life = live(profile, days, 60, 0, random.fork(1));
    const steps = flareOf(profile, life, random.fork(2));
    const meals = eventsOf(life, actingIn(profile.person));
    const times = Float64Array.from({ length: life.days }, (_, t) => t + 22 / 24);
    const run = (events: typeof meals) =>
      simulateAxis({
        ...profile.person,
        events,
        days: life.days,
        times,
        steps,
        relativeTolerance: 1e-6,
      });
    const course = run(meals);
    const rater = raterOf(profile, course.course('severity').subarray(60));
    const start = course.model.stateNames.map((name) => {
      const values = course.course(name).subarray(60);
      return [name, values.reduce((sum, value) => sum + value, 0) / values.length] as const;
    });
    const score = (events: typeof meals) =>
      run(events)
        .course('severity')
        .map((value) => expectedScore(value, rater));
    const without = score(meals);
    const totals = [70, 95, 120, 145, 170].map((day) => {
      const more = { day: day + 0.5, kind: 'meal', doses: [{ class: 'dairy', portions: 1 }] };
      return score([...meals, more]).reduce((sum, value, t) => sum + value - without[t]!, 0);
    });
    const told = truthOf(profile.person, life, start, rater).triggers;
    const { total } = told.find(({ id }) => id === 'class/dairy')!;
    const mean = totals.reduce((sum, value) => sum + value, 0) / totals.length;
    expect(mean / total).toBeGreaterThan(0.75);
    expect(mean / total).toBeLessThan(1.3);
  });

  test('scoring is unbiased but for the ends of the scale', () => {
    const rater = { most: 10, error: 0.08, middle: 0.35 };
    const severity = new Float64Array(20_000).fill(0.4);
    const scores = ordinalScores(severity, rater, createRandom(1));
    const mean = scores.reduce((sum, x) => sum + x, 0) / scores.length;
    expect(mean).toBeCloseTo(expectedScore(0.4, rater), 1);
    const own = raterOf({ level: 0.3, raterError: 0.05 } as never, [0.5, 0.7]);
    expect(expectedScore(0.6, own)).toBeCloseTo(3, 6);
  });
});
