import { headOf, type Store } from './append.ts';
import { changeFew } from './change-few.ts';
import {
  type Documents,
  type DocumentType,
  documentSchemas,
  type StoredDocument,
} from './documents.ts';
import { documentId, documentKey } from './revision.ts';

/** Keeps a document under its key (`''` for the one profile and the one settings). Throws `z.ZodError` on another shape. */
export const putDocument = async <T extends DocumentType>(
  store: Store,
  type: T,
  key: string,
  value: Documents[T],
): Promise<void> => {
  const content = documentSchemas[type].parse(value) as Documents[T];
  const id = documentId(type, key);
  await changeFew(store, {
    label: 'document',
    ids: [id],
    drafts: () => [{ id, kind: type, content }],
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
  const head = await headOf(store, id);
  return head === undefined || head.deleted ? null : (head.content as Documents[T]);
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
