import { complaintOf, type Place, unusable } from '@zonula/diary';
import { z } from 'zod';
import { change, type Store } from './append.ts';
import { openBackup, type SealOptions, sealBackup } from './backup.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { rowsAfter } from './bulk-rows.ts';
import { joined } from './bytes.ts';
import { type Photo, revisionOf } from './database.ts';
import { type Merged, mergeRevisions } from './merge.ts';
import { photoId, photoTypes } from './photo/photo-id.ts';
import { type Revision, readRevision } from './revision.ts';
import { atOnce, countAll } from './rows.ts';
import { noteBackup } from './storage.ts';

/**
 * Everything that a journal keeps, as JSON: every revision of every entry and document and every photo. Not in it: which
 * device this is, and what can be undone and was worked out here.
 *
 *     { "format": "zonula-journal", "version": 1, "revisions": [...], "photos": [...] }
 */
const format = 'zonula-journal';
const version = 1;

const pageSize = 2000;

/** Pieces of the JSON text, in order; memory stays small however long the diary is. */
export async function* writeArchive({ db }: Pick<Store, 'db'>): AsyncGenerator<string> {
  yield `{"format":"${format}","version":${version},"revisions":[`;
  let after = '';
  for (;;) {
    const rows = await atOnce(db, () => rowsAfter(db, after, pageSize));
    if (rows.length === 0) break;
    const lines = rows.map((row) => JSON.stringify(revisionOf(row)));
    yield `${after === '' ? '\n' : ',\n'}${lines.join(',\n')}`;
    after = rows.at(-1)!.clock;
  }
  yield '],"photos":[';
  let first = true;
  for (const id of await db.photos.toCollection().primaryKeys()) {
    const photo = await db.photos.get(id);
    if (photo === undefined) continue;
    const { type, bytes } = photo;
    yield `${first ? '\n' : ',\n'}${JSON.stringify({ id, type, base64: toBase64(bytes) })}`;
    first = false;
  }
  yield ']}\n';
}

const archiveSchema = z.strictObject({
  format: z.literal(format),
  version: z.number().int(),
  revisions: z.array(z.unknown()),
  photos: z.array(z.strictObject({ id: z.string(), type: z.enum(photoTypes), base64: z.string() })),
});

export interface Archive {
  readonly revisions: readonly Revision[];
  readonly photos: readonly Photo[];
}

const json = (text: string, place: Place): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw unusable(place, 'expected a whole Zonula backup in JSON; perhaps the file is cut short');
  }
};

/** Reads what `writeArchive` wrote, checked whole before anything is kept. Throws `UnusableInput` with one line. */
export const readArchive = (text: string, place: Place): Archive => {
  const value = json(text.replace(/^\uFEFF/u, ''), place);
  const read = archiveSchema.safeParse(value);
  if (!read.success)
    throw unusable(
      place,
      complaintOf(read.error.issues[0]!, value, 'format, version, revisions and photos'),
    );
  if (read.data.version !== version)
    throw unusable(
      place,
      `version: expected ${version}, found ${read.data.version}; a newer Zonula may have written it`,
    );
  const revisions = read.data.revisions.map((one, k): Revision => {
    const result = readRevision(one);
    if (result.success) return result.data;
    const complaint = complaintOf(result.error.issues[0]!, one, 'clock, id, kind and content');
    throw unusable(place, `revisions[${k + 1}]: ${complaint}`);
  });
  const photos = read.data.photos.map(({ id, type, base64 }, k): Photo => {
    const bytes = fromBase64(base64);
    if (bytes === null || photoId(bytes) !== id)
      throw unusable(
        place,
        `photos[${k + 1}]: expected the photo of this id, found another or a damaged one`,
      );
    return { id, type, bytes };
  });
  return { revisions, photos };
};

export interface Restored extends Merged {
  readonly photos: number;
}

/**
 * Brings an archive together with what the journal has, in one transaction: what is the same counts once, of two writings of
 * one entry the later holds, and nothing is lost of the history of either. Cannot be undone, and need not be.
 */
export const restoreArchive = (store: Store, { revisions, photos }: Archive): Promise<Restored> =>
  change(store, async () => {
    const merged = await mergeRevisions(store, revisions);
    await store.db.photos.bulkPut([...photos]);
    return { ...merged, photos: photos.length };
  });

/** The whole archive, sealed with a passphrase (see `backup.ts`). */
export const sealJournal = async (
  store: Store,
  passphrase: string,
  options: Omit<SealOptions, 'randomBytes'> = {},
): Promise<Uint8Array> => {
  // What is written from here on may or may not come along, so it counts as not backed up.
  const held = await atOnce(store.db, () => countAll(store.db));
  const parts: Uint8Array[] = [];
  for await (const piece of writeArchive(store)) parts.push(new TextEncoder().encode(piece));
  const { randomBytes } = store.effects;
  const sealed = await sealBackup(joined(parts), passphrase, { ...options, randomBytes });
  await noteBackup(store, held);
  return sealed;
};

/** Opens what `sealJournal` sealed, checked whole. Throws `UnusableInput` with one line. */
export const openJournalBackup = async (
  bytes: Uint8Array,
  passphrase: string,
  place: Place,
  onProgress?: (share: number) => void,
): Promise<Archive> =>
  readArchive(
    new TextDecoder().decode(await openBackup(bytes, passphrase, place, onProgress)),
    place,
  );
