import type { StoredEntry } from '@zonula/journal';
import { useState } from 'react';
import { plusDays } from '../days.ts';
import { useText } from '../i18n/i18n.ts';
import { useJournal, useOnce } from '../journal/context.tsx';
import { createTurns } from '../journal/in-turn.ts';
import { type Moment, scoreEntry } from '../rooms/today/entries.ts';
import type { TrackedItem } from '../tracked.ts';
import { type Place, placeOf } from './places.ts';
import { useBodyWords } from './words.ts';

const lookBack = 60;

const isAt =
  ({ category, name }: TrackedItem, site: string) =>
  ({ entry }: StoredEntry): boolean =>
    entry.category === category && entry.name === name && entry.site === site;

export interface PlaceScores {
  /** Null: not written down. */
  readonly valueAt: (site: string) => number | null;
  /** The score in words. */
  readonly levelAt: (site: string) => string | null;
  readonly nameOf: (place: Place) => string;
  /** Null clears. */
  readonly write: (place: Place, value: number | null) => void;
  /** Places marked lately that have no score on this day. */
  readonly elsewhere: readonly string[];
  /** Writes "none" for those. */
  readonly nowhereElse: () => void;
}

/** An item's scores by place on a day. Taps are written one after the other, so that quick ones never make two entries. */
export const usePlaceScores = (
  item: TrackedItem,
  label: string,
  entries: readonly StoredEntry[],
  moment: () => Moment,
): PlaceScores => {
  const text = useText();
  const says = useBodyWords();
  const { journal, announce } = useJournal();
  const [inTurn] = useState(createTurns);
  const { day } = moment();
  const marked = useOnce(
    async (open) => [
      ...new Set(
        (await open.range(plusDays(day, -lookBack), plusDays(day, -1)))
          .filter(({ entry }) => entry.category === item.category && entry.name === item.name)
          .flatMap(({ entry: { site, value } }) =>
            site !== undefined && value !== null && value > 0 && placeOf(site) ? [site] : [],
          ),
      ),
    ],
    [day, item],
  );
  const valueAt = (site: string): number | null =>
    entries.findLast(isAt(item, site))?.entry.value ?? null;
  const wordsOf = (value: number): string => {
    const words = item.steps.find((one) => one.value === value)?.label;
    return words ? text(words) : `${value}`;
  };
  const nameOf = ({ words, side }: Place): string =>
    says(`place.${words}`, side === null ? {} : { side });
  const elsewhere = (marked ?? []).filter((site) => valueAt(site) === null);
  return {
    valueAt,
    levelAt: (site) => {
      const value = valueAt(site);
      return value === null ? null : wordsOf(value);
    },
    nameOf,
    write: (place, value) =>
      void inTurn(async () => {
        const now = moment();
        const before = (await journal.day(now.day)).findLast(isAt(item, place.site));
        const names = { item: label, place: nameOf(place) };
        if (value === null) {
          if (before === undefined) return;
          await journal.remove([before.id]);
          announce(says('cleared', names));
          return;
        }
        const entry = { ...scoreEntry(item, value, now), site: place.site };
        if (before === undefined) await journal.add([entry]);
        else await journal.edit(before.id, { ...before.entry, ...entry });
        announce(says('saved', { ...names, level: wordsOf(value) }));
      }),
    elsewhere,
    nowhereElse: () =>
      void inTurn(async () => {
        const now = moment();
        const written = await journal.day(now.day);
        const sites = elsewhere.filter((site) => !written.some(isAt(item, site)));
        if (sites.length === 0) return;
        await journal.add(sites.map((site) => ({ ...scoreEntry(item, 0, now), site })));
        announce(says('elsewhere.saved', { item: label, count: sites.length }));
      }),
  };
};
