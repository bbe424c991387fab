import type { JournalEffects } from './effects.ts';

interface Request {
  readonly result: { readonly close: () => void };
  onsuccess: () => void;
  onerror: () => void;
  onblocked: () => void;
}

/** False where it fails, and where another tab is at the same. */
const succeeded = (request: Request): Promise<boolean> =>
  new Promise((resolve) => {
    request.onsuccess = () => resolve(true);
    request.onerror = () => resolve(false);
    request.onblocked = () => resolve(false);
  });

/**
 * Makes the browser begin a new log of what it writes. LevelDB under Chromium goes on in the log of the run before, also where
 * that run was killed in the middle of a record, and takes what follows such a torn record for damage the next time, upon which
 * Chromium throws every database of the site away (google/leveldb issue 1287). A database that is deleted makes it write
 * its log out into a table and begin another, before anything of ours is written behind the torn record.
 *
 * A precaution: where the browser refuses (no room, say), the journal opens as it would have.
 */
export const beginNewLog = async (
  indexedDB: JournalEffects['indexedDB'],
  name: string,
): Promise<void> => {
  const throwaway = `${name}-new-log`;
  const opening: Request = indexedDB.open(throwaway);
  if (!(await succeeded(opening))) return;
  opening.result.close();
  await succeeded(indexedDB.deleteDatabase(throwaway) as Request);
};
