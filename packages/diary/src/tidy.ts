// The tidy diary: UTF-8 CSV, one observation a row, any row order.
//
//     #scale skin/itch 0 10
//     date,category,name,value[,time][,unit][,site][,note]
//
// Spreadsheets run a cell as a formula when it begins with one of = + - @ TAB CR LF. Texts (name,
// unit, site, note) that begin so are written with an apostrophe in front. So that nothing is lost,
// a text that already begins with apostrophes followed by such a character gets one more, and the
// reader takes exactly one away in both cases. Numbers in `value` stay bare: -3 is a number.

import { type Category, categories, identityOf } from './category.ts';
import { dateOf, minutesOf, timeOf } from './day.ts';
import { sniffDelimiter } from './delimiter.ts';
import type { Diary, Observation } from './diary.ts';
import type { Importer, ImportOptions, ImportSink } from './importer.ts';
import { parseNumber } from './number.ts';
import { quoted, unusable } from './place.ts';
import { type Row, readRows } from './rows.ts';
import type { Chunks } from './source.ts';

const requiredColumns = ['date', 'category', 'name', 'value'] as const;
const optionalColumns = ['time', 'unit', 'site', 'note'] as const;
const columns = [...requiredColumns, ...optionalColumns] as const;
type Column = (typeof columns)[number];

const bare = (cell: string): string => cell.trim().toLowerCase();

const categoryOf = new Map<string, Category>(categories.map((category) => [category, category]));
const readCategory = (cell: string): Category | undefined =>
  categoryOf.get(cell) ?? categoryOf.get(bare(cell));

