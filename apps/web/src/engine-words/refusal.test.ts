import { readdirSync, readFileSync } from 'node:fs';
import { csvImporter, importers, readDiary, tidyImporter, UnusableInput } from '@zonula/diary';
import { expect, test } from 'vitest';
import { refusalInGerman } from './refusal.de.ts';

const packages = new URL('../../../../packages/', import.meta.url);

const sourcesIn = (folder: string): readonly string[] => {
  const url = new URL(folder, packages);
  return readdirSync(url, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ts$/u.test(file) && !/\.test\.ts$/u.test(file))
    .map((file) => readFileSync(new URL(file, url), 'utf8'));
};

/** With something in the place of each value. */
const filled = (literal: string): string =>
  literal
    .slice(1, -1)
    .replace(/\$\{quoted\((?:[^{}]|\$\{[^{}]*\})*\)\}/gu, '"x"')
    .replace(/\$\{(?:earlier|range)\}/gu, '0 to 7')
    .replace(/\$\{(?:max\w+|width|[\w.]*length|version|found|k \+ 1|read\.data\.version)\}/gu, '7')
    .replace(/\$\{(?:known|hint|examples\(\)|headers[^}]*)\}/gu, '')
    .replace(/\$\{[^}]*\}/gu, 'x');

/** The app makes these maps itself and reads none. */
const ofMapFiles =
  /^expected (?:JSON such as|an object with "date"|"\w+"|x, found "x"|"x" to be a text|"date")/u;
/** Parts of other sentences. */
const ofParts = /^expected x, found "x"$|^expected a JSON object with $|^expected text, found x$/u;

test('every refusal of an importer has German', () => {
  const all = sourcesIn('diary/src/')
    .flatMap((text) => text.match(/`expected[^`]*`|'expected [^'\n]*'|"expected [^"\n]*"/gu) ?? [])
    .map(filled)
    .filter((what) => !ofMapFiles.test(what) && !ofParts.test(what));
  expect(all.length).toBeGreaterThan(55);
  const missing = all.filter((what) => refusalInGerman(`my file.csv, line 3: ${what}`) === null);
  expect(missing).toEqual([]);
  for (const what of all)
    expect(refusalInGerman(`f: ${what}`), what).not.toMatch(/expected|\bfound\b|\bthe\b/u);
});

test('every kind of file that is none of ours has German', () => {
  const [source] = sourcesIn('diary/src/').filter((text) => text.includes('const signatures'));
  const names = [...source!.matchAll(/^ {2}\['([^']+)', \[/gmu)].map(([, name]) => name!);
  expect(names.length).toBe(7);
  expect(
    names.filter((name) => refusalInGerman(`f: expected text, found ${name}`) === null),
  ).toEqual([]);
});

test('whatever was expected of a cell has German', () => {
  const wanted = sourcesIn('diary/src/').flatMap((text) =>
    [...text.matchAll(/(?:refuse|expected)\([^;]*?\);/gsu)].flatMap(
      ([call]) => call.match(/'(?:a|one|dates) [^']+'|`one of[^`]*`/gu) ?? [],
    ),
  );
  expect(wanted.length).toBeGreaterThan(9);
  const missing = wanted
    .map(filled)
    .filter(
      (what) =>
        refusalInGerman(`f, line 2, column 3 (value): expected ${what}, found "x"`) === null,
    );
  expect(missing).toEqual([]);
});

test('every refusal of a backup, an archive or a photo has German', () => {
  const all = ['journal/src/backup.ts', 'journal/src/archive.ts', 'journal/src/photo/clean.ts']
    .map((file) => readFileSync(new URL(file, packages), 'utf8'))
    .flatMap((text) => [
      ...(text.match(/(?:`|')(?:(?:version|photos\[\$\{k \+ 1\}\]): )?expected [^'`]*(?:`|')/gu) ??
        []),
      ...(text.match(/'the passphrase [^']*'/gu) ?? []),
    ])
    .map(filled);
  expect(all.length).toBeGreaterThan(8);
  expect(all.filter((what) => refusalInGerman(`my.backup: ${what}`) === null)).toEqual([]);
  for (const what of [
    'revisions[3]: clock: expected a string, found 4',
    'format: expected "x", found "y"',
  ])
    expect(refusalInGerman(`a.json: ${what}`)).toBe(
      'a.json: Das ist keine Sicherung, die Zonula lesen kann',
    );
});

test('every failure of the journal has German', () => {
  const text = readFileSync(new URL('journal/src/failure.ts', packages), 'utf8');
  const all = [...text.matchAll(/'([A-Z][^'\n]* [^'\n]*\.)'/gu)].map(([, words]) => words!);
  expect(all.length).toBeGreaterThan(5);
  expect(all.filter((words) => refusalInGerman(words) === null)).toEqual([]);
});

const refusalOf = async (text: string, map?: Readonly<Record<string, string>>): Promise<string> => {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text);
  }
  try {
    await readDiary(chunks(), {
      file: 'Mein: Tagebuch.csv',
      today: '2026-01-01',
      ...(map === undefined
        ? { format: 'auto', importers: [tidyImporter, ...importers] }
        : { format: 'csv', importers: [csvImporter], map: { date: 'Day', columns: map } }),
    });
  } catch (error) {
    if (error instanceof UnusableInput) return refusalInGerman(error.message) ?? error.message;
    throw error;
  }
  throw new Error('it was read');
};

test('place and reason are said in German, names of the file as they are', async () => {
  expect(await refusalOf('date,category,name,value\n2026-01-01,skin,itch,much\n')).toBe(
    'Mein: Tagebuch.csv, Zeile 2, Spalte 4 (value): erwartet war eine Zahl, gefunden "much"',
  );
  expect(await refusalOf('Day,Itch\n03/04/2026,2\n', { Itch: 'skin/itch' })).toBe(
    'Mein: Tagebuch.csv, Zeile 2, Spalte 1 (Day): erwartet war ein Datum, das Tag und Monat unterscheidet (oder sag, was zuerst kommt), gefunden "03/04/2026"',
  );
  expect(await refusalOf('Day,Itch,Itch\n2026-03-04,2,3\n', { Itch: 'skin/itch' })).toBe(
    'Mein: Tagebuch.csv, Zeile 1, Spalte 1: Die Spalte "Itch" gibt es 2-mal. Die Spalten sind "Day" "Itch" "Itch"',
  );
  expect(await refusalOf('')).toBe('Mein: Tagebuch.csv: Die Datei ist leer');
  expect(refusalInGerman('Something new.')).toBeNull();
});
