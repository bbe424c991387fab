import { type Catalogue, catalogueSchema } from '@zonula/clinic';
import type { Database } from '../db/tables.ts';
import type { CatalogueChange } from './catalogue-changes.ts';
import { Refusal } from './refusal.ts';

/** One version of what is offered, without its content. */
export interface CatalogueVersion {
  readonly version: number;
  /** ms since 1970. */
  readonly at: number;
  /** Whoever wrote it at the desk; null for a file and for an account that is gone. */
  readonly account: string | null;
  readonly source: 'file' | 'desk';
  readonly changes: readonly CatalogueChange[];
}

/** Versions, the latest first. */
export const catalogueVersions = async (
  database: Database,
  { before, limit }: { readonly before?: number; readonly limit: number },
): Promise<CatalogueVersion[]> => {
  let query = database
    .selectFrom('clinic.catalogue_version')
    .select(['version', 'at', 'account', 'source', 'changes'])
    .orderBy('version', 'desc')
    .limit(limit);
  if (before !== undefined) query = query.where('version', '<', before);
  return (await query.execute()).map(({ at, changes, ...rest }) => ({
    ...rest,
    at: at.getTime(),
    // Written by us.
    changes: changes as CatalogueVersion['changes'],
  }));
};

/** What one version offered. Refuses with `unknown-version`. */
export const catalogueOf = async (database: Database, version: number): Promise<Catalogue> => {
  const row = await database
    .selectFrom('clinic.catalogue_version')
    .select('document')
    .where('version', '=', version)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('unknown-version');
  return catalogueSchema.parse(row.document);
};
