import type { Transaction } from 'dexie';
import type { Item, Operation, Row } from './database.ts';
import type { Entry } from './entry.ts';

/** As version 1 had them. */
type Row1 = Row & { readonly operation?: number };

/**
 * Version 2 finds words, counts things and needs fewer indexes: all is derived anew from what version 1 kept. `renewed` gives
 * a row with what is derived.
 */
export const fromVersion1 = async (
  transaction: Transaction,
  renewed: (row: Row) => Row,
): Promise<void> => {
  const items = new Map<string, Item>();
  const clocks = new Map<number, string[]>();
  await transaction
    .table<Row1>('revisions')
    .toCollection()
    .modify(({ operation, ...row }, context) => {
      if (operation !== undefined)
        clocks.set(operation, [...(clocks.get(operation) ?? []), row.clock]);
      const next = renewed(row);
      context.value = next;
      const { item } = next;
      if (item === undefined) return;
      const { category, name } = row.content as Entry;
      items.set(item, { item, category, name, count: (items.get(item)?.count ?? 0) + 1 });
    });
  await transaction
    .table<Operation>('operations')
    .toCollection()
    .modify((operation, context) => {
      const own = clocks.get(operation.seq) ?? [];
      context.value = { ...operation, first: own[0]!, last: own.at(-1)! };
    });
  await transaction.table<Item>('items').bulkAdd([...items.values()]);
};
