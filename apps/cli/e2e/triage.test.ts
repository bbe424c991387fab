import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { createFolder, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);
const example = 'examples/profile.json';
const adult = JSON.parse(readFileSync(example, 'utf8'));
const profile = (name: string, change: object): string =>
  folder.file(`${name}.json`, JSON.stringify({ ...adult, ...change }));
const run = async (...args: string[]) => {
  const { status, stdout, stderr } = await zonula([...args, '--json']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
};

describe('triage', () => {
  test('of the example: no red flag, and the gates that the answers shut', async () => {
    const document = await run('triage', '--profile', example);
    expect(document).toMatchObject({
      country: 'UK',
      urgency: null,
      redFlags: [],
      questions: [],
      notAsked: [],
    });
    expect({ allowed: document.allowed, blockedBy: document.blockedBy }).toEqual({
      allowed: true,
      blockedBy: [],
    });
    const shut = document.gates.filter((gate: { allowed: boolean }) => !gate.allowed);
    expect(
      shut.map(({ food, blockedBy }: { food: string; blockedBy: string[] }) => [
        food,
        ...blockedBy,
      ]),
    ).toEqual([
      ['gluten', 'coeliac-test'],
      ...['milk', 'peanut', 'nuts', 'fish', 'shellfish', 'wheat'].map((food) => [
        food,
        `clinician-agreement:${food}`,
      ]),
    ]);
  });

  test('a question that was not asked blocks', async () => {
    const document = await run('triage', '--profile', folder.file('nothing.json', '{}'));
    expect(document.allowed).toBe(false);
    for (const field of [
      'ageBand',
      'pregnancy',
      'eatingDisorder',
      'weight',
      'foodAllergies',
      'diabetesMedicine',
      'redFlags.anaphylaxis',
    ])
      expect(document.blockedBy).toContain(`not-asked:${field}`);
  });

  test('lip swelling in a note raises the question, with the number of the country', async () => {
    const diary = folder.file(
      'lips.csv',
      'date,category,name,value,time,unit,site,note\n2024-07-14,food,peanuts,1,,,,my lips swelled up\n',
    );
    const document = await run('triage', '--profile', example, '--diary', diary);
    expect(document.redFlags).toEqual([]);
    expect(document.questions).toMatchObject([
      {
        id: 'anaphylaxis',
        urgency: 'emergency-now',
        ifYes: expect.stringContaining('Call 999'),
        because: [{ code: 'entry' }],
      },
    ]);
    expect(document.blockedBy).toEqual(['not-asked:redFlags.anaphylaxis']);
    const { stdout } = await zonula([
      'triage',
      '--profile',
      profile('us', { country: 'US' }),
      '--diary',
      diary,
    ]);
    expect(stdout).toMatch(/^PLEASE ANSWER NOW\n/u);
    expect(stdout.replace(/\s+/gu, ' ')).toContain('If yes: If this is happening now: Call 911.');
  });

  test('an open red flag stands first, at most 80 columns wide', async () => {
    const redFlags = {
      ...adult.redFlags,
      answers: { ...adult.redFlags.answers, 'eczema-herpeticum': 'yes' },
    };
    const { stdout, status } = await zonula(['triage', '--profile', profile('ill', { redFlags })]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^TODAY\n {2}Get medical help today: call your GP surgery or NHS 111/u);
    for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
  });

  test('a wrong answer is one line that names the field', async () => {
    const { status, stdout, stderr } = await zonula([
      'triage',
      '--profile',
      profile('wrong', { ageBand: 17 }),
    ]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /^zonula: [^\n]*wrong\.json: ageBand: expected under-18, 18-59 or 60-or-over, found 17\n$/u,
    );
  });
});

/** Ninety days in which kebab and a cream move the skin on the next day. */
const diary = (): string => {
  const rows = ['#scale skin/redness 0 10', 'date,category,name,value,time,unit,site,note'];
  let state = 12345;
  const uniform = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  let [kebab, cream] = [false, false];
  for (let day = 0; day < 90; day++) {
    const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
    const base = 3 + uniform() + uniform() - 1 + (kebab ? 2 : 0) + (cream ? 3 : 0);
    rows.push(`${date},skin,redness,${Math.round(base)},,,,after kebab`);
    kebab = uniform() < 0.3;
    cream = uniform() < 0.3;
    if (kebab) rows.push(`${date},food,kebab,1,,,,`, `${date},habit,ate kebab,1,,,,`);
    if (cream) rows.push(`${date},skincare,new lotion,1,,,,`);
    rows.push(`${date},habit,energy,${1500 + Math.round(600 * uniform())},,kcal,,`);
    rows.push(`${date},symptom,weight,${60 + Math.round(4 * uniform())},,kg,,`);
    rows.push(
      `${date},sleep,hours,${6 + Math.round(2 * uniform())},,h,,`,
      `${date},day,complete,1,,,,`,
    );
  }
  return `${rows.join('\n')}\n`;
};

describe('discover --profile', () => {
  const file = folder.file('diary.csv', diary());
  const page = folder.file('page.html');
  const foods = /kebab|kcal|\benergy\b(?!, and weight)|\b6\d kg\b|symptom\/weight/iu;
  const notice = 'Foods, energy and weight are not shown here.';

  test.each([
    ['under 18', { ageBand: 'under-18' }],
    ['an eating disorder before', { eatingDisorder: 'past' }],
    ['an eating disorder now', { eatingDisorder: 'present' }],
  ])('%s: food, energy and weight are nowhere, skincare and sleep remain', async (name, change) => {
    const args = ['discover', file, '--profile', profile(name, change)];
    const document = await run(...args);
    expect(document.claims).toEqual([['skincare/new lotion']]);
    expect(document.exposures.map(({ id }: { id: string }) => id)).toEqual(['skincare/new lotion']);
    expect(document.covariates.map(({ id }: { id: string }) => id)).toContain('sleep/hours');
    expect(document.safety.hidden).toMatchObject({ foods: true, energy: true, weight: true });
    const { safety: _, ...result } = document;
    expect(JSON.stringify(result)).not.toMatch(foods);
    const { stdout, stderr } = await zonula([...args, '--report', page]);
    expect(stdout).toContain(notice);
    const html = readFileSync(page, 'utf8').replace(/<style>[\s\S]*?<\/style>/u, '');
    expect(html).toContain(notice);
    for (const shown of [stdout, stderr, html])
      expect(shown.replaceAll(notice, '')).not.toMatch(foods);
    expect(stdout).toContain('new lotion');
  });

  test('sleep and stress remain where nothing else does', async () => {
    const only = folder.file(
      'only.csv',
      diary()
        .split('\n')
        .filter((row) => !/,(?:skincare|habit|symptom),/u.test(row))
        .join('\n'),
    );
    const args = ['discover', only, '--profile', profile('child', { ageBand: 'under-18' })];
    const document = await run(...args);
    expect(document.reasons).toMatchObject([
      { code: 'no-exposures', text: 'There is no habit or skin product that we could show you.' },
    ]);
    expect(document.covariates.map(({ id }: { id: string }) => id)).toContain('sleep/hours');
    await zonula([...args, '--report', page]);
    const html = readFileSync(page, 'utf8').replace(/<style>[\s\S]*?<\/style>/u, '');
    expect(html).toContain('Kept apart: sleep, stress and the calendar');
    const { safety: _, ...result } = document;
    for (const shown of [JSON.stringify(result), html])
      expect(shown.replaceAll(notice, '')).not.toMatch(foods);
  });

  test('an adult sees foods, and red flags before them', async () => {
    const redFlags = {
      ...adult.redFlags,
      answers: { ...adult.redFlags.answers, 'bowel-alarm': 'yes' },
    };
    const args = ['discover', file, '--profile', profile('open', { redFlags }), '--report', page];
    const { stdout } = await zonula(args);
    expect(stdout).toMatch(/^See your GP\. Go soon\./u);
    expect(stdout).toContain('kebab');
    const html = readFileSync(page, 'utf8');
    expect(html.indexOf('See your GP. Go soon.')).toBeGreaterThan(0);
    expect(html.indexOf('See your GP. Go soon.')).toBeLessThan(html.indexOf('<h1>'));
    const document = await run('discover', file, '--profile', example, '--grain', 'dish');
    expect(document.safety).toMatchObject({
      urgency: null,
      redFlags: [],
      hidden: { foods: false },
    });
    expect(document.exposures.map(({ id }: { id: string }) => id)).toContain('food/kebab');
  });

  test('the profile survives a report of its name', async () => {
    const own = profile('own', {});
    const { status, stderr } = await zonula(['discover', file, '--profile', own, '--report', own]);
    expect(status).toBe(2);
    expect(stderr).toContain('the file that is read');
  });
});
