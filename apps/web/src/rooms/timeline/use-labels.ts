import type { Entry } from '@zonula/journal';
import { placeOf } from '../../body/places.ts';
import { useBodyWords } from '../../body/words.ts';
import { useName, useText } from '../../i18n/i18n.ts';
import { itemOf } from '../../tracked.ts';
import { useTimelineWords } from './words.ts';

export interface Labels {
  /** A thing of the diary, `category/name`. */
  readonly item: (category: string, name: string) => string;
  readonly place: (site: string) => string;
  /** How much, in words where we have some; empty where nothing is to be said. */
  readonly amount: (entry: Entry) => string;
}

const taken: ReadonlySet<string> = new Set(['supplement', 'skincare', 'medication', 'habit']);

/** Entries in the person's language. */
export const useLabels = (): Labels => {
  const text = useText();
  const name = useName();
  const body = useBodyWords();
  const says = useTimelineWords();
  const amount = ({ category, name: item, value, scale, unit }: Entry): string => {
    if (value === null || category === 'day' || category === 'note') return '';
    if (category === 'food') return value === 1 ? '' : `× ${value}`;
    if (taken.has(category)) {
      if (value === 0) return says('entry.not');
      return unit === undefined ? (value === 1 ? '' : `× ${value}`) : `${value} ${unit}`;
    }
    const tracked = itemOf(`${category}/${item}`);
    const words = tracked?.steps.find((step) => step.value === value)?.label;
    const sameScale = tracked?.scale?.max === scale?.max;
    if (words && sameScale) return text(words);
    return `${value}${scale === undefined ? '' : `/${scale.max}`}${unit === undefined ? '' : ` ${unit}`}`;
  };
  return {
    item: (category, item) => {
      const key = `${category}/${item}`;
      const named = name('item', key);
      return named === key.replaceAll('-', ' ') ? item : named;
    },
    place: (site) => {
      const place = placeOf(site);
      if (place === undefined) return site;
      return body(`place.${place.words}`, place.side === null ? {} : { side: place.side });
    },
    amount,
  };
};
