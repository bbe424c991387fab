import { readFileSync } from 'node:fs';
import type { TrialPlan } from '@zonula/trial';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPerson, longDiary, type Planned } from './trial-person.ts';
import { zonula } from './zonula.ts';

const person = createPerson();
const { short, profile, run, refused } = person;
afterAll(person.remove);

let trial: TrialPlan;
let file: string;
/** Somebody on whom the food acts, and somebody on whom it does not and who slips now and then. */
let acting: string;
let idle: string;
let idleDiary: string;
const analyse = (days: string, ...args: string[]) => person.analyse(file, days, ...args);
beforeAll(async () => {
  ({ trial, file } = await person.planned());
  idleDiary = person.lived('null.csv', trial, { effect: 0, seed: 5, slips: 0.2 });
  [acting, idle] = await Promise.all([
    analyse(person.lived('effect.csv', trial, { effect: 3, seed: 1 }), '--json'),
    analyse(idleDiary, '--json'),
  ]);
}, 120_000);

describe.concurrent('trial analyse', () => {
  test('finds an effect that is there, and tells belief before and after', () => {
    const document = JSON.parse(acting);
    expect(document).toMatchObject({ verdict: 'worsens', allowed: true });
    expect(document.randomisationP).toBeLessThanOrEqual(0.05);
    const [low, high] = document.effect.interval;
    expect(low).toBeLessThan(3);
    expect(high).toBeGreaterThan(3);
    expect(document.adherence.exposureWith).toBe(1);
    expect(document.belief.odds).toBeGreaterThan(3);
  });

  test('accuses nothing where there is nothing, and keeps days on which one did otherwise', async () => {
    const document = JSON.parse(idle);
    expect(['inconclusive', 'no difference larger than 0.5']).toContain(document.verdict);
    expect(document.adherence.exposureWith).toBeLessThan(1);
    const text = await analyse(idleDiary);
    expect(text).toContain('WHAT WE BELIEVE NOW');
    expect(text).toContain('Randomisation test');
  });

  test('says nothing before the end', async () => {
    const planned = await run(
      ...['plan', '--diary', short, '--profile', profile, '--exposure', 'food/cola'],
      ...['--pairs', '6', '--period-days', '7', '--json'],
    );
    const coming: TrialPlan = JSON.parse(planned.stdout);
    const next = person.file('coming.json', planned.stdout);
    const first = person.file(
      'first.csv',
      `${readFileSync(short, 'utf8').trimEnd()}\n${coming.start},skin,itch,3\n`,
    );
    const { stdout } = await run('analyse', next, '--diary', first, '--profile', profile, '--json');
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ effect: null, verdict: 'inconclusive' });
    expect(result.reason).toContain('The trial is not over');
  });

  test('is believed by the next analysis', async () => {
    const result = person.file('result.json', idle);
    const rowsOf = (diary: string, keep: (row: string) => boolean): string[] =>
      readFileSync(diary, 'utf8').trimEnd().split('\n').filter(keep);
    const months = person.file(
      'months.csv',
      [
        ...rowsOf(longDiary, (row) => !(row >= '2024-03-10' && row < '2025')),
        ...rowsOf(idleDiary, (row) => row >= '2024-08-05' && row < '2025'),
      ].join('\n'),
    );
    const asked = ['discover', months, '--grain', 'dish', '--trial', result];
    const answer = await zonula([...asked, '--json']);
    expect(answer.status).toBe(0);
    expect(answer.stderr).toContain('counted: the trial of food/ice cream from 2024-08-05');
    expect(JSON.parse(answer.stdout).status).toBe('ok');
    const wrong = await zonula([...asked, '--outcome', 'gut/bloating']);
    expect([wrong.status, wrong.stderr]).toEqual([
      2,
      expect.stringContaining('is about skin/itch, not about gut/bloating'),
    ]);
  });

  test('refuses a diary that holds none of its days, and one without its score', async () => {
    const judged = ['analyse', file, '--profile', profile, '--diary'];
    expect(await refused(...judged, short)).toContain('expected entries between 2024-08-05');
    const other = person.file('other.csv', 'date,category,name,value\n2024-08-06,skin,redness,3\n');
    expect(await refused(...judged, other)).toContain('expected the score skin/itch');
  });

  test('may end at a look that was declared', async () => {
    const looked: Planned = await person.planned(
      'looked.json',
      ...['--pairs', '8', '--washout-days', '2', '--period-days', '4', '--look', '8'],
    );
    expect(looked.trial.power.simulations).toBe(1000);
    const end = looked.trial.schedule.filter(({ block }) => block !== null)[7]!.to;
    const whole = person.lived('looked.csv', looked.trial, { effect: 5, seed: 2 });
    const half = person.file(
      'half.csv',
      readFileSync(whole, 'utf8')
        .split('\n')
        .filter((row) => row.slice(0, 10) <= end || row.startsWith('date'))
        .join('\n'),
    );
    const result = JSON.parse(await person.analyse(looked.file, half, '--json'));
    expect(['go-on', 'effect', 'harm', 'futility']).toContain(result.look);
    if (result.look === 'go-on') expect(result.effect).toBeNull();
    else expect(result.reason).toMatch(/stop/iu);
  });
});

describe.concurrent('trial pool', () => {
  test('takes several trials of the same food together', async () => {
    // As the second would be told had it been drawn another day.
    const later = {
      ...JSON.parse(idle),
      hash: 'f'.repeat(64),
      from: '2025-03-01',
      to: '2025-06-06',
    };
    const files = [
      person.file('first.json', acting),
      person.file('second.json', JSON.stringify(later)),
    ];
    const { stdout, status } = await run('pool', ...files, '--json');
    expect(status).toBe(0);
    const pooled = JSON.parse(stdout);
    const [one, two] = [acting, idle].map((text) => JSON.parse(text).effect.mean);
    expect(pooled).toMatchObject({ exposure: 'food/ice cream', outcome: 'skin/itch' });
    expect(pooled.effect.mean).toBeGreaterThan(Math.min(one, two));
    expect(pooled.effect.mean).toBeLessThan(Math.max(one, two));
    expect(pooled.trials).toHaveLength(2);
    const { stdout: text } = await run('pool', ...files);
    expect(text).toContain('2 trials of ice cream and itch, taken together.');
    for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(84);
    expect(await refused('pool', files[0]!, files[0]!)).toContain('hash: it is the same trial as');
    expect(await refused('pool', files[0]!)).toContain('two trials or more');
  });

  test('refuses what is no result, and trials of different things', async () => {
    const one = person.file('one.json', acting);
    expect(await refused('pool', one, file)).toContain('TRIAL.json: ');
    const other = { ...JSON.parse(idle), hash: 'e'.repeat(64), exposure: 'food/cola' };
    const cola = person.file('cola.json', JSON.stringify(other));
    expect(await refused('pool', one, cola)).toContain(
      'cola.json: exposure: expected food/ice cream',
    );
  });
});
