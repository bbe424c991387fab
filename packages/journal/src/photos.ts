import type { Store } from './append.ts';
import type { Photo } from './database.ts';

/** Null when there is none, or it was forgotten. */
export const photoOf = async ({ db }: Store, id: string): Promise<Photo | null> =>
  (await db.photos.get(id)) ?? null;
