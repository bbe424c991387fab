import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '@zonula/numerics';
import { commit, type TrialPlan } from '@zonula/trial';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFolder, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);
const example = JSON.parse(readFileSync('examples/profile.json', 'utf8'));
const past = readFileSync('examples/simulated-person.csv', 'utf8');
const diary = 'examples/simulated-person.csv';
/** Its first weeks: quicker to fit, for what does not depend on the findings. */
const short = folder.file(
  'short.csv',
  past
    .split('\n')
    .filter((row) => !(row >= '2024-03-20' && row < '2025'))
    .join('\n'),
);
const profileOf = (name: string, change: object = {}): string =>
  folder.file(
    `${name}.json`,
    JSON.stringify({ ...example, coeliacTest: 'negative', conditions: ['rosacea'], ...change }),
  );
const profile = profileOf('profile');
const run = async (...args: string[]) => zonula(['trial', ...args]);
const refused = async (...args: string[]): Promise<string> => {
  const { status, stdout, stderr } = await run(...args);
  expect(stdout).toBe('');
  expect(status).toBe(2);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  return stderr;
};

const plan = (...args: string[]) => run('plan', '--diary', diary, '--profile', profile, ...args);

let trial: TrialPlan;
let file: string;
beforeAll(async () => {
  file = join(folder.path, 'TRIAL.json');
  const { status, stdout, stderr } = await plan(
    '--exposure',
    'food/ice cream',
    '--start',
    '2024-08-05',
    '--json',
    '--out',
    file,
  );
  expect(stderr).toBe(`plan written to ${file}\n`);
  expect(status).toBe(0);
  trial = JSON.parse(stdout);
}, 120_000);

