import type { Journal, StoredEntry } from '@zonula/journal';
import { places } from '../../body/places.ts';
import { allItemKeys } from '../../tracked.ts';
import type { Labels } from './use-labels.ts';

const most = 100;
const mostNames = 6;
/** Fewer begin too many of the app's own words. */
const leastLetters = 3;

/**
 * Entries that hold the sought words, the last days first: as they are written in the diary, and as the app calls its own scores and
 * places in the person's language.
 */
export const findEntries = async (
  journal: Journal,
  sought: string,
  labels: Pick<Labels, 'item' | 'place'>,
): Promise<readonly StoredEntry[]> => {
  const wanted = sought.toLowerCase();
  const says = (label: string): boolean =>
    wanted.length >= leastLetters && ` ${label.toLowerCase()}`.includes(` ${wanted}`);
  const keys = allItemKeys().filter((key) => {
    const slash = key.indexOf('/');
    return says(labels.item(key.slice(0, slash), key.slice(slash + 1)));
  });
  const sites = places.map(({ site }) => site).filter((site) => says(labels.place(site)));
  const lists = await Promise.all([
    journal.search(sought, { limit: most }),
    ...keys.slice(0, mostNames).map(async (key) => {
      const name = key.slice(key.indexOf('/') + 1);
      return (await journal.search(name, { limit: most })).filter(
        ({ entry }) => `${entry.category}/${entry.name}` === key,
      );
    }),
    ...sites
      .slice(0, mostNames)
      .map(async (site) =>
        (await journal.search(site, { limit: most })).filter(({ entry }) => entry.site === site),
      ),
  ]);
  const found = new Map(lists.flat().map((stored) => [stored.id, stored]));
  return [...found.values()]
    .sort((a, b) => (a.entry.day < b.entry.day ? 1 : a.entry.day > b.entry.day ? -1 : 0))
    .slice(0, most);
};
