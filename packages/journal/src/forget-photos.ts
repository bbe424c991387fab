import { change, type Store } from './append.ts';

/** Deletes a photo for good, whatever entries name it; cannot be undone. */
export const forgetPhoto = (store: Store, id: string): Promise<void> =>
  change(store, () => store.db.photos.delete(id));

/** Deletes the photos that no revision names, such as those taken for an entry that was never saved. Gives back how many. */
export const forgetUnusedPhotos = (store: Store): Promise<number> =>
  change(store, async () => {
    const { db } = store;
    const used = new Set(await db.revisions.orderBy('content.photos').uniqueKeys());
    const unused = (await db.photos.toCollection().primaryKeys()).filter((id) => !used.has(id));
    await db.photos.bulkDelete(unused);
    return unused.length;
  });
