import { type Access, accessesOf, noteAccess } from '../audit/accesses.ts';
import type { Database } from '../db/tables.ts';
import { rowsWith, type TableRows } from './every-table.ts';
import { identifiersOf, type PersonName } from './person.ts';

/** Everything that is kept of somebody. */
export interface PersonExport {
  readonly tables: readonly TableRows[];
  /** Of an account: who saw what was shared. */
  readonly accesses: readonly Access[];
}

/** What would let its reader act as the person is left out. */
export const secrets: ReadonlySet<string> = new Set([
  'digest',
  'audit_key',
  'fingerprint',
  'result',
]);
export const mostAccesses = 100_000;

/** Everything that is kept of a person in any table; null when there is nothing. */
export const exportPerson = (
  database: Database,
  person: PersonName,
  now: number,
): Promise<PersonExport | null> =>
  database.transaction().execute(async (transaction) => {
    const words = await identifiersOf(transaction, person);
    if (words.length === 0) return null;
    const tables = (await rowsWith(transaction, words)).map(({ table, rows }) => ({
      table,
      rows: rows.map((row) =>
        Object.fromEntries(Object.entries(row).filter(([column]) => !secrets.has(column))),
      ),
    }));
    if (person.kind === 'client') return { tables, accesses: [] };
    const { account } = person;
    await noteAccess(transaction, {
      at: now,
      person: account,
      actor: null,
      role: 'operator',
      action: 'exported',
    });
    return { tables, accesses: await accessesOf(transaction, account, { limit: mostAccesses }) };
  });
