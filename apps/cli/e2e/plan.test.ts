import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { createFolder, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);
const example = 'examples/profile.json';
const adult = {
  ...JSON.parse(readFileSync(example, 'utf8')),
  sex: 'female',
  conditions: ['acne'],
  coeliacTest: 'negative',
  acneCare: null,
};
const profile = (name: string, change: object): string =>
  folder.file(`${name}.json`, JSON.stringify({ ...adult, ...change }));

const dayBack = (back: number): string => {
  const now = new Date();
  const day = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() - back));
  return day.toISOString().slice(0, 10);
};
const plants = [
  'porridge with water',
  'wholemeal bread',
  'peanut butter',
  'lentils',
  'brown rice',
  'kidney beans',
  'broccoli',
  'carrots',
  'kale',
  'oranges',
  'sunflower seeds',
];
const diary = folder.file(
  'diary.csv',
  [
    '#scale skin/spots 0 10',
    'date,category,name,value',
    ...Array.from({ length: 12 }, (_, k) => [
      ...plants.map((name) => `${dayBack(k)},food,${name},1`),
      `${dayBack(k)},skin,spots,${k % 3}`,
      `${dayBack(k)},sleep,hours,6`,
    ]).flat(),
  ].join('\n'),
);
const run = async (...args: string[]) => {
  const { status, stdout, stderr } = await zonula(['plan', ...args, '--json']);
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
};
const ids = (document: { actions: readonly { id: string }[] }) =>
  document.actions.map(({ id }) => id);

describe('plan', () => {
  const vegan = profile('vegan', { preferences: { eats: 'vegan', budget: null, goals: null } });

  test('a plan from a diary: at most three actions, nutrients, calendar and CarePlan', async () => {
    const [ics, fhir] = [folder.file('plan.ics'), folder.file('plan.fhir.json')];
    const args = ['--profile', vegan, '--diary', diary, '--ics', ics, '--fhir', fhir];
    const document = await run(...args);
    expect(ids(document)).toEqual(['sleep-seven-hours', 'bring-nutrients', 'ask-about-nutrients']);
    expect(document.nutrients).toMatchObject({ status: 'judged', days: { whole: 12 } });
    const b12 = document.nutrients.nutrients.find(
      ({ nutrient }: { nutrient: string }) => nutrient === 'vitamin_b12_ug',
    );
    expect(b12.standing).toBe('low');
    const calendar = readFileSync(ics, 'utf8');
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/u);
    expect(calendar.split('BEGIN:VEVENT')).toHaveLength(7);
    expect(calendar).toContain(`DTSTART;VALUE=DATE:${document.today.replaceAll('-', '')}`);
    const carePlan = JSON.parse(readFileSync(fhir, 'utf8'));
    expect(carePlan).toMatchObject({ resourceType: 'CarePlan', status: 'active', intent: 'plan' });
    expect(carePlan.activity).toHaveLength(3);
    const again = await zonula(['plan', ...args, '--json']);
    expect(JSON.parse(again.stdout)).toEqual(document);
    expect(readFileSync(ics, 'utf8')).toBe(calendar);
  });

  test('what goes with a class of foods, and what brings it', async () => {
    const { stdout } = await zonula([
      'plan',
      '--profile',
      vegan,
      '--diary',
      diary,
      '--without',
      'wheat',
    ]);
    expect(stdout).toMatch(/^YOUR PLAN from /u);
    expect(stdout).toContain('Wheat is in “wholemeal bread”.');
    expect(stdout.replace(/\s+/gu, ' ')).toMatch(/Selenium: \d+ % less/u);
    for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
    const shut = await zonula([
      'plan',
      '--profile',
      profile('carrying', { pregnancy: 'pregnant' }),
      '--diary',
      diary,
      '--without',
      'wheat',
    ]);
    expect(shut.stdout).toContain('Going without wheat is not for you to try on your own');
    expect(shut.stdout).not.toContain('% less');
  });

  test.each([
    ['under 18', { ageBand: 'under-18' }],
    ['an eating disorder', { eatingDisorder: 'past' }],
  ])('%s: neither foods nor nutrients are named', async (name, change) => {
    const args = ['--profile', profile(name.replaceAll(' ', '-'), change), '--diary', diary];
    const document = await run(...args);
    const { stdout } = await zonula(['plan', ...args]);
    expect(document.nutrients).toMatchObject({ status: 'hidden', nutrients: [] });
    for (const shown of [stdout, JSON.stringify(document)])
      expect(shown).not.toMatch(/lentils|kale|calcium|vitamin B|kcal|psyllium/u);
    expect(stdout).toContain('Foods, energy and weight are not shown here.');
  });

  test('a red flag comes first and takes the place of the rest', async () => {
    const redFlags = {
      ...adult.redFlags,
      answers: { ...adult.redFlags.answers, anaphylaxis: 'yes' },
    };
    const { stdout } = await zonula(['plan', '--profile', profile('ill', { redFlags })]);
    expect(stdout).toMatch(/^If this is happening now: Call 999/u);
    expect(stdout).toContain('1. See someone first');
    expect(stdout).not.toContain('2. ');
    expect(stdout).not.toContain('LATER');
  });

  test('works without a diary, and says what it cannot tell', async () => {
    const document = await run('--profile', profile('plain', {}));
    expect(document.nutrients.status).toBe('cannot-tell');
    expect(ids(document)).toHaveLength(3);
  });

  test.each([
    [[], '--profile FILE is needed'],
    [['--profile', example, '--without', 'cheese cake'], 'A class of foods is needed'],
    [['--profile', example, '--ics', '/nowhere/plan.ics'], 'the folder does not exist'],
  ])('%j is one clear line', async (args, said) => {
    const { status, stdout, stderr } = await zonula(['plan', ...(args as string[])]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
