import type { PGlite } from '@electric-sql/pglite';
import { deletions } from './empty-tables.ts';

/** What a database was like before a file of tests used it. */
export interface Found {
  /** Of its schema, and of who may do what with it. */
  readonly shape: string;
  /** Tables that held rows already, and what these were. */
  readonly filled: ReadonlyMap<string, string>;
  readonly empty: readonly string[];
}

/** Columns of pg_class that say where a table lies and how large it is, not what it is. */
const storage = [
  ...['relfilenode', 'relpages', 'reltuples', 'relallvisible', 'relallfrozen'],
  ...['relfrozenxid', 'relminmxid'],
];
/** Objects below this number are PostgreSQL's own. */
const firstOwn = 16_384;
const catalogues = [
  ...['namespace', 'type', 'enum', 'proc', 'policy', 'rewrite', 'trigger', 'event_trigger'],
  ...['attribute', 'attrdef', 'constraint', 'sequence'],
];
/** What the objects of a catalogue are known by, where it is not `oid`. */
const idOf: Readonly<Record<string, string>> = { attribute: 'attrelid', sequence: 'seqrelid' };
const shapeQuery = `select md5(string_agg(line, chr(10) order by line)) as answer from (
  select (to_jsonb(one) - '{${storage.join()}}'::text[])::text as line from pg_class one where oid >= ${firstOwn}
  ${catalogues
    .map(
      (name) =>
        `union all select one::text from pg_${name} one where ${idOf[name] ?? 'oid'}::oid >= ${firstOwn}`,
    )
    .join('\n')}
  union all select one::text from pg_namespace one where nspname = 'public'
  union all select one::text from pg_db_role_setting one
  union all select datname || coalesce(datacl::text, '') from pg_database
  union all select one::text from pg_roles one
  union all select one::text from pg_auth_members one
  union all select one::text from pg_default_acl one) lines`;

const ask = async (pglite: PGlite, text: string): Promise<string> =>
  (await pglite.query<{ answer: string }>(text)).rows[0]!.answer;

const rowsOf = (pglite: PGlite, table: string): Promise<string> =>
  ask(
    pglite,
    `select md5(coalesce(string_agg(one::text, chr(10) order by one::text), '')) as answer from ${table} one`,
  );

export const noteState = async (pglite: PGlite): Promise<Found> => {
  const { rows } = await pglite.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind = 'r' and oid >= ${firstOwn}
      and relnamespace <> 'information_schema'::regnamespace order by oid`,
  );
  const filled = new Map<string, string>();
  const empty: string[] = [];
  for (const { name } of rows)
    if (await ask(pglite, `select exists (select from ${name})::int as answer`))
      filled.set(name, await rowsOf(pglite, name));
    else empty.push(name);
  return { shape: await ask(pglite, shapeQuery), filled, empty };
};

/** Makes a database as it was; false where more than rows of tables that were empty differs. */
export const restore = async (
  pglite: PGlite,
  { shape, filled, empty }: Found,
): Promise<boolean> => {
  await pglite.exec('rollback');
  await pglite.exec('discard all');
  if ((await ask(pglite, shapeQuery)) !== shape) return false;
  for (const [table, rows] of filled) if ((await rowsOf(pglite, table)) !== rows) return false;
  const statements = ['begin', ...deletions(empty)];
  const { rows } = await pglite.query<{ name: string }>(
    'select format($$%I.%I$$, schemaname, sequencename) as name from pg_sequences',
  );
  for (const { name } of rows) statements.push(`alter sequence ${name} restart`);
  await pglite.exec([...statements, 'commit'].join(';'));
  return true;
};
