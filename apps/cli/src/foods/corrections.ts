import { quoted, readRows, unusable } from '@zonula/diary';
import {
  type Corrections,
  correct,
  type FoodTables,
  indexOfCode,
  noCorrections,
} from '@zonula/foods';
import { readText, sourceAt } from '../input.ts';

/** One thing a person said: this phrase is that food. */
export interface Remembered {
  readonly phrase: string;
  readonly code: number;
}

const example = 'a table with the columns phrase,code or JSON such as {"brekkie": 56203540}';

const fromJson = (text: string, file: string): readonly (readonly [string, unknown])[] => {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw unusable({ file }, `expected ${example}`);
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw unusable({ file }, `expected ${example}`);
  return Object.entries(read);
};

/** Reads what a person corrected: CSV or JSON. Throws `UnusableInput` with the place. */
export const readRemembered = async (file: string, tables: FoodTables): Promise<Remembered[]> => {
  const codeOf = (value: unknown, line?: number): number => {
    const code = Number(value);
    if (Number.isSafeInteger(code) && indexOfCode(tables.codes, code) >= 0) return code;
    const place = line === undefined ? { file } : { file, line, column: 2 };
    throw unusable(
      place,
      `expected the code of a food, found ${quoted(String(value).slice(0, 40))}`,
    );
  };
  const text = readText(file);
  if (/^\s*[{[]/u.test(text))
    return fromJson(text, file).map(([phrase, value]) => ({ phrase, code: codeOf(value) }));
  const remembered: Remembered[] = [];
  let header = true;
  for await (const { line, cells } of readRows(sourceAt(file).chunks(), { file })) {
    if (header) {
      header = false;
      const [first = '', second = ''] = cells.map((cell) => cell.trim().toLowerCase());
      if (first !== 'phrase' || second !== 'code')
        throw unusable({ file, line }, `expected ${example}`);
      continue;
    }
    remembered.push({ phrase: cells[0] ?? '', code: codeOf(cells[1], line) });
  }
  return remembered;
};

export const toCorrections = (remembered: readonly Remembered[]): Corrections =>
  remembered.reduce((all, { phrase, code }) => correct(all, phrase, code), noCorrections);

const cell = (text: string): string =>
  /[",\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** The same as CSV, one row a phrase; the last word on a phrase counts. */
export const writeRemembered = (remembered: readonly Remembered[]): string => {
  const last = new Map(remembered.map(({ phrase, code }) => [phrase.trim(), code]));
  const rows = [...last].map(([phrase, code]) => `${cell(phrase)},${code}\n`);
  return `phrase,code\n${rows.join('')}`;
};
