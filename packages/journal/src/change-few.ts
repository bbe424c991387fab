import { change, type Draft, headsOf, operationOf, rowsOf, type Store, startOf } from './append.ts';
import { createClock } from './clock.ts';
import {
  type Item,
  type Operation,
  type OperationLabel,
  type Row,
  revisionOf,
  supersededRow,
} from './database.ts';
import { explained } from './failure.ts';
import { countItems } from './items.ts';
import { byPage, inPage, type Page, pageWithout } from './pages.ts';
import type { Revision } from './revision.ts';
import { addPage, addRow, createChanges } from './told.ts';

/** A change of few entries or documents, such as a tap makes. */
export interface FewChange {
  readonly label: OperationLabel;
  /** What is looked up before. */
  readonly ids: readonly string[];
  /** How many drafts there are at most, where more than ids. */
  readonly most?: number;
  /** What to write, given what holds; none for nothing. */
  readonly drafts: (heads: ReadonlyMap<string, Row>) => readonly Draft[];
}

/** More than these are written as a bulk. */
const few = 20;

interface Request<T> {
  readonly result: T;
  onsuccess: (() => void) | null;
}
interface Index {
  getAllKeys(key: string): Request<readonly number[]>;
  getAll(key: string): Request<readonly Row[]>;
}
interface ObjectStore<T> {
  index(name: string): Index;
  /** Of a range the first. */
  get(key: string | number | object): Request<T | undefined>;
  openKeyCursor(range: null, direction: 'prev'): Request<{ readonly primaryKey: string } | null>;
  add(value: unknown): Request<number>;
  put(value: T): Request<unknown>;
  delete(key: string): Request<unknown>;
}
interface NativeTransaction {
  readonly error: unknown;
  objectStore(name: 'revisions'): ObjectStore<Row>;
  objectStore(name: 'pages'): ObjectStore<Page>;
  objectStore(name: 'items'): ObjectStore<Item>;
  objectStore(name: 'operations'): ObjectStore<Operation>;
  abort(): void;
  oncomplete: (() => void) | null;
  onabort: (() => void) | null;
}
interface NativeDatabase {
  transaction(
    stores: readonly string[],
    mode: 'readwrite',
    options: { readonly durability: 'strict' },
  ): NativeTransaction;
}

/** The first of `keys` in one go; `then` hears all answers, in order. */
const getAll = <T>(
  store: ObjectStore<T>,
  keys: readonly (string | number)[],
  then: (found: readonly (T | undefined)[]) => void,
): void => {
  const requests = keys.map((key) => store.get(key));
  const last = requests.at(-1);
  if (last === undefined) then([]);
  else last.onsuccess = () => then(requests.map(({ result }) => result));
};

/**
 * Does what `operate` does, for a change that somebody waits for: on the database itself, asking once and writing once, since every layer and
 * every wait between is felt on a slow phone. Kept for good (strict durability) when the promise resolves; gives back what was written.
 */
const changeDirectly = (
  store: Store,
  transaction: NativeTransaction,
  { label, ids, drafts }: FewChange,
): Promise<Revision[]> =>
  new Promise((resolve, reject) => {
    const { db, device, effects } = store;
    const { later: tellLater = (work) => work() } = effects;
    const revisions = transaction.objectStore('revisions');
    const pages = transaction.objectStore('pages');
    const items = transaction.objectStore('items');
    const operations = transaction.objectStore('operations');
    const changes = createChanges(db);
    let written: Revision[] = [];
    let seq: number | null = null;
    let failure: unknown = null;
    transaction.oncomplete = () => {
      if (seq !== null) store.done?.(seq);
      resolve(written);
      // Whoever waits for it comes first.
      if (written.length > 0) tellLater(changes.tell);
    };
    transaction.onabort = () => reject(explained(failure ?? transaction.error));
    /** What is thrown in an answer would be lost: the transaction is given up with it. */
    const safely = (work: () => void) => () => {
      try {
        work();
      } catch (error) {
        failure = error;
        transaction.abort();
      }
    };

    const first = ids.map((id) => revisions.get(id));
    const later = ids.map((id) => revisions.index('of').getAll(id));
    const undone = operations.index('state').getAllKeys('undone');
    // Which page may hold an id; none does whose stamps all lie before it.
    const near = ids.map((id) => pages.get(effects.IDBKeyRange.lowerBound(id)));
    const lastPage = pages.openKeyCursor(null, 'prev');
    const last = revisions.openKeyCursor(null, 'prev');
    last.onsuccess = safely(() => {
      const heads = new Map(
        ids.flatMap((id, k) => {
          const latest = later[k]!.result.at(-1);
          const head =
            latest?.head === 1 ? latest : (first[k]!.result ?? inPage(near[k]!.result, id));
          return head === undefined ? [] : [[id, head] as const];
        }),
      );
      const wanted = drafts(heads);
      if (wanted.length === 0) return;
      const [, latest = ''] = [last, lastPage].map(({ result }) => result?.primaryKey ?? '').sort();
      const tick = createClock(latest === '' ? null : latest, { device, now: effects.now });
      const counter = countItems(db);
      const { rows, replaced } = rowsOf(wanted, heads, tick, counter);
      for (const row of heads.values()) addRow(changes, row);
      for (const row of rows) addRow(changes, row);
      for (const row of replaced) revisions.put(supersededRow(row));
      const held = new Map(near.flatMap(({ result }) => (result ? [[result.last, result]] : [])));
      for (const [key, clocks] of byPage(replaced)) {
        const page = held.get(key)!;
        const left = pageWithout(page, clocks);
        if (left === null) pages.delete(key);
        else pages.put(left);
        addPage(changes, page);
      }
      for (const row of rows) revisions.add(row);
      written = rows.map(revisionOf);
      const operation = operations.add(operationOf(store, label, written));
      operation.onsuccess = () => {
        seq = operation.result;
        changes.add('operations', '', seq);
      };
      changes.add('operations', 'state', 'done');
      getAll(operations, undone.result, (found) => {
        for (const one of found) {
          if (one === undefined) continue;
          operations.put({ ...one, state: 'replaced' });
          changes.add('operations', '', one.seq);
          changes.add('operations', 'state', 'undone');
        }
      });
      getAll(items, counter.touched(), (known) => {
        const { kept, gone } = counter.settled(known);
        for (const item of kept) items.put(item);
        for (const item of gone) items.delete(item);
        for (const item of counter.touched()) changes.add('items', '', item);
      });
    });
  });

/** Null where Dexie has to open the database anew: a phone drops connections of a page that sleeps, without a word. */
const begun = ({ db }: Store): NativeTransaction | null => {
  const native = db.backendDB() as unknown as NativeDatabase | null;
  if (native === null || !db.isOpen()) return null;
  try {
    return native.transaction(['revisions', 'pages', 'items', 'operations'], 'readwrite', {
      durability: 'strict',
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'InvalidStateError') return null;
    throw error;
  }
};

/** Writes a change of few entries as one operation, whole or not at all; gives back what was written. */
export const changeFew = async (store: Store, wanted: FewChange): Promise<readonly Revision[]> => {
  const isFew = Math.max(wanted.ids.length, wanted.most ?? 0) <= few;
  const transaction = isFew ? begun(store) : null;
  if (transaction !== null) return changeDirectly(store, transaction, wanted);
  const { operate } = await import('./operate.ts');
  return change(store, async () => {
    const [heads, start] = await Promise.all([headsOf(store, wanted.ids), startOf(store)]);
    const drafts = wanted.drafts(heads);
    return drafts.length === 0 ? [] : operate(store, wanted.label, drafts, { heads, start });
  });
};
