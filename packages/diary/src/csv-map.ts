import { type Category, categories } from './category.ts';
import { parseClock, readDateColumn } from './date-column.ts';
import { type LocalDay, timeOf } from './day.ts';
import { categorySchema } from './diary.ts';
import type { ColumnMap, Importer, ImportOptions, ImportSink } from './importer.ts';
import { parseJson } from './json.ts';
import { parseNumber } from './number.ts';
import { type Place, quoted, unusable } from './place.ts';
import { type Row, readRows } from './rows.ts';
import type { Chunks } from './source.ts';

interface Target {
  readonly category: Category;
  readonly name: string;
}

const readTarget = (text: unknown): Target | null => {
  if (typeof text !== 'string') return null;
  const slash = text.indexOf('/');
  const category = categorySchema.safeParse(text.slice(0, slash).trim().toLowerCase());
  const name = text.slice(slash + 1).trim();
  return slash < 0 || !category.success || name === '' ? null : { category: category.data, name };
};

const readOffset = (text: string): number | null => {
  const match = /^([+-])(\d{2}):?([0-5]\d)$/u.exec(text);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? 0 - minutes : minutes;
};

/**
 * Reads `{ "date": "Day", "time": "At", "columns": { "Itch": "skin/itch" } }`, with `dateOrder`
 * (`dmy` or `mdy`) and `utcOffset` (`+02:00`) as hints. `UnusableInput` says what is wrong.
 */
export const parseColumnMap = (text: string, file: string): ColumnMap => {
  const refuse = (expectation: string) => unusable({ file }, expectation);
  const map = parseJson(
    text,
    { file },
    'expected JSON such as {"date": "Day", "columns": {"Itch": "skin/itch"}}',
  );
  if (typeof map !== 'object' || map === null || Array.isArray(map)) {
    throw refuse('expected an object with "date" and "columns"');
  }
  const fields = new Map<string, unknown>(Object.entries(map));
  const known = ['date', 'time', 'columns', 'dateOrder', 'utcOffset'];
  for (const field of fields.keys()) {
    if (!known.includes(field))
      throw refuse(`expected ${known.join(', ')}, found ${quoted(field)}`);
  }
  const name = (field: string): string | undefined => {
    const value = fields.get(field);
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value.trim() !== '') return value;
    throw refuse(`expected "${field}" to be a text`);
  };
  const date = name('date');
  if (date === undefined) throw refuse('expected "date", the name of the column of dates');
  const columns = fields.get('columns');
  if (typeof columns !== 'object' || columns === null || Array.isArray(columns)) {
    throw refuse('expected "columns", an object such as {"Itch": "skin/itch"}');
  }
  for (const [column, target] of Object.entries(columns)) checkTarget(column, target, { file });
  const dateOrder = name('dateOrder');
  if (dateOrder !== undefined && dateOrder !== 'dmy' && dateOrder !== 'mdy') {
    throw refuse(`expected "dateOrder" to be "dmy" or "mdy", found ${quoted(dateOrder)}`);
  }
  const utcOffset = name('utcOffset');
  if (utcOffset !== undefined && readOffset(utcOffset) === null) {
    throw refuse(`expected "utcOffset" such as "+02:00", found ${quoted(utcOffset)}`);
  }
  const time = name('time');
  return {
    date,
    columns: columns as Record<string, string>,
    ...(time === undefined ? {} : { time }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(utcOffset === undefined ? {} : { utcOffset }),
  };
};

const checkTarget = (column: string, text: unknown, place: Place): Target => {
  const target = readTarget(text);
  if (target !== null) return target;
  throw unusable(
    place,
    `expected CATEGORY/NAME for the column ${quoted(column)}, with one of ${categories.join(' ')}`,
  );
};

interface Layout {
  readonly date: number;
  readonly time: number | null;
  readonly targets: readonly (Target & { readonly index: number; readonly header: string })[];
}

const readLayout = (
  { line, cells }: Row,
  map: ColumnMap,
  file: string,
  sink: ImportSink,
): Layout => {
  const headers = cells.map((cell) => cell.trim().normalize('NFC'));
  const used = new Set<number>();
  const find = (wanted: string): number => {
    const exact = wanted.trim().normalize('NFC');
    const matching = (same: (header: string) => boolean): number[] =>
      headers.flatMap((header, index) => (same(header) ? [index] : []));
    let found = matching((header) => header === exact);
    if (found.length === 0) {
      found = matching((header) => header.toLowerCase() === exact.toLowerCase());
    }
    const [index] = found;
    if (index === undefined || found.length > 1) {
      const listed = headers.slice(0, 12).map(quoted).join(' ');
      throw unusable(
        { file, line, column: 1 },
        `expected one column ${quoted(wanted)}, found ${found.length}; the columns are ${listed}${headers.length > 12 ? ' …' : ''}`,
      );
    }
    used.add(index);
    return index;
  };
  const layout = {
    date: find(map.date),
    time: map.time === undefined ? null : find(map.time),
    targets: Object.entries(map.columns).map(([header, text]) => ({
      ...checkTarget(header, text, { file }),
      index: find(header),
      header,
    })),
  };
  const unread = headers.filter((header, index) => !used.has(index) && header !== '');
  if (unread.length > 0) {
    const listed = unread.slice(0, 20).map(quoted).join(', ');
    const more = unread.length > 20 ? ` and ${unread.length - 20} more` : '';
    sink.warn(
      'unknown-column',
      `These columns are not in your map and were not read: ${listed}${more}.`,
    );
  }
  return layout;
};

