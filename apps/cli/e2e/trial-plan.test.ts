import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrialPlan } from '@zonula/trial';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPerson, longDiary } from './trial-person.ts';

const person = createPerson();
const { short, profile, run, refused } = person;
afterAll(person.remove);

let trial: TrialPlan;
let file: string;
beforeAll(async () => {
  file = join(person.path, 'whole.json');
  const { status, stdout, stderr } = await run(
    ...['plan', '--diary', longDiary, '--profile', profile, '--exposure', 'food/ice cream'],
    ...['--start', '2024-08-05', '--json', '--out', file],
  );
  expect([status, stderr]).toEqual([0, `plan written to ${file}\n`]);
  trial = JSON.parse(stdout);
}, 120_000);

describe.concurrent('trial plan', () => {
  test('proposes a design that has a chance, with its calendar and a hash', () => {
    expect(trial).toMatchObject({
      exposure: 'food/ice cream',
      allowed: true,
      blockedBy: [],
      status: 'ready',
    });
    expect(trial.power.probability).toBeGreaterThanOrEqual(0.8);
    expect(trial.power.falsePositive).toBeLessThan(0.065);
    expect(trial.power.simulations).toBe(2000);
    expect(trial.design.smallestPossibleP).toBeLessThanOrEqual(0.05);
    expect(trial.schedule[0]!.from).toBe('2024-08-05');
    expect(trial.hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(trial.alternatives.length).toBeGreaterThan(0);
    expect(trial.belief.probability).toBeGreaterThan(0.9);
    expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(trial, null, 2)}\n`);
  });

  test('tells a person what to do, in plain words', async () => {
    const { stdout, status } = await run(
      ...['plan', '--diary', short, '--profile', profile, '--exposure', 'food/ice cream'],
      ...['--start', '2024-08-05', '--pairs', '7', '--washout-days', '3', '--period-days', '4'],
    );
    expect(status).toBe(0);
    for (const part of [
      'BEFORE IT STARTS',
      'THE TRIAL',
      'WHAT TO DO',
      'CALENDAR',
      'HOW THE RESULT WILL BE TOLD',
      'Nobody has to finish a trial.',
    ])
      expect(stdout.replace(/\s+/gu, ' ')).toContain(part);
    expect(stdout).toContain('The smallest p that it can reach is 0.016');
    for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(84);
    expect(stdout).not.toMatch(/undefined|NaN|null|\bheal|\btreat\b|diagnos/u);
  });

  test.each([
    [
      ['--exposure', 'food/unobtainium'],
      '--exposure: food/unobtainium is neither in the diary nor a food',
    ],
    [['--exposure', 'sleep/hours'], '--exposure: sleep/hours cannot be had or left at will'],
    [['--exposure', 'food/cola', '--pairs', '4'], '--pairs: even the clearest result'],
    [['--exposure', 'food/cola', '--period-days', '40'], '--period-days'],
    [['--exposure', 'food/cola', '--effect', '11'], '--effect: expected at most 10'],
    [['--exposure', 'food/cola', '--start', '2024-01-10'], '--start: expected a day after'],
    [['--exposure', 'food/cola', '--start', '2024-02-30'], 'A day such as'],
    [['--exposure', 'food/cola', '--start', '2024-13-45'], 'A day such as'],
    [['--exposure', 'food/cola', '--look', '12', '--pairs', '6'], '--look: expected ascending'],
    [
      ['--exposure', 'food/cola', '--outcome', 'skin/none'],
      '--outcome: the diary has no score skin/none',
    ],
    [['--exposure', 'food/cola', '--holds', 'milk,moon'], '--holds'],
    [['--exposure', 'food/cola', '--running', longDiary], 'expected'],
    [[], '--exposure CATEGORY/NAME is needed'],
  ])('refuses %j', async (args, line) => {
    expect(await refused('plan', '--diary', short, '--profile', profile, ...args)).toContain(line);
  });
});

describe.concurrent('beside another trial', () => {
  const wanted = ['plan', '--diary', short, '--profile', profile, '--pairs', '6'];

  test('a food waits until the other is over, or is not planned', async () => {
    const last = trial.schedule.at(-1)!.to;
    const beside = [...wanted, '--exposure', 'food/cola', '--running', file, '--json'];
    const waits = JSON.parse((await run(...beside)).stdout);
    expect(waits.start > last).toBe(true);
    const { stdout } = await run(...beside, '--start', last);
    expect(JSON.parse(stdout)).toMatchObject({
      allowed: false,
      blockedBy: ['one-food-at-a-time'],
      schedule: [],
    });
    const again = [...wanted, '--exposure', 'food/ice cream', '--running', file];
    expect(await refused(...again, '--start', last)).toContain(
      `--start: expected a day after ${last}`,
    );
  });

  test('a habit may go beside a food, and the person is told', async () => {
    const { stdout } = await run(
      ...[...wanted, '--exposure', 'habit/running', '--running', file],
      ...['--start', '2024-08-05', '--json'],
    );
    const { allowed, notes } = JSON.parse(stdout);
    expect(allowed).toBe(true);
    expect(notes.join(' ')).toContain('Your trial of ice cream goes on until');
  });

  test('a plan that is fixed is not written over', async () => {
    const before = readFileSync(file, 'utf8');
    expect(await refused(...wanted, '--exposure', 'food/cola', '--out', file)).toContain(
      'holds a plan that is fixed; name another file',
    );
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});
