import type { ImportOptions, ImportSink } from '../importer.ts';
import { quoted, unusable } from '../place.ts';
import { type Oddity, type Row, readRows, sniffDelimiter } from '../rows.ts';
import { fold } from './vocabulary.ts';

export interface Table {
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: AsyncGenerator<Row>;
  /** True for tables separated by semicolons, which write decimal commas. */
  readonly decimalComma: boolean;
}

const oddities: Readonly<Record<Oddity, string>> = {
  bom: 'The file begins with a byte order mark. It was left out.',
  crlf: 'The lines end the Windows way. They were read as they are.',
  semicolon: 'The cells are separated by semicolons. They were read as they are.',
  tab: 'The cells are separated by tabs. They were read as they are.',
};

/** Tells the reader once of each accepted oddity. */
export const tellOddity =
  (sink: ImportSink) =>
  (oddity: Oddity): void =>
    sink.warn(oddity, oddities[oddity]);

/** The header and the rows beneath it. `UnusableInput` when there is no header. */
export const openTable = async (
  chunks: AsyncIterable<Uint8Array>,
  options: ImportOptions,
  sink: ImportSink,
): Promise<Table> => {
  const tell = tellOddity(sink);
  let decimalComma = false;
  const rows = readRows(chunks, {
    file: options.file,
    onProgress: options.onProgress,
    onOddity: (oddity) => {
      if (oddity === 'semicolon') decimalComma = true;
      tell(oddity);
    },
  });
  const first = await rows.next();
  if (first.done === true) {
    throw unusable({ file: options.file }, 'expected a header line, found an empty file');
  }
  return {
    header: first.value.cells.map((cell) => cell.trim()),
    headerLine: first.value.line,
    rows,
    decimalComma,
  };
};

/** Index of the first column with one of the names (case and accents do not matter), or -1. */
export const columnOf = (header: readonly string[], ...names: readonly string[]): number => {
  const wanted = names.map(fold);
  return header.findIndex((cell) => wanted.includes(fold(cell)));
};

/** As `columnOf`, but `UnusableInput` when there is none. */
export const requiredColumn = (
  { header, headerLine }: Table,
  file: string,
  ...names: readonly string[]
): number => {
  const found = columnOf(header, ...names);
  if (found < 0)
    throw unusable({ file, line: headerLine }, `expected a column ${quoted(names[0]!)}`);
  return found;
};

/** Columns that nothing reads are listed. */
export const listUnread = (
  header: readonly string[],
  read: ReadonlySet<number>,
  sink: ImportSink,
): void => {
  for (const [index, name] of header.entries()) {
    if (!read.has(index)) sink.warn('unread-column', `Column ${quoted(name)} was not read.`);
  }
};

/** `12`, `12.5`, `1,234.5`, and `12,5` where commas are decimal or cannot be thousands. */
export const numberOf = (text: string, decimalComma = false): number | null => {
  const trimmed = text.trim();
  if (!decimalComma && /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(trimmed)) {
    return Number(trimmed.replaceAll(',', ''));
  }
  if (!/^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d{1,3})?$/iu.test(trimmed)) return null;
  const value = Number(trimmed.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
};

/** Cells of the first line that is not empty, for detection. */
export const headerCells = (head: string): string[] => {
  const text = head.replace(/^\uFEFF/u, '');
  const delimiter = sniffDelimiter(text);
  const line = /^[\r\n]*([^\r\n]*)/u.exec(text)?.[1] ?? '';
  const cells = [''];
  let inQuotes = false;
  for (const character of line) {
    if (character === '"') inQuotes = !inQuotes;
    else if (character === delimiter && !inQuotes) cells.push('');
    else cells.push(cells.pop() + character);
  }
  return cells.map((cell) => cell.trim());
};
