import { change, type Draft, headOf, operate, type Store, startOf } from './append.ts';
import {
  type Documents,
  type DocumentType,
  documentSchemas,
  type StoredDocument,
} from './documents.ts';
import { documentId, documentKey } from './revision.ts';

const write = (store: Store, draft: Draft & { readonly id: string }): Promise<void> =>
  change(store, async () => {
    const [head, start] = await Promise.all([headOf(store, draft.id), startOf(store)]);
    const heads = new Map(head === undefined ? [] : [[draft.id, head]]);
    await operate(store, 'document', [draft], { heads, start });
  });

/** Keeps a document under its key (`''` for the one profile and the one settings). Throws `z.ZodError` on another shape. */
export const putDocument = async <T extends DocumentType>(
  store: Store,
  type: T,
  key: string,
  value: Documents[T],
): Promise<void> => {
  const content = documentSchemas[type].parse(value) as Documents[T];
  await write(store, { id: documentId(type, key), kind: type, content });
};

/** Removes a document; false when there is none. */
export const removeDocument = (store: Store, type: DocumentType, key: string): Promise<boolean> =>
  change(store, async () => {
    const id = documentId(type, key);
    const head = await headOf(store, id);
    if (head === undefined || head.deleted) return false;
    await write(store, { id, kind: type, content: null });
    return true;
  });

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
