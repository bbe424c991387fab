import { sql } from 'kysely';
import type { DatabaseTransaction } from '../db/tables.ts';

/** A table and the columns that are written to it; what the database computes is left out. */
export interface TableShape {
  /** `schema.name`. */
  readonly name: string;
  readonly columns: readonly string[];
}

/** Queues are made anew from what is undone. */
const leftOut = ['pgboss'];

/** All tables but the lists of migrations, each after those that it refers to. */
export const tablesOf = async (transaction: DatabaseTransaction): Promise<TableShape[]> => {
  const { rows } = await sql<{ name: string; columns: string[]; refers: string[] }>`
    select n.nspname || '.' || c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(distinct rn.nspname || '.' || r.relname) from pg_constraint f
        join pg_class r on r.oid = f.confrelid join pg_namespace rn on rn.oid = r.relnamespace
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid), '{}') as refers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^pg_'
      and n.nspname <> all(${['information_schema', 'public', ...leftOut]})
      and n.nspname || '.' || c.relname not in ('zonula.migration', 'cohort.migration')
    order by 1`.execute(transaction);
  const sorted: TableShape[] = [];
  const waiting = new Map(rows.map((row) => [row.name, row]));
  while (waiting.size > 0) {
    const next = [...waiting.values()].find(({ refers }) => refers.every((to) => !waiting.has(to)));
    if (next === undefined) throw new Error('tables refer to each other in a circle');
    waiting.delete(next.name);
    sorted.push({ name: next.name, columns: next.columns });
  }
  return sorted;
};

/** Quoted for a statement. */
export const quoted = ({ name }: Pick<TableShape, 'name'>) => sql.table(name);

/** Rows come and go as text of the same form, whatever the settings of a database are. */
export const settle = async (transaction: DatabaseTransaction): Promise<void> => {
  for (const setting of [
    "set local timezone = 'UTC'",
    "set local datestyle = 'ISO'",
    "set local intervalstyle = 'postgres'",
    "set local bytea_output = 'hex'",
    'set local extra_float_digits = 1',
  ])
    await sql.raw(setting).execute(transaction);
};
