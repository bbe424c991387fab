import { readDateColumn } from './date-column.ts';
import { type Importer, UnusableInput } from './importer.ts';
import type { Place } from './place.ts';
import { readRows } from './rows.ts';
import { type Chunks, peek } from './source.ts';

/** The first lines of a table that no format knows, for a person to say what its columns hold. */
export interface TableHead {
  /** Those that can be told by their name: without a name, or with one that another column has too, there is no way to. */
  readonly columns: readonly {
    readonly name: string;
    /** Its first filled cells, at most three. */
    readonly examples: readonly string[];
  }[];
  /** The first column whose first cells are all dates; null for none. */
  readonly date: number | null;
}

const rowsLookedAt = 30;
const examples = 3;

const areDates = (texts: readonly string[], place: Place): boolean => {
  const filled = texts.map((text, line) => ({ line, text })).filter(({ text }) => text !== '');
  if (filled.length === 0) return false;
  return (['dmy', 'mdy'] as const).some((dateOrder) => {
    try {
      readDateColumn(filled, { ...place, column: 1, columnName: '', dateOrder });
      return true;
    } catch (error) {
      if (error instanceof UnusableInput) return false;
      throw error;
    }
  });
};

/**
 * Null where one of the importers knows the content, or where it is no table: fewer than two columns that can be told by name,
 * no line beneath, or text that is none. It reads no further than it needs.
 */
export const tableHead = async (
  chunks: Chunks,
  { file, importers }: { readonly file: string; readonly importers: readonly Importer[] },
): Promise<TableHead | null> => {
  const { head, chunks: whole } = await peek(chunks);
  if (importers.some((importer) => importer.detect(head) > 0)) return null;
  const rows: (readonly string[])[] = [];
  try {
    for await (const { cells } of readRows(whole, { file })) {
      rows.push(cells.map((cell) => cell.trim()));
      if (rows.length > rowsLookedAt) break;
    }
  } catch (error) {
    if (error instanceof UnusableInput) return null;
    throw error;
  }
  const [header = [], ...lines] = rows;
  const names = header.map((cell) => cell.normalize('NFC'));
  const told = names.flatMap((name, place) =>
    name !== '' && names.indexOf(name) === names.lastIndexOf(name) ? [{ name, place }] : [],
  );
  if (told.length < 2 || lines.length === 0) return null;
  const cellsOf = (place: number): string[] => lines.map((cells) => cells[place] ?? '');
  const date = told.findIndex(({ place }) => areDates(cellsOf(place), { file }));
  return {
    columns: told.map(({ name, place }) => ({
      name,
      examples: cellsOf(place)
        .filter((text) => text !== '')
        .slice(0, examples),
    })),
    date: date < 0 ? null : date,
  };
};
