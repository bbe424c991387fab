import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createFolder, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);
const simulate = (...args: string[]) => zonula(['simulate', ...args]);
const contents = (name: string) =>
  readdirSync(folder.file(name))
    .sort()
    .map((file) => [file, readFileSync(join(folder.file(name), file), 'utf8')] as const);

describe('simulate', () => {
  test('diaries and their truth, the same bytes with one thread and with several', async () => {
    const ask = (people: string, out: string) =>
      simulate('--people', people, '--days', '60', '--seed', '4', '--out', folder.file(out));
    const [few, many] = [await ask('2', 'few'), await ask('9', 'many')];
    expect([few.status, many.status]).toEqual([0, 0]);
    const [one, other] = [contents('few'), contents('many')];
    expect(one.map(([file]) => file)).toEqual(['0001.csv', '0002.csv', 'truth.json']);
    expect(other).toHaveLength(10);
    expect(other.slice(0, 2)).toEqual(one.slice(0, 2));
    const truth = JSON.parse(other.at(-1)![1]);
    expect(truth).toMatchObject({ seed: 4, days: 60, scenario: null });
    expect(truth.people.map(({ file }: { file: string }) => file)).toEqual(
      other.slice(0, 9).map(([file]) => file),
    );
    expect(truth.people.slice(0, 2)).toEqual(JSON.parse(one[2]![1]).people);
  });

  test('a scenario settles the person, and discover reads the diary', async () => {
    const out = folder.file('story');
    const told = await simulate('--scenario', 'wheat-eczema', '--days', '90', '--out', out);
    expect(told.status).toBe(0);
    const [person] = JSON.parse(readFileSync(join(out, 'truth.json'), 'utf8')).people;
    expect(person).toMatchObject({ condition: 'eczema', outcome: 'skin/severity', days: 90 });
    expect(person.reactsTo).toEqual([{ class: 'wheat', gut: 0, direct: 5 }]);
    const found = await zonula(['discover', join(out, '0001.csv'), '--json']);
    expect(found.status).toBe(0);
    expect(JSON.parse(found.stdout).outcome.name).toBe('severity');
  });

  test('a population as one table', async () => {
    const out = folder.file('population');
    const { status } = await simulate('--people', '8', '--days', '30', '--summary', '--out', out);
    expect(status).toBe(0);
    const rows = readFileSync(join(out, 'people.csv'), 'utf8').trimEnd().split('\r\n');
    expect(rows).toHaveLength(9);
    expect(rows[0]).toMatch(/^index,condition,gutArrow/u);
    expect(readdirSync(out)).toEqual(['people.csv']);
  });
});

describe('unusable arguments end with 2 and one line, and leave nothing behind', () => {
  test.each([
    [['--people', '1'], '--out'],
    [['--people', '0', '--out', folder.file('a')], 'within 1 and 1000000'],
    [['--days', '3', '--out', folder.file('a')], 'within 7 and 3650'],
    [['--out', folder.file('full.txt', 'x')], 'it is a file'],
    [['--out', folder.path], 'the folder is not empty'],
    [['--out', folder.file('no/where')], 'there is no folder'],
    [['--scenario', 'nothing', '--out', folder.file('a')], 'there is no scenario "nothing"'],
    [['--scenario', 'psoriasis-onset', '--out', folder.file('a')], 'not in psoriasis'],
  ])('%j', async (args, words) => {
    const { status, stdout, stderr } = await simulate(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync(folder.file('a'))).toBe(false);
    expect(readdirSync(folder.path).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });
});
