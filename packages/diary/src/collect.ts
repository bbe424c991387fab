import { type Category, categories, identityOf } from './category.ts';
import { dateOf } from './day.ts';
import type { Diary, Observation, Scale, Warning } from './diary.ts';
import type { ImportSink } from './importer.ts';

const rank = new Map<Category, number>(categories.map((category, index) => [category, index]));

// By code unit: the order must not depend on the language of the machine.
const textOrder = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

/** Total order of observations: date, time (untimed first), category, name, site, then the rest. */
export const observationOrder = (a: Observation, b: Observation): number =>
  textOrder(a.date, b.date) ||
  textOrder(a.time, b.time) ||
  (rank.get(a.category) ?? 0) - (rank.get(b.category) ?? 0) ||
  textOrder(a.name, b.name) ||
  textOrder(a.site, b.site) ||
  (a.value ?? 0) - (b.value ?? 0) ||
  Number(a.value === null) - Number(b.value === null) ||
  textOrder(a.unit, b.unit) ||
  textOrder(a.note, b.note);

// Halves of characters and NUL cannot be written as text and read back.
const storable = (text: string): string => text.replace(/\p{Surrogate}|\0/gu, '\uFFFD');

const clock = /^(?:[01]\d|2[0-3]):[0-5]\d$/u;

const inOrder = (rows: readonly Observation[]): boolean =>
  rows.every((row, index) => index === 0 || observationOrder(rows[index - 1]!, row) <= 0);

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) &&
  dateOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))) === text;

/**
 * An `ImportSink` that builds a diary. Names, units and sites are trimmed, empty ones count as
 * absent, observations come out in `observationOrder`, scales by identity, warnings as they came
 * with their counts. Inferred scales are not kept: `scalesOf` finds them again from the values.
 * Throws `RangeError` on what no importer may hand over (no name, no such day, a number that is
 * not finite): a defect of the importer, not of the input.
 */
export const createCollector = (): ImportSink & { diary(): Diary } => {
  const observations: Observation[] = [];
  const scales = new Map<string, Scale>();
  const warnings = new Map<string, Warning>();
  // Few different texts make up many rows: each is cleaned and kept once.
  const cleaned = new Map<string, string>();
  const tidy = (text: string): string => {
    const known = cleaned.get(text);
    if (known !== undefined) return known;
    const clean = storable(text).trim();
    cleaned.set(text, clean);
    return clean;
  };
  const days = new Set<string>();
  const checkDay = (date: string): void => {
    if (days.has(date)) return;
    if (!isDate(date)) throw new RangeError(`no such day: ${date}`);
    days.add(date);
  };

  const observe = (observation: Observation): void => {
    const { category, value, time } = observation;
    const name = tidy(observation.name);
    if (name === '') throw new RangeError('an observation needs a name');
    if (!rank.has(category)) throw new RangeError(`no such category: ${category}`);
    checkDay(observation.date);
    if (time !== undefined && !clock.test(time)) {
      throw new RangeError(`no such time: ${time}`);
    }
    if (value === null ? category !== 'note' : !Number.isFinite(value)) {
      throw new RangeError(`${category}/${name} needs a finite number`);
    }
    const unit = tidy(observation.unit ?? '');
    const site = tidy(observation.site ?? '');
    const note = storable(observation.note ?? '');
    observations.push({
      date: tidy(observation.date),
      category,
      name,
      value: value === 0 ? 0 : value,
      ...(time === undefined ? {} : { time: tidy(time) }),
      ...(unit === '' ? {} : { unit }),
      ...(site === '' ? {} : { site }),
      ...(note === '' ? {} : { note }),
    });
  };

  const scale = (identity: string, { min, max, inferred }: Scale): void => {
    if (!(Number.isFinite(min) && Number.isFinite(max) && min < max)) {
      throw new RangeError(`no such scale: ${min} to ${max}`);
    }
    const slash = identity.indexOf('/');
    const category = identity.slice(0, slash) as Category;
    if (!rank.has(category)) throw new RangeError(`no such category: ${category}`);
    const clean = identityOf(category, storable(identity.slice(slash + 1)));
    if (!inferred) scales.set(clean, { min: min + 0, max: max + 0, inferred });
  };

  const warn = (code: string, text: string): void => {
    const key = `${code}\n${text}`;
    const known = warnings.get(key);
    warnings.set(key, { code, text, count: (known?.count ?? 0) + 1 });
  };

  const diary = (): Diary => ({
    observations: inOrder(observations) ? observations : observations.sort(observationOrder),
    scales: new Map([...scales].sort(([a], [b]) => textOrder(a, b))),
    warnings: [...warnings.values()],
  });

  return { observe, scale, warn, diary };
};
