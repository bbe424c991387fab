import type { Importer, ImportOptions, ImportSink } from '../importer.ts';
import { quoted, unusable } from '../place.ts';
import type { Row } from '../rows.ts';
import { amountOf } from './amounts.ts';
import { clockTime, createDateOrder, slashDate } from './foreign-dates.ts';
import { converted, cronometerNutrients, type Nutrient } from './nutrients.ts';
import { createRecorder } from './recorder.ts';
import {
  columnOf,
  headerCells,
  listUnread,
  numberOf,
  openTable,
  requiredColumn,
  type Table,
} from './table.ts';

interface NutrientColumn extends Nutrient {
  readonly index: number;
  readonly unitWritten: string;
}

/** `Energy (kcal)`, `B12 (Cobalamin) (µg)`, `Vitamin D (IU)`: the unit is the last bracket. */
const nutrientColumn = (cell: string, index: number): NutrientColumn | null => {
  const match = /^(.*?)\s*\(([^()]+)\)$/u.exec(cell.replaceAll('_', ' ').trim());
  const nutrient = cronometerNutrients.get(match?.[1]?.toLowerCase() ?? '');
  return nutrient === undefined ? null : { ...nutrient, index, unitWritten: match![2]! };
};

/** International units and grams of water have factors of their own. */
const inUnit = (value: number, { name, unit, unitWritten }: NutrientColumn): number | null => {
  if (name === 'Vitamin D' && unitWritten === 'IU') return value * 0.025;
  if (name === 'Water' && unitWritten === 'g') return value;
  return converted(value, unitWritten, unit);
};

const isServings = (header: readonly string[]): boolean =>
  columnOf(header, 'Day') >= 0 && columnOf(header, 'Food Name') >= 0;
const isDaily = (header: readonly string[]): boolean =>
  columnOf(header, 'Date') >= 0 &&
  header.some((cell) => /^energy[ _]\((?:kcal|kj)\)$/iu.test(cell)) &&
  columnOf(header, 'Food Name') < 0;

/** All rows with their days; the file as a whole says whether `9/4/2026` is in September. */
const datedRows = async (
  table: Table,
  date: number,
  keep: (cells: readonly string[]) => readonly string[],
  sink: ImportSink,
): Promise<{ row: Row; day: string | null }[]> => {
  const rows: { row: Row; written: string }[] = [];
  const order = createDateOrder();
  for await (const { line, cells } of table.rows) {
    order.see(cells[date]!);
    rows.push({ row: { line, cells: keep(cells) }, written: cells[date]! });
  }
  const resolved = order.resolve();
  if (resolved.ambiguous) {
    sink.warn(
      'date-order',
      'No date says whether the month or the day comes first; they were read as month/day/year.',
    );
  }
  return rows.map(({ row, written }) => ({ row, day: slashDate(written, resolved.order) }));
};

const readServings = async (table: Table, options: ImportOptions, sink: ImportSink) => {
  const { header } = table;
  const date = requiredColumn(table, options.file, 'Day');
  const food = requiredColumn(table, options.file, 'Food Name');
  const [time, amount, unit, group, category] = ['Time', 'Amount', 'Unit', 'Group', 'Category'].map(
    (name) => columnOf(header, name),
  ) as [number, number, number, number, number];
  const nutrients = header
    .map(nutrientColumn)
    .flatMap((column) => (column === null ? [] : [column.index]));
  if (nutrients.length > 0) {
    sink.warn(
      'unread-nutrients',
      `${nutrients.length} columns with nutrients of single foods were not read; the foods were.`,
    );
  }
  listUnread(
    header,
    new Set([date, food, time, amount, unit, group, category, ...nutrients]),
    sink,
  );
  const recorder = createRecorder(sink, options.file);
  const columns = [time, food, amount, unit];
  const rows = await datedRows(
    table,
    date,
    (cells) => columns.map((index) => (index < 0 ? '' : cells[index]!)),
    sink,
  );
  for (const { row, day } of rows) {
    const [clock, name, quantity, quantityUnit] = row.cells as [string, string, string, string];
    if (day === null) recorder.unreadable(row.line, 'expected a day');
    else if (name.trim() === '') recorder.unreadable(row.line, 'expected the name of a food');
    else {
      const written = amountOf(`${quantity.replaceAll('"', '')} ${quantityUnit}`);
      if (written === null && quantity.trim() !== '') {
        sink.warn('unreadable-amount', `Amount ${quoted(quantity)} was read as one serving.`);
      }
      recorder.amount('food', name, written, { date: day, time: clockTime(clock) ?? undefined });
    }
  }
  recorder.finish();
};

