import { type Catalogue, catalogueSchema } from '@zonula/clinic';
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../db/tables.ts';
import { Refusal } from './refusal.ts';

const kinds = [
  ['clinic.room', 'rooms'],
  ['clinic.practitioner', 'practitioners'],
  ['clinic.treatment', 'treatments'],
] as const;

/** Puts `catalogue` in the place of what was offered; appointments that were made stay as they are. */
export const saveCatalogue = (database: Database, catalogue: Catalogue): Promise<void> =>
  database.transaction().execute(async (transaction) => {
    const document = JSON.stringify(catalogue.clinic);
    await transaction
      .insertInto('clinic.clinic')
      .values({ one: true, document })
      .onConflict((conflict) => conflict.column('one').doUpdateSet({ document }))
      .execute();
    for (const [table, list] of kinds) await saveList(transaction, table, catalogue[list]);
  });

const saveList = async (
  transaction: DatabaseTransaction,
  table: (typeof kinds)[number][0],
  list: readonly { readonly id: string }[],
): Promise<void> => {
  await transaction.updateTable(table).set({ active: false }).execute();
  if (list.length === 0) return;
  await transaction
    .insertInto(table)
    .values(
      list.map((item, position) => ({
        id: item.id,
        position,
        active: true,
        document: JSON.stringify(item),
      })),
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        position: ref('excluded.position'),
        active: true,
        document: ref('excluded.document'),
      })),
    )
    .execute();
};

/** What is offered now. Refuses with `no-clinic` when there is nothing yet. */
export const loadCatalogue = async (
  database: Database | DatabaseTransaction,
): Promise<Catalogue> => {
  const list = (table: (typeof kinds)[number][0]) =>
    sql`(select coalesce(json_agg(document order by position), '[]') from ${sql.table(table)} where active)`;
  const { rows } = await sql<{ catalogue: unknown }>`
    select json_build_object(
      'clinic', document,
      'rooms', ${list('clinic.room')},
      'practitioners', ${list('clinic.practitioner')},
      'treatments', ${list('clinic.treatment')}
    ) as catalogue
    from clinic.clinic`.execute(database);
  if (rows[0] === undefined) throw new Refusal('no-clinic');
  return catalogueSchema.parse(rows[0].catalogue);
};
