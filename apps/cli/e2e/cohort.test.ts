import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeDataFolder } from '@zonula/server/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { createFolder, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);
const cohort = (...args: string[]) => zonula(['cohort', ...args]);

/** A folder for results whose database has no people yet: to create one takes seconds. */
const prepareResults = async (name: string): Promise<string> => {
  const out = folder.file(name);
  await makeDataFolder(join(out, 'data'));
  return out;
};

const header =
  'user_id,age,sex,country,checkin_date,trackable_id,trackable_type,trackable_name,trackable_value';

/** Twelve invented people whose rows lie mixed in one export; those with much coffee are worse off, and no worse on days with it. */
const invented = (): string[] => {
  const rows: string[] = [];
  for (let day = 1; day <= 28; day++)
    for (let person = 0; person < 12; person++) {
      const date = `2017-02-${String(day).padStart(2, '0')}`;
      const row = (type: string, name: string, value: string) =>
        rows.push(`user"${person}",30,,,${date},1,${type},${name},${value}`);
      row(
        'Symptom',
        'itching',
        String(Math.min(4, Math.floor(person / 4) + (day % 3 === 0 ? 1 : 0))),
      );
      row('Food', 'bread', '');
      if ((day * 5 + person) % 14 < 2 + (2 * person) / 3) row('Food', 'coffee', '');
    }
  return rows.map((text) => text.replaceAll('"', ''));
};
const rows = invented();
folder.file('export.csv', `${[header, ...rows].join('\n')}\n`);
const broken = [header, ...rows];
broken.splice(5, 0, 'user3,,,,2017-02-31,1,Symptom,itching,2');
broken.splice(9, 0, 'user3,,,,2017-02-03,1,Symptom,itching,7', 'user3,one cell too few');
folder.file('broken.csv', `${broken.join('\n')}\n`);

const contents = (name: string): string[] => {
  const path = folder.file(name);
  return readdirSync(path)
    .filter((file) => file.includes('.'))
    .sort()
    .map((file) => readFileSync(join(path, file), 'utf8'));
};

describe('cohort import', () => {
  test('one tidy diary a person, the same whatever the order of the rows', async () => {
    const done = await cohort('import', folder.file('export.csv'), '--out', folder.file('people'));
    expect(done).toMatchObject({ status: 0, stderr: '' });
    expect(done.stdout).toContain('12 diaries');
    folder.file('turned.csv', `${[header, ...[...rows].reverse()].join('\n')}\n`);
    const turned = await cohort(
      'import',
      folder.file('turned.csv'),
      '--out',
      folder.file('turned'),
    );
    expect(turned.status).toBe(0);
    expect(contents('turned')).toEqual(contents('people'));
    expect(readdirSync(folder.file('people')).join()).not.toContain('user');
    expect(contents('people').join()).toContain('food,coffee');
  });

  test('a row that cannot be read ends it with its line, or is left out when asked', async () => {
    const out = folder.file('mended');
    const stopped = await cohort('import', folder.file('broken.csv'), '--out', out);
    expect(stopped.status).toBe(2);
    expect(stopped.stderr).toContain('broken.csv:6: ');
    expect(stopped.stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(out)).toBe(false);
    const skipped = await cohort(
      'import',
      folder.file('broken.csv'),
      '--out',
      out,
      '--skip-unreadable',
      '--json',
    );
    expect(skipped.status).toBe(0);
    const { skipped: left } = JSON.parse(skipped.stdout);
    expect(left.rows).toBe(3);
    expect(left.first.map(({ line }: { line: number }) => line)).toEqual([6, 10, 11]);
    expect(contents('mended')).toEqual(contents('people'));
    const none = await cohort('import', folder.file('people/none.csv'), '--out', folder.file('n'));
    expect(none.status).toBe(2);
  });
});

describe('cohort import of a StudyU export', () => {
  const columns =
    'measurement_time,measurement_id,measurement_name,participant_id,participant_started_at,invite_code,current_day_of_study,' +
    'current_intervention_id,current_intervention_name,survey1_question1_id,survey1_question1_text,survey1_question1_response';
  const answer = (person: string, day: number, arm: string, itch: string): string =>
    `2023-01-${String(day).padStart(2, '0')} 19:30:00.000,m,Evening,${person},2023-01-01 08:00:00.000,,${day},i,${arm},q1,Itch,${itch}`;
  const lines = [1, 2, 3, 4].flatMap((day) =>
    ['p-1', 'p-2', 'p-3'].map((person) =>
      answer(person, day, day % 2 === 0 ? 'Dairy' : 'No dairy', String(day)),
    ),
  );

  test('one diary a participant, with the arm of each day; bad rows by their line', async () => {
    const file = folder.file('studyu.csv', `${[columns, ...lines].join('\n')}\n`);
    const done = await cohort('import', file, '--out', folder.file('studyu'), '--json');
    expect(JSON.parse(done.stdout)).toMatchObject({ people: 3, rows: 12 });
    const [first] = contents('studyu');
    expect(first).toContain('2023-01-04,habit,Dairy,1');
    expect(first).toContain('2023-01-03,habit,Dairy,0');
    const broken = folder.file(
      'studyu-broken.csv',
      `${[columns, lines[0], answer('p-2', 2, 'Dairy', '3').replace('2023-01-02', 'soon')].join('\n')}\n`,
    );
    const stopped = await cohort('import', broken, '--out', folder.file('studyu-broken'));
    expect(stopped.status).toBe(2);
    expect(stopped.stderr).toContain('studyu-broken.csv:3: expected a moment');
  });
});

