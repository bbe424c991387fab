import { type Item, itemOf, type JournalDatabase, type Row } from './database.ts';
import { isEntry, type Revision } from './revision.ts';

/** Keeps count of how many entries hold of each thing, within one transaction. */
export interface ItemCounter {
  readonly appears: (revision: Revision) => void;
  readonly disappears: (row: Row) => void;
  /** Things whose count changes. */
  readonly touched: () => readonly string[];
  /** What the touched things become, given how they are. */
  readonly settled: (known: readonly (Item | undefined)[]) => {
    readonly kept: readonly Item[];
    readonly gone: readonly string[];
  };
  readonly write: () => Promise<void>;
}

export const countItems = (db: JournalDatabase): ItemCounter => {
  const changes = new Map<string, { by: number; latest: Omit<Item, 'count' | 'item'> | null }>();
  const changeOf = (item: string) => {
    const known = changes.get(item);
    if (known !== undefined) return known;
    const fresh = { by: 0, latest: null };
    changes.set(item, fresh);
    return fresh;
  };
  const touched = (): string[] => [...changes.keys()];
  const settled: ItemCounter['settled'] = (known) => {
    const gone: string[] = [];
    const kept = touched().flatMap((item, k): Item[] => {
      const { by, latest } = changes.get(item)!;
      const count = (known[k]?.count ?? 0) + by;
      if (count <= 0) gone.push(item);
      const named = latest ?? known[k];
      return count <= 0 || named === undefined
        ? []
        : [{ item, category: named.category, name: named.name, count }];
    });
    return { kept, gone };
  };
  return {
    appears: (revision) => {
      if (!isEntry(revision)) return;
      const { category, name } = revision.content;
      const change = changeOf(itemOf(revision.content));
      change.by++;
      change.latest = { category, name };
    },
    disappears: ({ item }) => {
      if (item !== undefined) changeOf(item).by--;
    },
    touched,
    settled,
    write: async () => {
      const keys = touched();
      if (keys.length === 0) return;
      const { kept, gone } = settled(await db.items.bulkGet([...keys]));
      await Promise.all([
        gone.length > 0 ? db.items.bulkDelete([...gone]) : null,
        kept.length > 0 ? db.items.bulkPut([...kept]) : null,
      ]);
    },
  };
};