// Below 1: near enough that our own complaint about the header helps more than "not recognised".
const detect = (head: string): number => {
  const first = head
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\r|\n/u)
    .find((line) => line.trim() !== '' && !/^"?#/u.test(line));
  if (first === undefined) return 0;
  const cells = first.split(sniffDelimiter(first)).map((cell) => bare(cell.replace(/"/gu, '')));
  const known = requiredColumns.filter((column) => cells.includes(column)).length;
  if (known === requiredColumns.length) return 1;
  const row =
    /^\d{4}-\d{2}-\d{2}$/u.test(cells[0] ?? '') && readCategory(cells[1] ?? '') !== undefined;
  return known === 3 || row ? 0.3 : 0;
};

const dangerous = /^'*[=+\-@\t\r\n]/u;

/** A text that no spreadsheet runs as a formula; `restore` gives it back. */
const neutralise = (text: string): string => (dangerous.test(text) ? `'${text}` : text);
const restore = (cell: string): string =>
  cell.startsWith("'") && dangerous.test(cell) ? cell.slice(1) : cell;

const oddityTexts = {
  bom: 'The file begins with a byte order mark. It was left out.',
  crlf: 'The lines end the Windows way. They were read as they are.',
  semicolon: 'The cells are separated by semicolons. They were read as they are.',
  tab: 'The cells are separated by tabs. They were read as they are.',
} as const;

const scaleLine = /^#\s*scale\s+([^/]+)\/(.+?)\s+(\S+)\s+(\S+?)[\s,;]*$/iu;

const readComment = (
  text: string,
  line: number,
  file: string,
  seen: Map<string, string>,
  sink: ImportSink,
): void => {
  if (!/^#\s*scale\b/iu.test(text)) {
    sink.warn('comment', 'Lines that begin with # were skipped, except #scale lines.');
    return;
  }
  const [, categoryText = '', name = '', low = '', high = ''] = scaleLine.exec(text) ?? [];
  const category = readCategory(categoryText);
  const min = parseNumber(low);
  const max = parseNumber(high);
  if (category === undefined || min === null || max === null || min.value >= max.value) {
    throw unusable(
      { file, line, column: 1 },
      `expected a scale such as "#scale skin/itch 0 10", found ${quoted(text)}`,
    );
  }
  const identity = identityOf(category, name);
  const range = `${min.value} to ${max.value}`;
  const earlier = seen.get(identity);
  if (earlier !== undefined && earlier !== range) {
    throw unusable(
      { file, line, column: 1 },
      `expected one scale for ${quoted(identity)}, found ${earlier} and ${range}`,
    );
  }
  seen.set(identity, range);
  sink.scale(identity, { min: min.value, max: max.value, inferred: false });
};

type Header = ReadonlyMap<Column, number>;

const readHeader = ({ line, cells }: Row, file: string, sink: ImportSink): Header => {
  const header = new Map<Column, number>();
  cells.forEach((cell, index) => {
    const column = columns.find((known) => known === bare(cell));
    if (column === undefined) {
      const name = cell.trim() === '' ? `number ${index + 1}` : quoted(cell.trim());
      sink.warn('unknown-column', `The column ${name} is not part of a diary. It was not read.`);
    } else if (header.has(column)) {
      throw unusable({ file, line, column: index + 1 }, `expected one column ${quoted(column)}`);
    } else {
      header.set(column, index);
    }
  });
  const missing = requiredColumns.find((column) => !header.has(column));
  if (missing !== undefined) {
    throw unusable(
      { file, line, column: 1 },
      `expected the header date,category,name,value; the column ${quoted(missing)} is missing`,
    );
  }
  return header;
};

const readRow = ({ line, cells }: Row, header: Header, file: string, sink: ImportSink): void => {
  const cell = (column: Column): string => cells[header.get(column) ?? -1] ?? '';
  const expected = (column: Column, expectation: string) =>
    unusable(
      { file, line, column: (header.get(column) ?? 0) + 1, columnName: column },
      `expected ${expectation}, found ${quoted(cell(column))}`,
    );

  const date = cell('date').trim();
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date) ?? [];
  if (year === undefined || dateOf(Number(year), Number(month), Number(day)) === null) {
    throw expected('date', 'a day as YYYY-MM-DD');
  }
  const category = readCategory(cell('category'));
  if (category === undefined) throw expected('category', `one of ${categories.join(' ')}`);
  const name = restore(cell('name').trim()).trim();
  if (name === '') throw expected('name', 'a name');

  const value = readValue(category, cell('value'), sink);
  if (value === undefined) throw expected('value', 'a number');

  const timeText = cell('time').trim();
  const minutes = timeText === '' ? null : minutesOf(timeText);
  if (timeText !== '' && minutes === null) throw expected('time', 'a time as HH:MM');
  if (minutes !== null && timeOf(minutes) !== timeText) {
    sink.warn('time-format', 'Times such as 8:30 or 08:30:00 were read as HH:MM.');
  }
  const unit = restore(cell('unit').trim());
  const site = restore(cell('site').trim());
  const note = restore(cell('note'));
  sink.observe({
    date,
    category,
    name,
    value,
    ...(minutes === null ? {} : { time: timeOf(minutes) }),
    ...(unit === '' ? {} : { unit }),
    ...(site === '' ? {} : { site }),
    ...(note === '' ? {} : { note }),
  });
};

const readValue = (
  category: Category,
  text: string,
  sink: ImportSink,
): number | null | undefined => {
  if (text.trim() === '') {
    return category === 'food' ? 1 : category === 'note' ? null : undefined;
  }
  const number = parseNumber(text);
  if (number === null) return undefined;
  if (number.decimalComma) {
    sink.warn('decimal-comma', 'Numbers with a decimal comma were read as numbers.');
  }
  return number.value;
};

const read = async (chunks: Chunks, options: ImportOptions, sink: ImportSink): Promise<void> => {
  const { file } = options;
  const seen = new Map<string, string>();
  let header: Header | undefined;
  const rows = readRows(chunks, {
    file,
    onProgress: options.onProgress,
    onComment: (text, line) => readComment(text, line, file, seen, sink),
    onOddity: (oddity) => sink.warn(oddity, oddityTexts[oddity]),
  });
  for await (const row of rows) {
    if (header === undefined) header = readHeader(row, file, sink);
    else readRow(row, header, file, sink);
  }
  if (header === undefined) {
    throw unusable({ file, line: 1 }, 'expected the header date,category,name,value');
  }
};

/** Reads the tidy diary. Errors name file, line, column and what was expected. */
export const tidyImporter: Importer = { format: 'zonula', detect, read };

const inQuotes = (cell: string): string =>
  /[",;\t\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const textCell = (text: string | undefined): string => inQuotes(neutralise(text ?? ''));

const writeCell = (observation: Observation, column: Column): string => {
  if (column === 'value') return observation.value === null ? '' : String(observation.value);
  if (column === 'date' || column === 'category' || column === 'time') {
    return observation[column] ?? '';
  }
  return textCell(observation[column]);
};

/**
 * The tidy diary line by line, each with its line feed. Optional columns appear when some row has
 * them; only declared scales are written, since inferred ones are inferred again.
 */
export function* tidyLines(diary: Pick<Diary, 'observations' | 'scales'>): Generator<string> {
  for (const [identity, { min, max, inferred }] of diary.scales) {
    if (!inferred) yield `${inQuotes(`#scale ${identity} ${min} ${max}`)}\n`;
  }
  const used: Column[] = [
    ...requiredColumns,
    ...optionalColumns.filter((column) =>
      diary.observations.some((row) => row[column] !== undefined),
    ),
  ];
  yield `${used.join(',')}\n`;
  for (const observation of diary.observations) {
    yield `${used.map((column) => writeCell(observation, column)).join(',')}\n`;
  }
}

/** The tidy diary as one text. */
export const writeTidy = (diary: Pick<Diary, 'observations' | 'scales'>): string =>
  [...tidyLines(diary)].join('');