const readDaily = async (table: Table, options: ImportOptions, sink: ImportSink) => {
  const { header, decimalComma } = table;
  const date = requiredColumn(table, options.file, 'Date');
  const group = columnOf(header, 'Group');
  const completed = columnOf(header, 'Completed');
  const nutrients = header
    .map(nutrientColumn)
    .filter((column) => column !== null)
    // Of kcal and kJ, or IU and µg, the first column that can be converted is enough.
    .filter((column, at, all) => all.findIndex(({ name }) => name === column.name) === at);
  const readable = nutrients.filter((column) => inUnit(1, column) !== null);
  if (readable.length === 0) {
    throw unusable(
      { file: options.file, line: table.headerLine },
      'expected at least one column of a nutrient such as "Energy (kcal)"',
    );
  }
  const used = header.flatMap((cell, index) =>
    readable.some(({ name }) => name === nutrientColumn(cell, index)?.name) ? [index] : [],
  );
  listUnread(header, new Set([date, group, completed, ...used]), sink);
  const recorder = createRecorder(sink, options.file);
  const rows = await datedRows(table, date, (cells) => cells, sink);
  const totalled = new Set(
    rows.flatMap(({ row, day }) =>
      group >= 0 && /^total$/iu.test(row.cells[group]!.trim()) ? [day] : [],
    ),
  );
  const sums = new Map<string, Map<NutrientColumn, number>>();

  for (const { row, day } of rows) {
    const { line, cells } = row;
    if (day === null) {
      recorder.unreadable(line, `expected a day, found ${quoted(cells[date]!)}`);
      continue;
    }
    // With "diary group rows" each meal has a row besides the row of the whole day.
    if (totalled.has(day) && !/^total$/iu.test(cells[group]!.trim())) continue;
    const values = readable.map((column) => {
      const text = cells[column.index]!;
      const value = numberOf(text, decimalComma);
      if (value === null && text.trim() !== '') {
        recorder.unreadable(
          line,
          `expected a number for ${quoted(column.name)}, found ${quoted(text)}`,
        );
      }
      return value;
    });
    const unfinished = completed >= 0 && !/^true$/iu.test(cells[completed]!.trim());
    if (unfinished && values.every((value) => value === null || value === 0)) {
      sink.warn('empty-day', 'A day that was not completed and holds only zeros is unknown.');
      continue;
    }
    if (unfinished) {
      sink.warn('unfinished-day', 'A day was not marked as completed; its amounts may be too low.');
    }
    const sum = sums.get(day) ?? new Map<NutrientColumn, number>();
    sums.set(day, sum);
    for (const [at, column] of readable.entries()) {
      const value = values[at];
      if (value === null || value === undefined) {
        sink.warn(
          'blank-nutrient',
          `${column.name} was blank on a day; it is unknown there, not zero.`,
        );
      } else sum.set(column, (sum.get(column) ?? 0) + inUnit(value, column)!);
    }
  }
  for (const [day, sum] of sums) {
    for (const [{ name, unit }, value] of sum) {
      recorder.put('habit', name, Number(value.toPrecision(6)), { date: day, unit });
    }
  }
  recorder.finish();
};

/** Cronometer's two exports: single servings (foods) and daily nutrition (amounts per day). */
export const cronometer: Importer = {
  format: 'cronometer',
  detect(head) {
    const header = headerCells(head);
    if (isServings(header)) return 0.95;
    return isDaily(header) ? 0.9 : 0;
  },
  async read(chunks, options, sink) {
    const table = await openTable(chunks, options, sink);
    await (isServings(table.header) ? readServings : readDaily)(table, options, sink);
  },
};
