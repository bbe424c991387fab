import { change, type Store } from './append.ts';
import { type CleanPhoto, cleanPhoto } from './photo/clean.ts';

/** Keeps a photo without its place, time and device; its id goes into an entry's `photos`. Throws `UnusableInput`. */
export const addPhoto = async (store: Store, bytes: Uint8Array): Promise<CleanPhoto> => {
  const clean = cleanPhoto(bytes);
  const { id, type, bytes: kept } = clean;
  await change(store, () => store.db.photos.put({ id, type, bytes: kept }));
  return clean;
};
