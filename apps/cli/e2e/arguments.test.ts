import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { pages } from './pages.ts';
import { createFolder, type Outcome, smallDiary, zonula } from './zonula.ts';

const folder = createFolder();
afterAll(folder.remove);
const diary = folder.file('diary.csv', smallDiary);
const map = folder.file('map.json', '{ "date": "Day", "columns": { "Itch": "skin/itch" } }');

describe('help', () => {
  const asked = new Map<string, Promise<Outcome>>();
  const helpOf = (command: string): Promise<Outcome> => {
    const known = asked.get(command);
    if (known !== undefined) return known;
    const help = zonula([...command.split(' '), '--help']);
    asked.set(command, help);
    return help;
  };

  test('without arguments, on standard output', async () => {
    const { status, stdout, stderr } = await zonula([]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Usage: zonula');
  });

  const commands = [
    'account list',
    'account grant',
    'account withdraw',
    'account export',
    'account erase',
    'axis',
    'backup',
    'clinician',
    'cohort import',
    'cohort analyse',
    'cohort work',
    'cohort report',
    'cohort withdraw',
    'discover',
    'evidence',
    'foods',
    'import',
    'plan',
    'restore',
    'score',
    'serve',
    'simulate',
    'triage',
    'trial plan',
    'trial today',
    'trial postpone',
    'trial stop',
    'trial verify',
    'trial analyse',
    'trial pool',
    'trial export',
    'validate',
  ];

  test.each(commands)('%s --help', async (command) => {
    const { status, stdout, stderr } = await helpOf(command);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`Usage: zonula ${command}`);
    for (const option of ['--json', '--seed', '--help']) expect(stdout).toContain(option);
  });

  test('the commands that the documentation shows exist, with their options', async () => {
    const shown = pages.flatMap((page) => [
      ...readFileSync(page, 'utf8').matchAll(/(?:^|`)\s*\.\/zonula ([a-z]+)([^\n`]*)/gmu),
    ]);
    expect(shown.length).toBeGreaterThan(3);
    for (const [line, first, rest] of shown) {
      // `trial plan`: a command of a command has options of its own.
      const second = ['trial', 'cohort', 'account'].includes(first!)
        ? /^ ([a-z]+)/u.exec(rest!)?.[1]
        : undefined;
      const command = second === undefined ? first! : `${first} ${second}`;
      const { stdout } = await helpOf(command);
      expect(stdout, line).toContain(`Usage: zonula ${command}`);
      for (const [option] of rest!.matchAll(/--[a-z][a-z-]*/gu))
        expect(stdout, line).toContain(option);
    }
  });

  test('every command is listed', async () => {
    const { stdout } = await zonula(['--help']);
    const listed = [...stdout.matchAll(/^ {2}([a-z]+) /gmu)].map(([, name]) => name);
    const rooms = new Set(commands.map((command) => command.split(' ')[0]));
    expect(listed.sort()).toEqual([...rooms, 'help'].sort());
  });
});

describe('unusable arguments end with 2 and one line', () => {
  test.each([
    [['bogus'], "unknown command 'bogus'"],
    [['import'], "missing required argument 'file'"],
    [['import', diary, '--no-such-option'], "unknown option '--no-such-option'"],
    [['import', diary, 'another.csv'], 'too many arguments'],
    [['import', diary, '--seed', 'x'], '--seed'],
    [['import', diary, '--seed', '-1'], '--seed'],
    [['import', diary, '--seed'], '--seed'],
    [['import', diary, '--format', 'excel'], '--format'],
    [['import', diary, '--format', 'csv'], '--map'],
    [['import', diary, '--format', 'daylio', '--map', map], 'daylio'],
    [['import', diary, '--map', folder.file('none.json')], 'none.json'],
    [['import', diary, '--map', diary], 'expected JSON'],
    [['import', folder.file('none.csv')], 'no such file'],
    [['import', folder.path], 'folder'],
    [['import', folder.file('bad\nname.csv')], 'no such file'],
    [['import', ''], 'empty'],
    [['import', diary, '--out', ''], 'name a file'],
    [['import', diary, '--out', folder.path], 'folder'],
    [['import', diary, '--out', folder.file('none/out.csv')], 'folder does not exist'],
    [['import', diary, '--out', diary], 'the file that is read'],
    [['discover', diary, '--outcome', 'itch'], 'CATEGORY/NAME'],
    [['discover', diary, '--outcome', 'skin/itch', '--outcome', 'gas'], 'CATEGORY/NAME'],
    [['discover', diary, '--worthwhile', '1', '--worthwhile', '2'], 'once only'],
    [['discover', diary, '--worthwhile', '0'], '--worthwhile'],
    [['discover', diary, '--grain', 'molecule'], '--grain'],
    [['discover', diary, '--condition', 'boredom'], '--condition'],
    [['triage'], '--profile'],
    [['triage', '--profile', folder.file('none.json')], 'no such file'],
    [['triage', '--profile', '-', '--diary', '-'], 'once only'],
    [['triage', '--profile', diary], 'expected JSON'],
    [['discover', diary, '--profile', map], 'date: there is no such field'],
    [['evidence', 'A99'], 'no claim A99'],
    [['evidence', 'A23', 'b99'], 'no claim b99'],
    [['evidence', '?!'], 'words or an id'],
    [['evidence', ''], 'words or an id'],
    [['evidence', 'a'.repeat(201)], 'at most 200'],
    [['discover', diary, '--report', '-'], 'name a file'],
    [['discover', diary, '--report', folder.path], 'folder'],
    [['discover', diary, '--report', diary], 'the file that is read'],
    [['serve', '--out', folder.file('none')], 'folder does not exist'],
    [['serve', '--smtp-url', 'smtp://127.0.0.1'], '--origin'],
    [['serve', '--origin', 'clinic.example'], '--origin'],
    [['backup', '--out', folder.file('backup')], '--data FOLDER'],
    [['backup', '--data', folder.path], '--out'],
    [['backup', '--data', folder.path, '--out', folder.path], 'folder'],
    [['restore', folder.file('none'), '--check'], 'no such file'],
    [
      ['restore', diary, '--data', folder.file('new'), '--database-url', 'postgres://x/y'],
      'not both',
    ],
    [['validate', '--quickly'], '--quickly'],
    [['account', 'grant', 'a'], "missing required argument 'role'"],
    [['account', 'grant', 'a', 'king'], 'king: one of clinician'],
    [['account', 'grant', 'a', 'clinician'], '--practitioner'],
    [['account', 'grant', 'a', 'researcher', '--practitioner', 'b'], 'for a clinician only'],
    [['account', 'erase', 'a'], '--yes'],
    [['account', 'list', '--data', 'a', '--database-url', 'postgres://b/c'], 'not both'],
    [['serve', '--port', '0', '--key-file', folder.file('short', 'short')], 'at least 32'],
    [['serve', '--port', '0', '--metrics-key-file', folder.file('few', 'few')], 'at least 32'],
  ])('%j', async (args, hint) => {
    const { status, stdout, stderr } = await zonula(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^zonula: [^\n]+\n$/u);
    expect(stderr).toContain(hint);
  });
});