const notRecorded = /^(?:[-–—]+|n\/?a|null|nan|\?)$/iu;
const yes = /^(?:yes|y|true|x|✓|✔)$/iu;
const no = /^(?:no|n|false)$/iu;

/** A number, null when nothing was recorded, undefined when the text is neither. */
const readCell = (text: string, sink: ImportSink): number | null | undefined => {
  if (text === '') return null;
  const number = parseNumber(text);
  if (number !== null) {
    if (number.decimalComma) {
      sink.warn('decimal-comma', 'Numbers with a decimal comma were read as numbers.');
    }
    return number.value;
  }
  if (notRecorded.test(text)) {
    sink.warn('not-recorded', `Cells with ${quoted(text)} were read as not recorded.`);
    return null;
  }
  if (!yes.test(text) && !no.test(text)) return undefined;
  sink.warn('yes-no', 'Words such as yes and no were read as 1 and 0.');
  return yes.test(text) ? 1 : 0;
};

interface Entry {
  readonly line: number;
  readonly date: string;
  readonly time: string | null;
  readonly values: readonly (Target & { readonly value: number | null; readonly note?: string })[];
}

const readEntry = (
  { line, cells }: Row,
  layout: Layout,
  map: ColumnMap,
  file: string,
  sink: ImportSink,
): Entry => {
  const refuse = (index: number, columnName: string, expectation: string) =>
    unusable(
      { file, line, column: index + 1, columnName },
      `expected ${expectation}, found ${quoted((cells[index] ?? '').trim())}`,
    );
  const values = [];
  for (const { category, name, index, header } of layout.targets) {
    const text = (cells[index] ?? '').trim();
    if (category === 'note') {
      if (text !== '') values.push({ category, name, value: null, note: text });
      continue;
    }
    const value = readCell(text, sink);
    if (value === undefined) throw refuse(index, header, 'a number, or nothing');
    if (value !== null) values.push({ category, name, value });
  }
  const clock = layout.time === null ? '' : (cells[layout.time] ?? '').trim();
  const minutes = clock === '' ? null : parseClock(clock);
  if (clock !== '' && minutes === null)
    throw refuse(layout.time ?? 0, map.time ?? '', 'a time as HH:MM');
  return {
    line,
    date: (cells[layout.date] ?? '').trim(),
    time: minutes === null ? null : timeOf(minutes),
    values,
  };
};

const read = async (chunks: Chunks, options: ImportOptions, sink: ImportSink): Promise<void> => {
  const { file, map } = options;
  if (map === undefined) {
    throw unusable({ file }, 'expected --map COLUMNS.json, which says what each column holds');
  }
  let layout: Layout | undefined;
  const entries: Entry[] = [];
  for await (const row of readRows(chunks, { file, onProgress: options.onProgress })) {
    if (layout === undefined) {
      layout = readLayout(row, map, file, sink);
    } else if (row.cells.some((cell) => cell.trim() !== '')) {
      entries.push(readEntry(row, layout, map, file, sink));
    }
  }
  if (layout === undefined) {
    throw unusable({ file, line: 1, column: 1 }, 'expected a line with the names of the columns');
  }
  const { days, utc } = readDateColumn(
    entries.map(({ line, date }) => ({ line, text: date })),
    {
      file,
      column: layout.date + 1,
      columnName: map.date,
      dateOrder: map.dateOrder,
      utcOffset: readOffset(map.utcOffset ?? '') ?? undefined,
    },
  );
  entries.forEach((entry, index) => {
    const day = days[index]!;
    const time = entry.time ?? day.time;
    for (const value of entry.values) {
      sink.observe({ ...value, date: day.date, ...(time === undefined ? {} : { time }) });
    }
  });
  tellDays(days, utc, sink);
};

const tellDays = (days: readonly LocalDay[], utc: number, sink: ImportSink): void => {
  for (let row = 0; row < utc; row++) {
    sink.warn(
      'utc',
      'Times in UTC were taken as yours. Say "utcOffset" in the map if they are not.',
    );
  }
  for (const { shifted } of days) {
    if (shifted) {
      sink.warn('after-midnight', 'Entries between midnight and 04:00 count for the day before.');
    }
  }
};

/** Any table with a header, read by `options.map`; a blank cell is not recorded, never zero. */
export const csvImporter: Importer = { format: 'csv', detect: () => 0, read };