/** The days of a trial as somebody would keep them in whom the food adds `effect` points, two days later. */
const lived = (name: string, effect: number, seed: number, slips = 0, of = trial): string => {
  const random = createRandom(seed);
  const rows: string[] = [];
  const had: number[] = [];
  let x = 0;
  for (const { from, to, arm } of of.schedule) {
    for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000) {
      const date = new Date(time).toISOString().slice(0, 10);
      const planned = arm === 'usual' ? Number(random.uniform() < 0.2) : Number(arm === 'with');
      had.push(random.uniform() < slips ? 1 - planned : planned);
      x = 0.5 * x + 0.8 * random.normal();
      const itch = Math.round(4 + x + effect * (had.at(-3) ?? 0));
      rows.push(`${date},food,toast,1`);
      if (had.at(-1) === 1) rows.push(`${date},food,ice cream,1`);
      if (random.uniform() < 0.9) rows.push(`${date},skin,itch,${Math.min(10, Math.max(0, itch))}`);
    }
  }
  return folder.file(name, `${past.trimEnd()}\n${rows.join('\n')}\n`);
};
const analyse = async (days: string, ...args: string[]) => {
  const { status, stdout, stderr } = await run(
    'analyse',
    file,
    '--diary',
    days,
    '--profile',
    profile,
    ...args,
  );
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
};

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

  test('gives the same bytes for the same input, another order for another seed', async () => {
    const args = [
      '--exposure',
      'food/cola',
      '--start',
      '2024-08-05',
      '--pairs',
      '8',
      '--period-days',
      '4',
      '--json',
    ];
    const [one, two, other] = await Promise.all([
      plan(...args),
      plan(...args),
      plan(...args, '--seed', '2'),
    ]);
    expect(two.stdout).toBe(one.stdout);
    const [a, b] = [one, other].map(({ stdout }) => JSON.parse(stdout));
    expect(b.hash).not.toBe(a.hash);
    expect(b.schedule).not.toEqual(a.schedule);
    expect(a.design).toMatchObject({
      kind: 'one-member-of-a-set',
      keepUsual: ['food/pizza'],
      pairs: 8,
      days: 64,
    });
  });

  test('tells a person what to do, in plain words', async () => {
    const { stdout, status } = await run(
      'plan',
      '--diary',
      short,
      '--profile',
      profile,
      '--exposure',
      'food/ice cream',
      '--start',
      '2024-08-05',
      '--pairs',
      '7',
      '--washout-days',
      '3',
      '--period-days',
      '4',
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
    ['under 18', { ageBand: 'under-18' }, 'under-18'],
    ['an eating disorder', { eatingDisorder: 'past' }, 'eating-disorder'],
    ['a question that was not asked', { weight: null }, 'not-asked:weight'],
    ['eczema without a clinician’s word', { conditions: ['eczema'] }, 'clinician-agreement:milk'],
  ])('plans nothing with %s', async (name, change, code) => {
    const out = join(folder.path, `blocked-${code.replaceAll(/\W/gu, '-')}.json`);
    const { status, stdout } = await run(
      'plan',
      '--diary',
      diary,
      '--profile',
      profileOf(name.replaceAll(/\W/gu, '-'), change),
      '--exposure',
      'food/ice cream',
      '--json',
      '--out',
      out,
    );
    expect(status).toBe(0);
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({ allowed: false, design: null, schedule: [], hash: null });
    expect(document.blockedBy).toContain(code);
    expect(() => readFileSync(out)).toThrow('ENOENT');
    const blocked = folder.file(`forced-${code.replaceAll(/\W/gu, '-')}.json`, stdout);
    expect(await refused('analyse', blocked, '--diary', diary, '--profile', profile)).toContain(
      'allowed: this trial was blocked',
    );
  });

  test('never varies a medicine', async () => {
    for (const exposure of ['medication/doxycycline', 'skincare/tretinoin']) {
      const { stdout } = await plan('--exposure', exposure, '--json');
      expect(JSON.parse(stdout).blockedBy).toEqual(['medicine']);
    }
  });

  test('hides the order of a supplement from who takes it, never that of a food', async () => {
    const args = [
      'plan',
      '--diary',
      'examples/melatonin.csv',
      '--profile',
      profile,
      '--outcome',
      'mood/mood',
      '--pairs',
      '8',
      '--period-days',
      '4',
    ];
    const blind = join(folder.path, 'blind.json');
    const { stdout, status } = await run(
      ...args,
      '--exposure',
      'supplement/melatonin',
      '--holds',
      'none',
      '--blind',
      '--out',
      blind,
    );
    expect(status).toBe(0);
    expect(stdout).toContain('box 1');
    expect(stdout).not.toMatch(/ {3}with(?:out)? /u);
    const out = join(folder.path, 'blind');
    await run('export', blind, '--to', 'helper', '--profile', profile, '--out', out);
    expect(readFileSync(join(out, 'helper.csv'), 'utf8').trim().split('\n')).toHaveLength(17);
    await run('export', blind, '--to', 'ics', '--profile', profile, '--out', out);
    expect(readFileSync(join(out, 'trial.ics'), 'utf8')).not.toMatch(
      /With melatonin|Without melatonin/u,
    );
    expect(
      await refused(
        'plan',
        '--diary',
        diary,
        '--profile',
        profile,
        '--exposure',
        'food/ice cream',
        '--blind',
      ),
    ).toContain('--blind');
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
    [[], '--exposure CATEGORY/NAME is needed'],
  ])('refuses %j', async (args, line) => {
    expect(await refused('plan', '--diary', short, '--profile', profile, ...args)).toContain(line);
  });

  test('takes the periods of a study of StudyU and says what is different', async () => {
    const study = folder.file(
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
      'plan',
      '--diary',
      short,
      '--profile',
      profile,
      '--exposure',
      'food/ice cream',
      '--studyu',
      study,
      '--washout-days',
      '1',
      '--json',
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

  test('varies one of the foods that always come together, and leaves the other', async () => {
    const random = createRandom(4);
    const rows = ['#scale skin/redness 0 10', 'date,category,name,value'];
    let x = 0;
    let had = false;
    for (let day = 0; day < 120; day++) {
      const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
      x = 0.5 * x + 0.6 * random.normal() + (had ? 1.8 : 0);
      had = random.uniform() < 0.3;
      rows.push(`${date},food,toast,1`);
      rows.push(`${date},skin,redness,${Math.min(10, Math.max(0, Math.round(3 + x)))}`);
      if (had) rows.push(`${date},food,cheddar,1`, `${date},food,tomato soup,1`);
    }
    const together = folder.file('together.csv', `${rows.join('\n')}\n`);
    const { stdout, status } = await run(
      'plan',
      '--diary',
      together,
      '--profile',
      profile,
      '--exposure',
      'food/cheddar',
      '--pairs',
      '6',
      '--json',
    );
    expect(status).toBe(0);
    const { design, instructions } = JSON.parse(stdout);
    expect(design).toMatchObject({
      kind: 'one-member-of-a-set',
      keepUsual: ['food/tomato soup'],
      pairs: 6,
    });
    expect(instructions.without).toBe('Have no cheddar. Have tomato soup as you always do.');
  });

  test('says that no bearable design exists where the skin answers after weeks', async () => {
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
    const slow = folder.file('slow.csv', `${rows.join('\n')}\n`);
    const psoriasis = profileOf('psoriasis', { conditions: ['psoriasis'] });
    const out = join(folder.path, 'no-design.json');
    const args = ['plan', '--diary', slow, '--profile', psoriasis, '--exposure', 'food/cheddar'];
    const { status, stdout, stderr } = await run(...args, '--json', '--out', out);
    expect([status, stderr]).toEqual([0, '']);
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
    const none = folder.file('none.json', stdout);
    expect(await refused('analyse', none, '--diary', slow, '--profile', psoriasis)).toContain(
      'status: no bearable design was found',
    );
  });

  test('plans for a person of the mechanism too', async () => {
    const people = join(folder.path, 'people');
    const made = await zonula(['simulate', '--days', '120', '--seed', '3', '--out', people]);
    expect(made.status).toBe(0);
    const person = join(people, '0001.csv');
    const { category, name } = readFileSync(person, 'utf8')
      .split('\n')
      .map((row) => row.split(','))
      .filter(([, kind]) => kind === 'food')
      .map(([, kind, food]) => ({ category: kind!, name: food! }))[0]!;
    const { status, stdout } = await run(
      'plan',
      '--diary',
      person,
      '--profile',
      profile,
      '--exposure',
      `${category}/${name}`,
      '--json',
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

describe.concurrent('trial analyse', () => {
  test('finds an effect that is there, and tells belief before and after', async () => {
    const document = JSON.parse(await analyse(lived('effect.csv', 3, 1), '--json'));
    expect(document).toMatchObject({ verdict: 'worsens', allowed: true });
    expect(document.randomisationP).toBeLessThanOrEqual(0.05);
    const [low, high] = document.effect.interval;
    expect(low).toBeLessThan(3);
    expect(high).toBeGreaterThan(3);
    expect(document.adherence.exposureWith).toBe(1);
    expect(document.belief.odds).toBeGreaterThan(3);
  });

  test('accuses nothing where there is nothing, and keeps days on which one did otherwise', async () => {
    const days = lived('null.csv', 0, 5, 0.2);
    const document = JSON.parse(await analyse(days, '--json'));
    expect(['inconclusive', 'no difference larger than 0.5']).toContain(document.verdict);
    expect(document.adherence.exposureWith).toBeLessThan(1);
    const text = await analyse(days);
    expect(text).toContain('WHAT WE BELIEVE NOW');
    expect(text).toContain('Randomisation test');
  });

  test('says nothing before the end', async () => {
    const rows = readFileSync(lived('whole.csv', 3, 1), 'utf8').split('\n');
    const future = { ...trial };
    const begun = folder.file(
      'begun.csv',
      rows.filter((row) => !(row >= '2024-08-25' && row < '2025')).join('\n'),
    );
    expect(future.start).toBe('2024-08-05');
    const { stdout } = await run(
      'plan',
      '--diary',
      short,
      '--profile',
      profile,
      '--exposure',
      'food/cola',
      '--pairs',
      '6',
      '--period-days',
      '7',
      '--json',
    );
    const coming: TrialPlan = JSON.parse(stdout);
    const next = folder.file('coming.json', stdout);
    const first = folder.file(
      'first.csv',
      `${readFileSync(begun, 'utf8').trimEnd()}\n${coming.start},skin,itch,3\n`,
    );
    const result = await run('analyse', next, '--diary', first, '--profile', profile, '--json');
    expect(JSON.parse(result.stdout)).toMatchObject({ effect: null, verdict: 'inconclusive' });
    expect(JSON.parse(result.stdout).reason).toContain('The trial is not over');
  });

  test('is believed by the next analysis', async () => {
    const days = lived('feedback.csv', 0, 5);
    const result = folder.file('result.json', await analyse(days, '--json'));
    const answer = await zonula(['discover', days, '--grain', 'dish', '--trial', result, '--json']);
    expect(answer.status).toBe(0);
    expect(answer.stderr).toContain('counted: the trial of food/ice cream from 2024-08-05');
    expect(JSON.parse(answer.stdout).status).toBe('ok');
    const wrong = await zonula(['discover', days, '--outcome', 'gut/bloating', '--trial', result]);
    expect([wrong.status, wrong.stderr]).toEqual([
      2,
      expect.stringContaining('is about skin/itch, not about gut/bloating'),
    ]);
  });

  test.each<
    [string, (document: Record<string, unknown> & { schedule: { from: string }[] }) => void]
  >([
    [
      'hash',
      (d) => {
        d.hash = '0'.repeat(64);
      },
    ],
    [
      'worthwhile: it was changed',
      (d) => {
        d.worthwhile = 0.01;
      },
    ],
    [
      'schedule[2].from',
      (d) => {
        d.schedule[1]!.from = d.schedule[0]!.from;
      },
    ],
    [
      'exposure: it was changed',
      (d) => {
        d.exposure = 'food/cola';
      },
    ],
  ])('refuses a plan in which %s', async (field, change) => {
    const document = JSON.parse(readFileSync(file, 'utf8'));
    change(document);
    const name = `tampered-${field.replaceAll(/\W/gu, '-')}.json`;
    const tampered = folder.file(name, JSON.stringify(document));
    expect(await refused('analyse', tampered, '--diary', diary, '--profile', profile)).toContain(
      `${name}: ${field}`,
    );
  });

  test('refuses a diary that holds none of its days, and one without its score', async () => {
    expect(await refused('analyse', file, '--diary', diary, '--profile', profile)).toContain(
      'expected entries between 2024-08-05',
    );
    const other = folder.file('other.csv', 'date,category,name,value\n2024-08-06,skin,redness,3\n');
    expect(await refused('analyse', file, '--diary', other, '--profile', profile)).toContain(
      'expected the score skin/itch',
    );
  });

  test('takes no plan at its word on what a food holds', async () => {
    const { stdout } = await run(
      'plan',
      '--diary',
      short,
      '--profile',
      profile,
      '--exposure',
      'food/toast',
      '--pairs',
      '6',
      '--json',
    );
    const { digests: _, hash: __, ...fields } = JSON.parse(stdout);
    const lie = { ...fields, classes: [], food: false };
    const forged = folder.file('forged.json', JSON.stringify({ ...lie, ...commit(lie) }));
    const untested = profileOf('untested', { coeliacTest: 'not-tested' });
    const { stdout: day } = await run('today', forged, '--profile', untested, '--json');
    expect(JSON.parse(day).blockedBy).toContain('coeliac-test');
    const said = await run(
      'plan',
      '--diary',
      diary,
      '--profile',
      untested,
      '--exposure',
      'food/toast',
      '--holds',
      'none',
      '--json',
    );
    expect(JSON.parse(said.stdout).blockedBy).toContain('coeliac-test');
  });

  test('may end at a look that was declared', { timeout: 240_000 }, async () => {
    const looked = join(folder.path, 'looked.json');
    await run(
      'plan',
      '--diary',
      short,
      '--profile',
      profile,
      '--exposure',
      'food/ice cream',
      '--pairs',
      '8',
      '--washout-days',
      '2',
      '--period-days',
      '4',
      '--look',
      '8',
      '--out',
      looked,
    );
    const inLooks: TrialPlan = JSON.parse(readFileSync(looked, 'utf8'));
    expect(inLooks.power.simulations).toBe(1000);
    const end = inLooks.schedule.filter(({ block }) => block !== null)[7]!.to;
    const rows = readFileSync(lived('looked.csv', 5, 2, 0, inLooks), 'utf8').split('\n');
    const half = folder.file(
      'half.csv',
      rows.filter((row) => row.slice(0, 10) <= end || row.startsWith('date')).join('\n'),
    );
    const { stdout } = await run(
      'analyse',
      looked,
      '--diary',
      half,
      '--profile',
      profile,
      '--json',
    );
    const result = JSON.parse(stdout);
    expect(['go-on', 'effect', 'harm', 'futility']).toContain(result.look);
    if (result.look === 'go-on') expect(result.effect).toBeNull();
    else expect(result.reason).toMatch(/stop/iu);
  });

  test('asks the gates again', async () => {
    const changed = profileOf('changed', { eatingDisorder: 'present' });
    const { stdout } = await run(
      'analyse',
      file,
      '--diary',
      lived('gate.csv', 3, 1),
      '--profile',
      changed,
      '--json',
    );
    expect(JSON.parse(stdout)).toMatchObject({
      allowed: false,
      blockedBy: expect.arrayContaining(['eating-disorder']),
      effect: null,
      verdict: null,
    });
    const { stdout: exported } = await run(
      'export',
      file,
      '--to',
      'ics',
      '--profile',
      changed,
      '--out',
      join(folder.path, 'no'),
      '--json',
    );
    expect(JSON.parse(exported)).toMatchObject({ allowed: false, files: [] });
    expect(() => readFileSync(join(folder.path, 'no', 'trial.ics'))).toThrow('ENOENT');
  });
});

describe.concurrent('during a trial', () => {
  test('today says what to do, and a red flag stops it', async () => {
    const day = trial.schedule.find(({ arm }) => arm === 'without')!.from;
    const { stdout } = await run('today', file, '--profile', profile, '--on', day);
    expect(stdout).toContain('Have no ice cream.');
    const flagged = profileOf('flagged', {
      redFlags: {
        ...example.redFlags,
        answers: { ...example.redFlags.answers, anaphylaxis: 'yes' },
      },
    });
    const stop = await run('today', file, '--profile', flagged, '--on', day);
    expect(stop.stdout).toMatch(/^Stop here\./u);
    expect(stop.stdout).not.toContain('Have no ice cream');
  });

  test('days off move the rest and leave order and hash alone', async () => {
    const copy = folder.file('moved.json', readFileSync(file, 'utf8'));
    const on = trial.schedule[2]!.from;
    const moved = await run(
      'postpone',
      copy,
      '--on',
      on,
      '--days',
      '5',
      '--reason',
      'travelling',
      '--json',
    );
    const { schedule } = JSON.parse(moved.stdout);
    expect(schedule.map(({ arm }: { arm: string }) => arm)).toEqual(
      trial.schedule.map(({ arm }) => arm),
    );
    expect(Date.parse(schedule.at(-1).to) - Date.parse(trial.schedule.at(-1)!.to)).toBe(
      5 * 86_400_000,
    );
    const checked = await run('verify', copy, '--json');
    expect(JSON.parse(checked.stdout)).toEqual({ hash: trial.hash, valid: true, events: 1 });
    expect(
      await refused('postpone', copy, '--on', '2030-01-01', '--days', '5', '--reason', 'ill'),
    ).toContain('--on: 2030-01-01 is no day of this trial');
    expect(await refused('postpone', copy, '--on', on, '--reason', 'ill')).toContain(
      '--days N is needed',
    );
    await run('stop', copy, '--on', trial.schedule[4]!.from, '--reason', 'red-flag');
    const after = await run('today', copy, '--profile', profile, '--on', trial.schedule[5]!.from);
    expect(after.stdout).toContain('The trial was stopped');
  });

  test('goes into a calendar, StudyU, FHIR and a table', async () => {
    const days = lived('export.csv', 1, 3);
    const out = join(folder.path, 'out');
    for (const to of ['csv', 'ics', 'studyu', 'studyu-csv', 'fhir']) {
      const { status, stderr } = await run(
        'export',
        file,
        '--to',
        to,
        '--profile',
        profile,
        '--diary',
        days,
        '--out',
        out,
      );
      expect([status, stderr]).toEqual([0, '']);
    }
    const read = (name: string) => readFileSync(join(out, name), 'utf8');
    expect(read('trial.csv').split('\n')[0]).toBe(
      'date,arm,counts,block,skin/itch,food/ice cream,kept',
    );
    expect(read('trial.ics')).toContain('BEGIN:VCALENDAR');
    expect(JSON.parse(read('study_definition.json')).schedule.sequence).toBe('customized');
    expect(read('interventions.csv')).toContain('is_completed');
    expect(JSON.parse(read('trial.fhir.json')).entry[0].resource.resourceType).toBe(
      'ResearchStudy',
    );
    const back = await zonula([
      'import',
      join(out, 'measurements.csv'),
      '--out',
      join(out, 'back.csv'),
    ]);
    expect(back.status).toBe(0);
    expect(
      await refused('export', file, '--to', 'csv', '--profile', profile, '--out', out),
    ).toContain('--diary FILE is needed');
  });
});
