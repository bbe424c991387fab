import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '@zonula/numerics';
import type { TrialPlan } from '@zonula/trial';
import { afterAll, describe, expect, test } from 'vitest';
import { createPerson } from './trial-person.ts';
import { zonula } from './zonula.ts';

const person = createPerson();
const { short, profile, run, refused } = person;
afterAll(person.remove);

/** Cheddar and tomato soup, always together; each raises the score of the next day. */
const together = (): string => {
  const random = createRandom(4);
  const rows = ['#scale skin/redness 0 10', 'date,category,name,value'];
  let x = 0;
  let had = false;
  for (let day = 0; day < 70; day++) {
    const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
    x = 0.5 * x + 0.6 * random.normal() + (had ? 1.8 : 0);
    had = random.uniform() < 0.3;
    rows.push(`${date},food,toast,1`);
    rows.push(`${date},skin,redness,${Math.min(10, Math.max(0, Math.round(3 + x)))}`);
    if (had) rows.push(`${date},food,cheddar,1`, `${date},food,tomato soup,1`);
  }
  return person.file('together.csv', `${rows.join('\n')}\n`);
};

describe.concurrent('designs of a trial', () => {
  test('vary one of the foods that always come together: same bytes for the same input, another order for another seed', async () => {
    const args = [
      ...['plan', '--diary', together(), '--profile', profile, '--exposure', 'food/cheddar'],
      ...['--start', '2024-08-05', '--pairs', '8', '--period-days', '4', '--json'],
    ];
    const [one, two, other] = await Promise.all([
      run(...args),
      run(...args),
      run(...args, '--seed', '2'),
    ]);
    expect(one.status).toBe(0);
    expect(two.stdout).toBe(one.stdout);
    const [a, b] = [one, other].map(({ stdout }): TrialPlan => JSON.parse(stdout));
    expect(b!.hash).not.toBe(a!.hash);
    expect(b!.schedule).not.toEqual(a!.schedule);
    expect(a!.design).toMatchObject({
      kind: 'one-member-of-a-set',
      keepUsual: ['food/tomato soup'],
      pairs: 8,
      days: 64,
    });
    expect(a!.instructions.without).toBe('Have no cheddar. Have tomato soup as you always do.');
  });

  test('hide the order of a supplement from who takes it, never that of a food', async () => {
    const blind = join(person.path, 'blind.json');
    const { stdout, status } = await run(
      ...['plan', '--diary', 'examples/melatonin.csv', '--profile', profile],
      ...['--outcome', 'mood/mood', '--pairs', '8', '--period-days', '4'],
      ...['--exposure', 'supplement/melatonin', '--holds', 'none', '--blind', '--out', blind],
    );
    expect(status).toBe(0);
    expect(stdout).toContain('box 1');
    expect(stdout).not.toMatch(/ {3}with(?:out)? /u);
    const out = join(person.path, 'blind');
    const exported = ['export', blind, '--profile', profile, '--out', out, '--to'];
    await run(...exported, 'helper');
    expect(readFileSync(join(out, 'helper.csv'), 'utf8').trim().split('\n')).toHaveLength(17);
    await run(...exported, 'ics');
    expect(readFileSync(join(out, 'trial.ics'), 'utf8')).not.toMatch(
      /With melatonin|Without melatonin/u,
    );
    const food = ['plan', '--diary', short, '--profile', profile, '--exposure', 'food/ice cream'];
    expect(await refused(...food, '--blind')).toContain('--blind');
  });

  test('take the periods of a study of StudyU and say what is different', async () => {
    const study = person.file(
      'study.json',
      JSON.stringify({
        id: 's',
        title: 'Ice',
        interventions: [
          { id: 'a', name: 'Ice cream', tasks: [] },
          { id: 'b', name: 'None', tasks: [] },
        ],
        observations: [],
        schedule: {
          numberOfCycles: 6,
          phaseDuration: 6,
          includeBaseline: false,
          sequence: 'randomized',
          sequenceCustom: 'ABAB',
        },
      }),
    );
    const { stdout } = await run(
      ...['plan', '--diary', short, '--profile', profile, '--exposure', 'food/ice cream'],
      ...['--studyu', study, '--washout-days', '1', '--json'],
    );
    const { design, notes } = JSON.parse(stdout);
    expect(design).toMatchObject({
      kind: 'randomised-pairs',
      pairs: 6,
      periodDays: 6,
      washoutDays: 1,
    });
    expect(notes.join(' ')).toContain('StudyU never shuffles the first pair');
  });

  test('are none that one could bear where the skin answers after weeks, and the person is told', async () => {
    const random = createRandom(4);
    const rows = ['#scale skin/psoriasis 0 10', 'date,category,name,value'];
    const had: number[] = [];
    let x = 0;
    for (let day = 0; day < 220; day++) {
      const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
      had.push(Number(random.uniform() < 0.2));
      x = 0.4 * x + 0.5 * random.normal();
      let push = 0;
      for (let lag = 16; lag <= 36; lag++)
        push += 0.8 * Math.exp(-0.5 * ((lag - 26) / 4) ** 2) * (had[day - lag] ?? 0);
      const score = Math.min(10, Math.max(0, Math.round(2 + x + push)));
      rows.push(`${date},food,toast,1`, `${date},skin,psoriasis,${score}`);
      if (had[day]) rows.push(`${date},food,cheddar,1`);
    }
    const slow = person.file('slow.csv', `${rows.join('\n')}\n`);
    const psoriasis = person.profileOf('psoriasis', { conditions: ['psoriasis'] });
    const out = join(person.path, 'no-design.json');
    const args = ['plan', '--diary', slow, '--profile', psoriasis, '--exposure', 'food/cheddar'];
    const { status, stdout, stderr } = await run(...args, '--json', '--out', out);
    expect([status, stderr]).toEqual([0, `there is no plan to write to ${out}\n`]);
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({
      allowed: true,
      status: 'no-bearable-design',
      reasons: [{ code: 'no-bearable-design' }],
      design: null,
      schedule: [],
      hash: null,
    });
    expect(document.belief.delay.mean).toBeGreaterThan(20);
    expect(() => readFileSync(out)).toThrow('ENOENT');
    const none = person.file('none.json', stdout);
    expect(await refused('analyse', none, '--diary', slow, '--profile', psoriasis)).toContain(
      'status: no bearable design was found',
    );
  });

  test('are found for a person of the mechanism too', async () => {
    const people = join(person.path, 'people');
    const made = await zonula(['simulate', '--days', '60', '--seed', '3', '--out', people]);
    expect(made.status).toBe(0);
    const diary = join(people, '0001.csv');
    const name = readFileSync(diary, 'utf8')
      .split('\n')
      .map((row) => row.split(','))
      .find(([, kind]) => kind === 'food')![2]!;
    const { status, stdout } = await run(
      ...['plan', '--diary', diary, '--profile', profile, '--exposure', `food/${name}`],
      ...['--pairs', '6', '--json'],
    );
    expect(status).toBe(0);
    const document: TrialPlan = JSON.parse(stdout);
    expect(document.allowed).toBe(true);
    expect(['ready', 'too-weak']).toContain(document.status);
    expect(document.power.probability >= 0.8).toBe(document.status === 'ready');
    expect(document.daysNeeded.map(({ days }) => days ?? 999)).toEqual(
      document.daysNeeded.map(({ days }) => days ?? 999).sort((a, b) => b - a),
    );
  });
});
