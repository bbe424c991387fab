import { catalogueSchema, type OfferedThing, takenBack } from '@zonula/clinic';
import type { Database } from '../db/tables.ts';
import { type CatalogueEdit, editCatalogue, loadVersioned } from './catalogue-store.ts';
import { catalogueOf } from './catalogue-versions.ts';
import { Refusal } from './refusal.ts';

/**
 * Takes back what one version changed, as a new version; what later ones changed stays, and where they changed the very same it is
 * named. Refuses with `changed-meanwhile` as every change of the catalogue does, and with `needed-since` when something that came
 * later needs what would go.
 */
export const takeBackVersion = async (
  database: Database,
  version: number,
  edit: CatalogueEdit,
): Promise<{ readonly version: number; readonly kept: readonly OfferedThing[] }> => {
  const [before, after] = [
    await catalogueOf(database, version - 1),
    await catalogueOf(database, version),
  ];
  const now = await loadVersioned(database);
  if (now.version !== edit.expected) throw new Refusal('changed-meanwhile');
  const { catalogue, kept } = takenBack(before, after, now.catalogue);
  const read = catalogueSchema.safeParse(catalogue);
  if (!read.success) throw new Refusal('needed-since');
  return { version: await editCatalogue(database, read.data, edit), kept };
};
