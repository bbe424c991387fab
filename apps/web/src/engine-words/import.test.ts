import { readdirSync, readFileSync } from 'node:fs';
import { chunksOf, importers, readDiary, tidyImporter } from '@zonula/diary';
import { expect, test } from 'vitest';
import { importInGerman } from './import.de.ts';

const source = new URL('../../../../packages/diary/src/', import.meta.url);
const fixtures = new URL('../../../../packages/diary/fixtures/', import.meta.url);

const filesIn = (folder: URL): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' });

/** What the importers can say, with something in the place of each value. */
const sentences = (start: RegExp): readonly string[] =>
  filesIn(source)
    .filter((file) => /\.ts$/u.test(file) && !/\.test\.ts$/u.test(file))
    .flatMap((file) => readFileSync(new URL(file, source), 'utf8').match(start) ?? [])
    .map((literal) =>
      literal
        .slice(1, -1)
        .replace(/\$\{quoted\((?:[^{}]|\$\{[^{}]*\})*\)\}/gu, '"x"')
        .replace(/\$\{kindNames\[kind\]\}/gu, 'symptoms')
        .replace(/\$\{(?:line|count|min|max|nutrients\.length)\}/gu, '7')
        .replace(/\$\{expectation\}/gu, 'expected a day')
        .replace(/\$\{[^}]*\}/gu, 'x'),
    );

test('everything that an importer notes on a file has German', () => {
  const noted = sentences(
    /(?<=warn\(\s*'[\w-]+',\s*|^ {2}(?:bom|crlf|semicolon|tab): |\? |: )(?:`[^`]*(?:was|were|not|may|off|read|unknown|entries|year|counts?)\b[^`]*\.`|'[A-Z][^'\n]*\.'|"[A-Z][^"\n]*\.")/gmu,
  );
  expect(noted.length).toBeGreaterThan(30);
  expect(noted.filter((sentence) => importInGerman(sentence) === null)).toEqual([]);
});

test('whatever was expected in a line that is left out has German', () => {
  const wanted = sentences(
    /(?<=unreadable\([^;]{0,40}?,\s*)(?:`expected(?:[^`$]|\$\{(?:[^{}`]|`(?:[^`{}]|\$\{[^{}]*\})*`)*\})*`|'expected[^']*')/gu,
  );
  expect(wanted.length).toBeGreaterThan(12);
  for (const one of wanted) {
    const said = importInGerman(`Line 7 was left out: ${one}.`);
    expect(said, one).not.toBeNull();
    expect(said).not.toMatch(/expected/u);
  }
});

test.each(filesIn(fixtures).filter((name) => /\.(?:csv|xml)$/u.test(name)))(
  'all warnings of %s are said in German',
  async (name) => {
    const many = name === 'flaredown-long.csv';
    const { warnings } = await readDiary(chunksOf(readFileSync(new URL(name, fixtures))), {
      file: name,
      today: '2020-01-01',
      format: 'auto',
      importers: [tidyImporter, ...importers],
      ...(many ? { person: 'personA==' } : {}),
    });
    for (const { text } of warnings) expect(importInGerman(text), text).not.toBeNull();
  },
);

test('names in a file stay as they are', () => {
  expect(
    importInGerman('"expected a day" is not in our table of symptoms; it was read as a skin.'),
  ).toBe('"expected a day" steht nicht in unserer Tabelle (Beschwerden); gelesen als: Haut.');
  expect(importInGerman('Something new.')).toBeNull();
});
