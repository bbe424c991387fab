import { headsOf, type Store } from './append.ts';
import { divided, pageSize, takeOut } from './bulk-pages.ts';
import { isEmpty, pagedClocksBetween } from './bulk-rows.ts';
import { headRow, type Row, supersededRow } from './database.ts';
import { countItems } from './items.ts';
import type { Revision } from './revision.ts';

export interface Merged {
  /** Revisions that were not known. */
  readonly added: number;
  readonly known: number;
}

/** Revisions that are looked up and handed over together. */
const chunkSize = pageSize;
/** Chunks that the database may still be writing while the next one is made ready. */
const mostUnderWay = 3;

/** Rows of a range that are worth reading for each row that is asked about: reading is quicker than asking many times. */
const readPerAsked = 4;

/** Stamps of the chunk, which is in the order of stamps, that the journal has. */
const knownAmong = async (
  { db }: Pick<Store, 'db'>,
  chunk: readonly Revision[],
): Promise<ReadonlySet<string>> => {
  const clocks = chunk.map(({ clock }) => clock);
  const most = readPerAsked * clocks.length;
  const there = await db.revisions
    .where(':id')
    .between(clocks[0], clocks.at(-1), true, true)
    .limit(most + 1)
    .primaryKeys();
  const paged = await pagedClocksBetween(db, clocks[0]!, clocks.at(-1)!);
  if (there.length <= most) return new Set([...there, ...paged]);
  const rows = await db.revisions.bulkGet(clocks);
  return new Set([...rows.flatMap((row) => (row === undefined ? [] : [row.clock])), ...paged]);
};

/** What holds at present of what these new revisions are about, by id. */
const headsAmong = async (
  store: Pick<Store, 'db'>,
  fresh: readonly Revision[],
): Promise<Map<string, Row>> => {
  const { db } = store;
  const firsts = fresh.filter(({ id, clock }) => id === clock);
  const others = new Set(fresh.filter(({ id, clock }) => id !== clock).map(({ id }) => id));
  const heads = others.size === 0 ? new Map<string, Row>() : await headsOf(store, [...others]);
  if (firsts.length === 0) return heads;
  // Of a first revision that is new only later ones can be there, which came before it.
  const most = readPerAsked * firsts.length;
  const later = await db.revisions
    .where('of')
    .between(firsts[0]!.id, firsts.at(-1)!.id, true, true)
    .limit(most + 1)
    .toArray();
  if (later.length > most)
    return new Map([
      ...heads,
      ...(await headsOf(
        store,
        firsts.map(({ id }) => id),
      )),
    ]);
  const ids = new Set(firsts.map(({ id }) => id));
  for (const row of later) if (row.head === 1 && ids.has(row.id)) heads.set(row.id, row);
  return heads;
};

/**
 * Takes in revisions of other devices or of a backup, inside a transaction. The outcome does not depend on order nor on
 * repetition. A revision whose clock is known stays as it is: a clock is given out once.
 */
export const mergeRevisions = async (
  store: Store,
  revisions: readonly Revision[],
): Promise<Merged> => {
  const { db } = store;
  const fromEmpty = await isEmpty(db);
  let lastPage = String((await db.pages.orderBy(':id').lastKey()) ?? '');
  const items = countItems(db);
  let added = 0;
  const unique = [
    ...new Map(revisions.map((revision) => [revision.clock, revision])).values(),
  ].sort((a, b) => (a.clock < b.clock ? -1 : 1));
  const latest = new Map(unique.map(({ id, clock }) => [id, clock]));
  const underWay: Promise<unknown>[] = [];
  for (let start = 0; start < unique.length; start += chunkSize) {
    const chunk = unique.slice(start, start + chunkSize);
    const known = fromEmpty ? new Set() : await knownAmong(store, chunk);
    const fresh = chunk.filter(({ clock }) => !known.has(clock));
    if (fresh.length === 0) continue;
    const heads = fromEmpty ? new Map<string, Row>() : await headsAmong(store, fresh);
    const replaced: Row[] = [];
    const rows = fresh.map((revision): Row => {
      const head = heads.get(revision.id);
      const isLatest = latest.get(revision.id) === revision.clock;
      if (!isLatest || (head !== undefined && head.clock > revision.clock))
        return supersededRow(headRow(revision));
      if (head !== undefined) {
        items.disappears(head);
        replaced.push(head);
      }
      items.appears(revision);
      return headRow(revision);
    });
    // Waited for: the next chunk may be about the same page.
    await takeOut(db, replaced);
    const [single, page] = divided(rows, lastPage);
    if (page !== null) lastPage = page.last;
    const writing = Promise.all([
      db.revisions.bulkPut([...replaced.map(supersededRow), ...single]),
      page === null ? null : db.pages.add(page),
    ]);
    // Told where it is waited for; what else is asked of this transaction fails as well.
    writing.catch(() => undefined);
    underWay.push(writing);
    if (underWay.length > mostUnderWay) await underWay.shift();
    added += fresh.length;
  }
  await Promise.all([...underWay, items.write()]);
  return { added, known: unique.length - added };
};
