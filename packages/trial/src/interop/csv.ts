/** A value that a table can hold; null is an empty cell. */
export type Cell = string | number | boolean | null;

const cellOf = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A table as CSV (RFC 4180, lines end with LF), header first. Each row has as many cells as the header. */
export const csvOf = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [header, ...rows].map((row) => `${row.map(cellOf).join(',')}\n`).join('');