describe('cohort import of odd rows', () => {
  const row = (person: string, type: string, name: string, value: string): string =>
    `${person},,,,2017-02-01,1,${type},${name},${value}`;
  const read = (name: string, lines: readonly string[], ...args: string[]) => {
    const file = folder.file(`${name}.csv`, `${[header, ...lines].join('\n')}\n`);
    return cohort('import', file, '--out', folder.file(name), ...args);
  };

  test('what is no number is told with its own line, also where a person has no other row', async () => {
    const lines = [row('a', 'Food', 'bread', ''), row('b', 'HBI', 'x', 'much')];
    const stopped = await read('odd', lines);
    expect(stopped).toMatchObject({ status: 2, stdout: '' });
    expect(stopped.stderr).toContain('odd.csv:3: expected a number in trackable_value');
    const skipped = await read('odd', lines, '--skip-unreadable');
    expect(skipped.stdout).toContain('1 diaries from 1 rows');
  });

  test('what is not understood is listed over all people, and blanks around an ID are none', async () => {
    const lines = ['a', ' a', 'b'].flatMap((person) => [
      row(person, 'Food', 'bread', ''),
      row(person, 'Mood', 'low', '2'),
    ]);
    const done = await read('listed', lines, '--json');
    const { people, warnings } = JSON.parse(done.stdout);
    expect(people).toBe(2);
    expect(warnings[0]).toMatchObject({ code: 'unknown-type', count: 3 });
    expect(done.stderr).toContain('Rows of type "Mood" were not read. (3 times)');
  });

  test('a file without a row to read leaves nothing', async () => {
    for (const lines of [[], [row('a', 'HBI', 'x', 'much')]]) {
      const none = await read('none', lines, '--skip-unreadable');
      expect(none).toMatchObject({ status: 2, stdout: '' });
      expect(none.stderr).toContain('none.csv: expected rows');
      expect(existsSync(folder.file('none'))).toBe(false);
    }
  });

  test('whoever has nothing but empty values has a diary that can be analysed', async () => {
    await read('bare', [row('a', 'Symptom', 'itching', ''), ...rows]);
    const out = await prepareResults('bare-report');
    const done = await cohort('analyse', folder.file('bare'), '--out', out, '--counts-only');
    expect(done).toMatchObject({ status: 0 });
  });
});

