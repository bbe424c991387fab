import { sql } from 'kysely';
import type { DatabaseTransaction } from '../db/tables.ts';

/** Rows of one table, as JSON. */
export interface TableRows {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

const escaped = (word: string): string => word.replace(/[^a-z0-9]/giu, (sign) => `\\${sign}`);

/** Finds a word that stands alone: `ann@example.org` is not `joann@example.org`. Ids are also found without hyphens. */
const patternOf = (words: readonly string[]): string => {
  const forms = words.flatMap((word) =>
    /^[0-9a-f-]{36}$/u.test(word) ? [word, word.replaceAll('-', '')] : [word],
  );
  const bytes = words.map((word) => Buffer.from(word).toString('hex'));
  const alone = forms.map(escaped).join('|');
  return `(?<![[:alnum:]._%+'-])(?:${alone})(?![[:alnum:]-]|\\.[[:alnum:]])|${bytes.join('|')}`;
};

/** The names of all tables but the database's own. */
export const everyTable = async (transaction: DatabaseTransaction): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    order by 1`.execute(transaction);
  return rows.map(({ name }) => name);
};

/**
 * All rows of all tables that hold one of `words` in any column, whatever its type: as text, in JSON, or as bytes. It
 * knows no table by name, so that none can be forgotten.
 */
export const rowsWith = async (
  transaction: DatabaseTransaction,
  words: readonly string[],
): Promise<TableRows[]> => {
  if (words.length === 0) return [];
  const pattern = patternOf(words);
  const found: TableRows[] = [];
  for (const table of await everyTable(transaction)) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) as row from ${sql.table(table)} t
      where to_jsonb(t)::text ~* ${pattern}`.execute(transaction);
    if (rows.length > 0) found.push({ table, rows: rows.map(({ row }) => row) });
  }
  return found;
};
