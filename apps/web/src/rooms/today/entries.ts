import type { Entry, FoodResolution, StoredEntry } from '@zonula/journal';
import { zoneOffsetAt } from '../../browser.ts';
import { daysFrom } from '../../days.ts';
import type { TrackedItem } from '../../tracked.ts';

/** When something is written down: the day it is about, and the writer's own day and clock. */
export interface Moment {
  readonly day: string;
  readonly today: string;
  /** `HH:MM` */
  readonly time: string;
  /** Minutes ahead of UTC. */
  readonly zoneOffset: number;
  /** When a meal was, as the person said: `HH:MM`, or null for a time not known. Left out: now. */
  readonly at?: string | null;
}

type Stamp = Pick<Entry, 'day' | 'time' | 'zoneOffset' | 'rememberedLater'>;

/** The time of a meal: as it was said, or now for what is written on its own day; null when it is not known. */
export const timeOf = ({ day, today, time, at }: Moment): string | null =>
  at === undefined ? (day === today ? time : null) : at;

/** A time only where it is known; what is written later says so. */
export const stampOf = (moment: Moment, timed: boolean): Stamp => {
  const { day, today, zoneOffset } = moment;
  const time = timed ? timeOf(moment) : null;
  return {
    day,
    ...(time === null ? {} : { time, zoneOffset }),
    ...(daysFrom(day, today) > 0 ? { rememberedLater: true as const } : {}),
  };
};

/** Another time is one of this device's clock; the same one stays as it was written, perhaps on a journey. The empty text: not known. */
export const withTime = (entry: Entry, time: string): Entry => {
  if (time === (entry.time ?? '')) return entry;
  const { time: _, zoneOffset: __, ...untimed } = entry;
  return time === '' ? untimed : { ...untimed, time, zoneOffset: zoneOffsetAt(entry.day, time) };
};

export interface Eaten {
  /** The person's own words. */
  readonly words: string;
  /** Null: not understood, and kept all the same. */
  readonly resolution: FoodResolution | null;
  readonly servings: number;
}

const articles = /^(?:an?|the|some|my|ein(?:en?|e[mrs])?|de[mnr]|die|das|etwas)\s+(?=\S)/iu;

/** The name in the diary: "a croissant" and "croissant" are one dish. */
export const dishName = (words: string): string => words.trim().replace(articles, '');

export const foodEntry = ({ words, resolution, servings }: Eaten, moment: Moment): Entry => ({
  ...stampOf(moment, true),
  category: 'food',
  name: dishName(words),
  value: servings,
  ...(resolution === null ? {} : { food: [resolution] }),
});

export const scoreEntry = (item: TrackedItem, value: number, moment: Moment): Entry => ({
  ...stampOf(moment, false),
  category: item.category,
  name: item.name,
  value,
  ...(item.scale === null ? {} : { scale: item.scale }),
  ...(item.unit === undefined ? {} : { unit: item.unit }),
});

/** The day's score of an item as a whole, not of one place on the body: the latest that was written; null when it was not. */
export const scoreOf = (
  entries: readonly StoredEntry[],
  { category, name }: Pick<TrackedItem, 'category' | 'name'>,
): StoredEntry | null =>
  entries.findLast(
    ({ entry }) => entry.category === category && entry.name === name && entry.site === undefined,
  ) ?? null;

export const minutesOf = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const near = 150;

/** What was eaten the day before around this time of day; the whole day where the time tells nothing. */
export const sameAsBefore = (
  yesterday: readonly StoredEntry[],
  time: string | null,
): readonly Entry[] => {
  const foods = yesterday.map(({ entry }) => entry).filter(({ category }) => category === 'food');
  if (time === null) return foods;
  return foods.filter(
    (entry) =>
      entry.time !== undefined && Math.abs(minutesOf(entry.time) - minutesOf(time)) <= near,
  );
};

/** What a favourite keeps, and what is eaten again: all but when. */
export type Dish = Pick<Entry, 'category' | 'name' | 'value' | 'food' | 'unit'>;

/** The same food again, at this moment. */
export const again = ({ category, name, value, food, unit }: Dish, moment: Moment): Entry => ({
  ...stampOf(moment, true),
  category,
  name,
  value,
  ...(food === undefined ? {} : { food }),
  ...(unit === undefined ? {} : { unit }),
});

const skipped: ReadonlySet<string> = new Set([
  'lactose',
  'milk',
  'skim-milk',
  'whey',
  'cheese',
  'yogurt',
  'refined-grain',
  'fructan',
  'gos',
  'polyol',
  'excess-fructose',
  'omega-3',
  'prebiotic',
  'fibre',
]);

/** Classes to name on a chip: those more likely held than not, without the parts of a named one. */
export const classesToShow = ({ classes }: FoodResolution): readonly string[] =>
  classes
    .filter(({ class: key, probability }) => probability > 0.5 && !skipped.has(key))
    .map(({ class: key }) => key)
    .filter((key, _, all) => key !== 'gluten' || !all.includes('wheat'));
