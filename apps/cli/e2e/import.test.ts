import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createFolder, smallDiary, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);
const diary = folder.file('diary.csv', smallDiary);

test('import, and import of that again, give the same bytes', async () => {
  const once = folder.file('once.csv');
  const twice = folder.file('twice.csv');
  expect((await zonula(['import', diary, '--out', once])).status).toBe(0);
  expect((await zonula(['import', once, '--out', twice])).status).toBe(0);
  expect(readFileSync(once, 'utf8')).toBe(smallDiary.replaceAll('\r', ''));
  expect(readFileSync(twice)).toEqual(readFileSync(once));
});

test('standard input to standard output', async () => {
  const { status, stdout } = await zonula(['import', '-'], { input: smallDiary });
  expect({ status, stdout }).toEqual({ status: 0, stdout: smallDiary });
});

test('a table through a map', async () => {
  const table = folder.file('table.csv', 'Day,Itch,Coffee\n2024-03-01,3,1\n2024-03-02,,2\n');
  const columns = { Itch: 'skin/itch', Coffee: 'food/coffee' };
  const map = folder.file('columns.json', JSON.stringify({ date: 'Day', columns }));
  const { status, stdout } = await zonula(['import', table, '--format', 'csv', '--map', map]);
  expect(status).toBe(0);
  expect(stdout).toContain('2024-03-02,food,coffee,2');
  expect(stdout).not.toContain('2024-03-02,skin');
});

describe('--json', () => {
  test('prints one document, notes go to standard error', async () => {
    const out = folder.file('json.csv');
    const { status, stdout, stderr } = await zonula(['import', diary, '--out', out, '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      from: '2024-03-01',
      to: '2024-03-02',
      rows: 5,
      categories: { skin: 2, food: 2, sleep: 1 },
      warnings: [],
      out,
    });
    expect(stderr).toBe(`5 rows written to ${out}\n`);
  });

  test('without a file to write, the document holds the rows', async () => {
    const { stdout } = await zonula(['import', diary, '--json']);
    expect(JSON.parse(stdout).observations).toContainEqual({
      date: '2024-03-02',
      category: 'food',
      name: 'soup, hot',
      value: 0.5,
    });
  });
});

describe('unusable files end with 2 and one line, and nothing is written', () => {
  const head = 'date,category,name,value\n';
  test.each([
    ['binary', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256), ''],
    ['empty', '', ''],
    ['a bad number', `${head}2024-03-01,skin,itch,3\n2024-03-02,skin,itch,much\n`, ':3:4: '],
    ['a bad date', `${head}2024-02-30,skin,itch,3\n`, ':2:1: '],
    ['an unknown category', `${head}2024-03-01,plate,itch,3\n`, ':2:2: '],
    ['an open quote', `${head}2024-03-01,skin,"itch,3\n`, ''],
    ['other columns', 'a,b,c\n1,2,3\n', ''],
    ['a line of 10 MB', `${head}2024-03-01,skin,${'x'.repeat(10_000_000)},3\n`, ':2:'],
    ['terminal codes', `${head}2024-03-01,skin,itch,\u001b]0;owned\u0007\n`, ':2:4: '],
  ])('%s', async (name, content, place) => {
    const file = folder.file(`${name}.csv`, content);
    const out = folder.file(`${name}-out.csv`);
    const { status, stdout, stderr } = await zonula(['import', file, '--out', out, '--json']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^zonula: [^\p{Cc}]+\n$/u);
    expect(stderr).toContain(`${file}${place}`);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder.path).filter((found) => found.includes('.tmp'))).toEqual([]);
  });
});

test('a reader that goes away is no failure', async () => {
  const rows = Array.from({ length: 50_000 }, (_, i) => `2024-03-01,food,dish ${i},1\n`);
  const large = folder.file('large.csv', `date,category,name,value\n${rows.join('')}`);
  const child = spawn(process.execPath, [resolve('zonula.mjs'), 'import', large]);
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const [status] = await once(child, 'close');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

if (existsSync('/dev/full'))
  test('a full disk is said', async () => {
    const { status, stderr } = await zonula(['import', diary, '--out', '/dev/full']);
    expect(status).toBe(2);
    expect(stderr).toBe('zonula: cannot write /dev/full: the disk is full\n');
  });
