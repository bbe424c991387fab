import { isDeepStrictEqual } from 'node:util';
import { type Catalogue, catalogueSchema } from '@zonula/clinic';
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../db/tables.ts';
import { catalogueChanges } from './catalogue-changes.ts';
import { noteDeskAction } from './desk-actions.ts';
import { Refusal } from './refusal.ts';

const kinds = [
  ['clinic.room', 'rooms'],
  ['clinic.practitioner', 'practitioners'],
  ['clinic.treatment', 'treatments'],
] as const;

/** Who offers something else from now on. */
export interface CatalogueEdit {
  /** The account of a clinic's administrator. */
  readonly account: string;
  /** The version that was looked at; another one in between refuses the edit. */
  readonly expected: number;
  /** ms since 1970. */
  readonly now: number;
}

/**
 * Puts `catalogue` in the place of what was offered, as its next version; appointments that were made stay as they
 * are. Refuses with `changed-meanwhile` when somebody else was quicker. Gives the version that is offered then.
 */
export const editCatalogue = (
  database: Database,
  catalogue: Catalogue,
  { account, expected, now }: CatalogueEdit,
): Promise<number> =>
  database.transaction().execute(async (transaction) => {
    const { version, before } = await lockCatalogue(transaction);
    if (version !== expected) throw new Refusal('changed-meanwhile');
    if (isDeepStrictEqual(before, catalogue)) return version;
    const edit = { version: version + 1, before, account, source: 'desk', now } as const;
    await write(transaction, catalogue, edit);
    const action = {
      at: now,
      account,
      action: 'catalogue-changed',
      version: edit.version,
    } as const;
    await noteDeskAction(transaction, action);
    return edit.version;
  });

/**
 * Offers what a file says, unless this very file was offered before: what was changed at the desk since stays. Says
 * whether it was offered now.
 */
export const saveCatalogue = (
  database: Database,
  catalogue: Catalogue,
  now: number,
): Promise<boolean> =>
  database.transaction().execute(async (transaction) => {
    const { version, before } = await lockCatalogue(transaction);
    const last = await transaction
      .selectFrom('clinic.catalogue_version')
      .select('document')
      .where('source', '=', 'file')
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    const known = last === undefined ? null : catalogueSchema.safeParse(last.document);
    if (before !== null && known?.success && isDeepStrictEqual(known.data, catalogue)) return false;
    const edit = { version: version + 1, before, account: null, source: 'file', now } as const;
    await write(transaction, catalogue, edit);
    return true;
  });

/** The version that is offered and what it says, kept from other edits until the transaction ends. */
const lockCatalogue = async (
  transaction: DatabaseTransaction,
): Promise<{ readonly version: number; readonly before: Catalogue | null }> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('clinic catalogue', 0))`.execute(
    transaction,
  );
  return { version: await versionOf(transaction), before: await storedCatalogue(transaction) };
};

const versionOf = async (database: Database | DatabaseTransaction): Promise<number> => {
  const { version } = await database
    .selectFrom('clinic.catalogue_version')
    .select(({ fn }) => fn.coalesce(fn.max('version'), sql<number>`0`).as('version'))
    .executeTakeFirstOrThrow();
  return version;
};

const write = async (
  transaction: DatabaseTransaction,
  catalogue: Catalogue,
  {
    version,
    before,
    account,
    source,
    now,
  }: {
    readonly version: number;
    readonly before: Catalogue | null;
    readonly account: string | null;
    readonly source: 'file' | 'desk';
    readonly now: number;
  },
): Promise<void> => {
  const document = JSON.stringify(catalogue.clinic);
  await transaction
    .insertInto('clinic.clinic')
    .values({ one: true, document })
    .onConflict((conflict) => conflict.column('one').doUpdateSet({ document }))
    .execute();
  for (const [table, list] of kinds) await saveList(transaction, table, catalogue[list]);
  await transaction
    .insertInto('clinic.catalogue_version')
    .values({
      version,
      at: new Date(now),
      account,
      source,
      changes: JSON.stringify(catalogueChanges(before, catalogue)),
      document: JSON.stringify(catalogue),
    })
    .execute();
};

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

const storedCatalogue = async (
  database: Database | DatabaseTransaction,
): Promise<Catalogue | null> => {
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
  return rows[0] === undefined ? null : catalogueSchema.parse(rows[0].catalogue);
};

/** What is offered now. Refuses with `no-clinic` when there is nothing yet. */
export const loadCatalogue = async (
  database: Database | DatabaseTransaction,
): Promise<Catalogue> => {
  const catalogue = await storedCatalogue(database);
  if (catalogue === null) throw new Refusal('no-clinic');
  return catalogue;
};

/** What is offered now and which version that is, both of one moment. */
export const loadVersioned = (
  database: Database,
): Promise<{ readonly version: number; readonly catalogue: Catalogue }> =>
  database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => ({
      version: await versionOf(transaction),
      catalogue: await loadCatalogue(transaction),
    }));
