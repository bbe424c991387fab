import { parse } from 'csv-parse/sync';

/** Something in a table that cannot be: names the table and the row. */
export class TableError extends Error {}

export interface TableRow {
  /** Cell of a column. Throws TableError when the table has no such column. */
  readonly cell: (column: string) => string;
  /** The cell as a number within the bounds. Throws TableError naming the row. */
  readonly number: (column: string, from: number, to: number) => number;
  /** Throws TableError naming this row. */
  readonly fail: (complaint: string) => never;
}

/** Rows of a comma-separated table (RFC 4180, header row). Throws TableError for anything else. */
export const readTable = (name: string, text: string): TableRow[] => {
  const rows = parseRows(name, text);
  const [header, ...body] = rows;
  if (header === undefined) throw new TableError(`${name}: empty, a header row was expected`);
  const columns = new Map(header.record.map((column, i) => [column, i]));
  return body.map(({ record, info: { lines } }) => {
    const fail = (complaint: string): never => {
      throw new TableError(`${name}, line ${lines}: ${complaint}`);
    };
    const cell = (column: string): string => {
      const at = columns.get(column);
      return at === undefined ? fail(`no column "${column}"`) : record[at]!;
    };
    const number = (column: string, from: number, to: number): number => {
      const text = cell(column);
      const value = Number(text);
      return text.trim() !== '' && value >= from && value <= to
        ? value
        : fail(`${column} is "${text}", a number from ${from} to ${to} was expected`);
    };
    return { cell, number, fail };
  });
};

const parseRows = (
  name: string,
  text: string,
): { readonly record: string[]; readonly info: { readonly lines: number } }[] => {
  try {
    return parse(text, { bom: true, info: true }) as never;
  } catch (error) {
    throw new TableError(`${name}: ${(error as Error).message}`);
  }
};
