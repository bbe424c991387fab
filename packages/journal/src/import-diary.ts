import { type Diary, identityOf, unusable, type Warning } from '@zonula/diary';
import { change, headsOf, type Store, startOf } from './append.ts';
import { type Item, itemOf, type Row } from './database.ts';
import { type Entry, entrySchema } from './entry.ts';
import { withoutUndefined } from './json.ts';
import { operate, writtenBy } from './operate.ts';
import { rowsOnDays } from './rows.ts';

/** What an import would add. Nothing is kept before it is confirmed. */
export interface ImportPreview {
  /** The format of the file. */
  readonly source: string;
  /** What is new, in the order of the diary. */
  readonly entries: readonly Entry[];
  /** Rows that the journal has already, or had until the person changed them; they are not added again. */
  readonly present: number;
  /** First and last day of what is new; null for none. */
  readonly first: string | null;
  readonly last: string | null;
  /** What is new by thing, most often first. */
  readonly items: readonly Item[];
  readonly warnings: readonly Warning[];
}

const keyOf = (entry: Entry): string => {
  const { day, time = '', value, unit = '', site = '', note = '' } = entry;
  return JSON.stringify([day, time, itemOf(entry), value, unit, site, note]);
};

const entriesOf = (diary: Diary, source: string): Entry[] =>
  diary.observations.map(({ date, category, name, value, time, unit, site, note }, k) => {
    const scale = diary.scales.get(identityOf(category, name));
    const read = entrySchema.safeParse({
      day: date,
      category,
      name,
      value,
      ...(scale === undefined || scale.inferred
        ? {}
        : { scale: { min: scale.min, max: scale.max } }),
      source,
      ...{ time, unit, site, note },
    });
    if (read.success) return withoutUndefined(read.data);
    const [issue] = read.error.issues;
    throw unusable(
      { file: `observation ${k + 1}` },
      `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
    );
  });

/** What was imported once and then changed or removed by the person must not come back with the next import. */
const changedSinceImport = async (store: Store): Promise<Entry[]> => {
  const { db } = store;
  const imports = await db.operations
    .filter(({ label, state }) => label === 'import' && state === 'done')
    .toArray();
  const written = await Promise.all(imports.map((one) => writtenBy(store, one)));
  const rows = written.flat().filter(({ head, deleted }) => head === 0 && !deleted);
  const heads = await headsOf(
    store,
    rows.map(({ id }) => id),
  );
  const unchanged = (row: Row): boolean => {
    const head = heads.get(row.id);
    return (
      head !== undefined &&
      !head.deleted &&
      keyOf(head.content as Entry) === keyOf(row.content as Entry)
    );
  };
  return rows.filter((row) => !unchanged(row)).map(({ content }) => content as Entry);
};

const previewOf = (
  all: readonly Entry[],
  known: Map<string, number>,
  { source, warnings }: Pick<ImportPreview, 'source' | 'warnings'>,
): ImportPreview => {
  const entries = all.filter((entry) => {
    const left = known.get(keyOf(entry)) ?? 0;
    if (left > 0) known.set(keyOf(entry), left - 1);
    return left === 0;
  });
  const items = new Map<string, Item>();
  for (const entry of entries) {
    const item = itemOf(entry);
    const { category, name } = entry;
    items.set(item, { item, category, name, count: (items.get(item)?.count ?? 0) + 1 });
  }
  const days = entries.map(({ day }) => day).sort();
  return {
    source,
    entries,
    present: all.length - entries.length,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    items: [...items.values()].sort((a, b) => b.count - a.count || (a.item < b.item ? -1 : 1)),
    warnings,
  };
};

/**
 * Compares a diary with the journal. Equal rows count: a second equal coffee in the file is new when the journal has one.
 * Throws `UnusableInput` for a diary whose texts are too long.
 */
export const previewImport = async (
  store: Store,
  diary: Diary,
  source: string,
): Promise<ImportPreview> => {
  const { db } = store;
  const all = entriesOf(diary, source);
  const days = all.map(({ day }) => day).sort();
  const known = new Map<string, number>();
  const present =
    days.length === 0
      ? []
      : await db.transaction('r', [db.revisions, db.pages, db.operations], async () => {
          const there = await rowsOnDays(db, days[0]!, days.at(-1)!);
          const now = there.map(({ content }) => content as Entry);
          return [...now, ...(await changedSinceImport(store))];
        });
  for (const entry of present) known.set(keyOf(entry), (known.get(keyOf(entry)) ?? 0) + 1);
  return previewOf(all, known, { source, warnings: diary.warnings });
};

/** Adds what the preview showed as one operation, whole or not at all; gives back how many entries. */
export const importEntries = async (
  store: Store,
  { entries }: Pick<ImportPreview, 'entries'>,
  onProgress?: (written: number) => void,
): Promise<number> => {
  if (entries.length === 0) return 0;
  const drafts = entries.map((content) => ({ id: null, kind: 'entry', content }) as const);
  await change(store, async () => {
    await operate(store, 'import', drafts, {
      heads: new Map(),
      start: await startOf(store),
      ...(onProgress === undefined ? {} : { onProgress }),
    });
  });
  return entries.length;
};
