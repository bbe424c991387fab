import { Dexie, RangeSet } from 'dexie';
import type { JournalDatabase, Row } from './database.ts';
import type { Entry } from './entry.ts';
import type { Page } from './pages.ts';

type Key = string | number | readonly string[];

/** What was changed: keys by table and index, `''` for the primary one. */
export interface Changes {
  readonly add: (table: string, index: string, key: Key | undefined) => void;
  /** Tells live queries in this tab and in others, just as Dexie does of its own writings. */
  readonly tell: () => void;
}

export const createChanges = ({ name }: Pick<JournalDatabase, 'name'>): Changes => {
  const parts: Record<string, RangeSet> = {};
  return {
    add: (table, index, key) => {
      if (key === undefined) return;
      const part = `idb://${name}/${table}/${index}`;
      parts[part] ??= new RangeSet();
      parts[part].addKey(key as never);
    },
    tell: () => Dexie.on.storagemutated.fire(parts as never),
  };
};

/** A row as it is now, or as it was before: whoever looks at one of its keys has to look again. */
export const addRow = (
  { add }: Changes,
  { clock, of, day, item, words, document, content }: Row,
): void => {
  add('revisions', '', clock);
  add('revisions', 'of', of);
  add('revisions', 'day', day);
  add('revisions', 'document', document);
  if (item !== undefined && day !== undefined) add('revisions', '[item+day]', [item, day]);
  for (const word of words ?? []) add('revisions', 'words', word);
  const { photos = [] } = (content ?? {}) as Pick<Entry, 'photos'>;
  for (const photo of photos) add('revisions', 'content.photos', photo);
};

/** A page as it was before something was taken out of it. */
export const addPage = (
  { add }: Changes,
  { last, count, latestDay, days, items, words }: Page,
): void => {
  add('pages', '', last);
  add('pages', 'count', count);
  add('pages', 'latestDay', latestDay);
  for (const day of days) add('pages', 'days', day);
  for (const item of items) add('pages', 'items', item);
  for (const word of words) add('pages', 'words', word);
};