describe('cohort analyse', () => {
  const analyse = (out: string, ...args: string[]) =>
    cohort(
      'analyse',
      folder.file('people'),
      '--out',
      folder.file(out),
      '--counts-only',
      '--json',
      ...args,
    );

  test('keeps own days and other people apart, and names nobody', async () => {
    const done = await analyse('first');
    expect(done.status).toBe(0);
    const document = JSON.parse(done.stdout);
    const coffee = document.contrasts.find(
      ({ exposure }: { exposure: string }) => exposure === 'food/coffee',
    );
    expect(coffee.people).toBe(10);
    expect(coffee.pooled).toBeGreaterThan(coffee.withinPerson + 0.05);
    const names = readdirSync(folder.file('people')).map((file) => file.replace('.csv', ''));
    const published = contents('first').join('\n') + done.stdout;
    for (const name of names) expect(published).not.toContain(name);
    const page = readFileSync(folder.file('first/report.html'), 'utf8');
    expect(page).toContain('not an effect');
    expect(page).not.toMatch(/<script|src=|href="http/u);
    expect(document.files).toHaveLength(4);
  });

  test('goes on where it stopped: same bytes, nobody who was taken away', async () => {
    const before = contents('first');
    const again = await analyse('first');
    expect(again.stderr).toContain('12 people, 12 of them from an earlier run');
    expect(contents('first')).toEqual(before);
    const [one] = readdirSync(folder.file('people'));
    const gone = folder.file(`people/${one}`);
    const diary = readFileSync(gone);
    rmSync(gone);
    const less = await analyse('first');
    writeFileSync(gone, diary);
    expect(less.stderr).toContain('11 people');
    expect(JSON.parse(less.stdout).inputs).not.toBe(JSON.parse(again.stdout).inputs);
  });

  test('says nothing of fewer people than asked, and what it needs', async () => {
    const few = await analyse('few', '--minimum-cell', '13');
    expect(few).toMatchObject({ status: 2, stdout: '' });
    expect(few.stderr).toContain('fewer than 13 people');
    expect((await analyse('few', '--minimum-cell', '1')).status).toBe(2);
    const file = await cohort('analyse', folder.file('export.csv'), '--out', folder.file('x'));
    expect(file.stderr).toContain('expected a folder of tidy diaries');
    expect(file.status).toBe(2);
    expect(existsSync(folder.file('few'))).toBe(false);
  });

  test.each([
    ['', 'name a folder'],
    ['none/below', 'the folder does not exist'],
    ['export.csv', 'it is a file'],
    ['export.csv/below', 'the folder does not exist'],
  ])('refuses to write to "%s" before the long work starts', async (name, why) => {
    const out = name === '' ? '' : folder.file(name);
    const refused = await cohort('analyse', folder.file('people'), '--out', out);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr.trim().split('\n')).toHaveLength(1);
    expect(refused.stderr).toContain(why);
  });

  test('a diary that cannot be read is named and leaves nothing, or is left out when asked', async () => {
    const people = folder.file('with-folder');
    cpSync(folder.file('people'), people, { recursive: true });
    mkdirSync(join(people, '0.csv'));
    const run = (out: string, ...args: string[]) =>
      cohort('analyse', people, '--out', out, '--counts-only', ...args);
    const stopped = await run(folder.file('partial'));
    expect(stopped).toMatchObject({ status: 2, stdout: '' });
    expect(stopped.stderr).toContain('0.csv: this is a folder, a file is needed');
    expect(existsSync(folder.file('partial'))).toBe(false);
    // That is told before anybody asks for a database.
    const nowhere = ['--database-url', 'postgres://127.0.0.1:1/none'];
    const before = await run(folder.file('partial'), ...nowhere);
    expect(before).toMatchObject({ status: 2, stderr: stopped.stderr });
    const out = await prepareResults('left-out');
    const skipped = await run(out, '--skip-unreadable', '--outcome', 'skin/none');
    expect(skipped.status).toBe(0);
    expect(skipped.stderr).toMatch(/left out: .*0\.csv: this is a folder/u);
    expect(skipped.stderr).toContain('12 of 12 diaries have no score skin/none');
  });
});

test('results of trials are pooled as lasting effects, also of people without a diary', async () => {
  const people = folder.file('trials');
  mkdirSync(people);
  for (let person = 0; person < 12; person++) {
    const mean = 2 + 0.05 * (person % 5);
    const trial = {
      ...{ allowed: true, exposure: 'food/milk', outcome: 'skin/itch', higherIsWorse: true },
      ...{ scale: { min: 0, max: 10 }, from: '2026-01-01', to: '2026-02-01' },
      hash: person.toString(16).repeat(64),
      effect: { mean, interval: [mean - 0.4, mean + 0.4], level: 0.95 },
    };
    writeFileSync(join(people, `p${person}.trial.json`), JSON.stringify(trial));
  }
  const out = await prepareResults('trials-report');
  const done = await cohort('analyse', people, '--out', out, '--json');
  expect({ status: done.status, said: done.stderr }).toMatchObject({ status: 0 });
  const [milk, ...others] = JSON.parse(done.stdout).exposures;
  expect(others).toEqual([]);
  expect(milk).toMatchObject({ exposure: 'food/milk', measure: 'lasting', people: 10 });
  expect(milk.claimed).toBe(true);
  expect(milk.mean.mean).toBeCloseTo(0.21, 1);
  expect(milk.share.interval[1]).toBeGreaterThan(0.9);
  expect(readFileSync(join(out, 'exposures.csv'), 'utf8')).toContain('food/milk,skin/itch,lasting');
});

test('foods by what they are made of, where that is asked', async () => {
  const out = await prepareResults('classes');
  const analysed = await cohort(
    ...['analyse', folder.file('people'), '--out', out, '--counts-only', '--json'],
    ...['--grain', 'class', '--grain', 'ingredient'],
  );
  expect(analysed.status).toBe(0);
  const { contrasts, grains } = JSON.parse(analysed.stdout);
  expect(grains).toEqual(['ingredient', 'class']);
  const names = contrasts.map(({ exposure }: { exposure: string }) => exposure);
  expect(names).toContain('class/caffeine');
  expect(names.join()).not.toContain('food/');
  expect(readFileSync(join(out, 'methods.txt'), 'utf8')).toMatch(/ingredient/u);
});
