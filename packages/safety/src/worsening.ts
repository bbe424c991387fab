import { addDays, type Category, type Diary, identityOf, scalesOf } from '@zonula/diary';

// When is a question asked again? The limits are our own judgement, not from a study; they err towards asking.
/** Days whose mean is held against the days before. */
export const recentDays = 7;
/** Days before, that the recent ones are held against. */
export const earlierDays = 28;
/** A rise of the mean by this share of the scale counts, when it is also more than one standard deviation. */
export const steadyShare = 0.1;
/** A rise of one day by this share of the scale above the median of the two weeks before, and by two standard deviations, counts at once. */
export const suddenShare: Readonly<Record<'skin' | 'gut' | 'mind', number>> = {
  skin: 0.4,
  gut: 0.6,
  mind: 0.6,
};
export const suddenDays = 14;
const leastRecent = 3;
const leastEarlier = 5;

export interface Worsening {
  /** `skin/itch`. */
  readonly score: string;
  readonly about: 'skin' | 'gut' | 'mind';
  readonly kind: 'steady' | 'sudden';
  /** The last day that shows it. */
  readonly date: string;
}

const aboutOf = new Map<Category, Worsening['about']>([
  ['skin', 'skin'],
  ['gut', 'gut'],
  ['mood', 'mind'],
]);

const higherIsWorse =
  /low mood|bad mood|depress|anxi|sad|panic|worr|irritab|ang(?:er|ry)|hopeless|lonel|stress|suicid|harm/iu;
const higherIsBetter = /mood|happ|calm|content|joy|motivation|well/iu;

/** 1 where a higher score is worse, -1 where it is better, 0 where the name does not say. */
const senseOf = (category: Category, name: string): -1 | 0 | 1 => {
  if (category !== 'mood') return 1;
  if (higherIsWorse.test(name)) return 1;
  return higherIsBetter.test(name) ? -1 : 0;
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const deviation = (values: readonly number[]): number => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

interface Score {
  readonly score: string;
  readonly about: Worsening['about'];
  readonly sense: -1 | 0 | 1;
  readonly range: number;
  /** Each day, in time order: its mean, or that of the worst place. */
  readonly days: readonly (readonly [date: string, value: number])[];
}

/** A score as a whole says nothing of its places, and the other way round: they are two. */
const scoresOf = (diary: Pick<Diary, 'observations' | 'scales'>, today: string): Score[] => {
  const scales = scalesOf(diary);
  const found = new Map<
    string,
    {
      score: string;
      category: Category;
      name: string;
      places: boolean;
      days: Map<string, number[]>;
    }
  >();
  for (const { category, name, value, date, site } of diary.observations) {
    if (value === null || date > today || !aboutOf.has(category)) continue;
    const score = identityOf(category, name);
    const places = site !== undefined;
    const key = `${places ? 'places' : 'whole'} ${score}`;
    const entry = found.get(key) ?? { score, category, name, places, days: new Map() };
    found.set(key, entry);
    const values = entry.days.get(date);
    if (values) values.push(value);
    else entry.days.set(date, [value]);
  }
  return [...found.values()].map(({ score, category, name, places, days }) => {
    const { min, max } = scales.get(score)!;
    const sense = senseOf(category, name);
    const ofDay = (values: readonly number[]): number =>
      !places ? mean(values) : sense < 0 ? Math.min(...values) : Math.max(...values);
    return {
      score,
      about: aboutOf.get(category)!,
      sense,
      range: max - min,
      days: [...days]
        .map(([date, values]) => [date, ofDay(values)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    };
  });
};

const rise = (change: number, sense: Score['sense']): number =>
  sense === 0 ? Math.abs(change) : change * sense;

const between = ({ days }: Score, from: string, to: string): readonly number[] =>
  days.filter(([date]) => date >= from && date <= to).map(([, value]) => value);

const steady = (score: Score, last: string): boolean => {
  const from = addDays(last, 1 - recentDays);
  const recent = between(score, from, last);
  const earlier = between(score, addDays(from, -earlierDays), addDays(from, -1));
  if (recent.length < leastRecent || earlier.length < leastEarlier) return false;
  const change = rise(mean(recent) - mean(earlier), score.sense);
  return change >= steadyShare * score.range && change > deviation(earlier);
};

const suddenDay = (score: Score, last: string, since: string | null): string | null => {
  const from = addDays(last, 1 - recentDays);
  for (const [date, value] of [...score.days].reverse()) {
    if (date > last) continue;
    if (date < from || (since !== null && date < since)) break;
    const before = between(score, addDays(date, -suddenDays), addDays(date, -1));
    if (before.length < leastEarlier) continue;
    const change = rise(value - median(before), score.sense);
    if (change >= suddenShare[score.about] * score.range && change > 2 * deviation(before))
      return date;
  }
  return null;
};

/**
 * Scores for skin, gut and mood that got worse in the last week of the diary. A diary that ended more than a week before
 * `today` shows none. Mood counts in both directions where its name does not say which way is worse. What the questions
 * of `askedOn` already covered is left out: a steady change asked about within its week, a sudden one asked about later.
 * The worst place of the body is looked at beside the score as a whole; the more sudden of the two is told.
 */
export const worseningsOf = (
  diary: Pick<Diary, 'observations' | 'scales'>,
  { askedOn, today }: { readonly askedOn: string | null; readonly today: string },
): readonly Worsening[] => {
  const found = scoresOf(diary, today).flatMap((score): Worsening[] => {
    const last = score.days.at(-1)?.[0];
    if (last === undefined || last < addDays(today, 1 - recentDays)) return [];
    const { about } = score;
    const sudden = suddenDay(score, last, askedOn);
    if (sudden !== null) return [{ score: score.score, about, kind: 'sudden', date: sudden }];
    const asked = askedOn !== null && askedOn >= addDays(last, 1 - recentDays);
    return !asked && steady(score, last)
      ? [{ score: score.score, about, kind: 'steady', date: last }]
      : [];
  });
  return [...new Set(found.map(({ score }) => score))].map((score) => {
    const ofThis = found.filter((one) => one.score === score);
    return ofThis.find(({ kind }) => kind === 'sudden') ?? ofThis[0]!;
  });
};
