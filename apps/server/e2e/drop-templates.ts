import { sql } from 'kysely';
import type { Database } from '../src/db/tables.ts';

/** Of a PGlite, where nobody makes another database: without the templates for that it has a third of the files, and is copied sooner. */
export const dropTemplates = async (database: Database): Promise<void> => {
  await sql`update pg_database set datistemplate = false`.execute(database);
  for (const name of ['template0', 'template1'])
    await sql`drop database ${sql.id(name)}`.execute(database);
};
