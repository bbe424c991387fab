import { headOf, type Store } from './append.ts';
import { changeFew } from './change-few.ts';
import type { Row } from './database.ts';
import {
  type Documents,
  type DocumentType,
  documentSchemas,
  type StoredDocument,
} from './documents.ts';
import { documentId, documentKey } from './revision.ts';

const contentOf = <T extends DocumentType>(head: Row | undefined): Documents[T] | null =>
  head === undefined || head.deleted ? null : (head.content as Documents[T]);

/** Keeps a document under its key (`''` for the one profile and the one settings). Throws `z.ZodError` on another shape. */
export const putDocument = async <T extends DocumentType>(
  store: Store,
  type: T,
  key: string,
  value: Documents[T],
): Promise<void> => changeDocument(store, type, key, () => value);

/**
 * Makes a document anew from what holds (null for none), in one transaction: what another tab wrote in between is never lost. Throws `z.ZodError`
 * when it has another shape then.
 */
export const changeDocument = async <T extends DocumentType>(
  store: Store,
  type: T,
  key: string,
  next: (before: Documents[T] | null) => Documents[T],
): Promise<void> => {
  const id = documentId(type, key);
  await changeFew(store, {
    label: 'document',
    ids: [id],
    drafts: (heads) => {
      const value = next(contentOf<T>(heads.get(id)));
      return [{ id, kind: type, content: documentSchemas[type].parse(value) as Documents[T] }];
    },
  });
};

/** Removes a document; false when there is none. */
export const removeDocument = async (
  store: Store,
  type: DocumentType,
  key: string,
): Promise<boolean> => {
  const id = documentId(type, key);
  const removed = await changeFew(store, {
    label: 'document',
    ids: [id],
    drafts: (heads) => {
      const head = heads.get(id);
      return head === undefined || head.deleted ? [] : [{ id, kind: type, content: null }];
    },
  });
  return removed.length > 0;
};

export const documentOf = async <T extends DocumentType>(
  store: Store,
  type: T,
  key: string,
): Promise<Documents[T] | null> => {
  const id = documentId(type, key);
  return contentOf<T>(await headOf(store, id));
};

/** All documents of a type, in the order in which they were first made. */
export const documentsOf = async <T extends DocumentType>(
  { db }: Store,
  type: T,
): Promise<readonly StoredDocument<T>[]> => {
  const rows = await db.revisions.where('document').equals(type).toArray();
  return rows.map(({ id, clock, content }) => ({
    key: documentKey(id),
    clock,
    value: content as Documents[T],
  }));
};
