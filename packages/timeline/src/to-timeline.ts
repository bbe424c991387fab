import type { Diary, Warning } from '@zonula/diary';
import { type ComposeFood, composedDosesOf } from './composition.ts';
import { covariatesOf } from './covariates.ts';
import { dateOf } from './days.ts';
import { dosesOf } from './doses.ts';
import { type Grain, grains } from './grain.ts';
import { identify } from './identify.ts';
import { collectItems, compareText } from './items.ts';
import { findOutcome, outcomesOf } from './outcomes.ts';
import type { Timeline } from './timeline.ts';
import { listOf } from './words.ts';

export interface TimelineOptions {
  /** `category/name`, or an outcome's id with its body site; default the skin score with the most days. */
  readonly outcome?: string;
  /** Default all; `ingredient` and `class` need `foods`. */
  readonly grains?: readonly Grain[];
  /** Adds the body sites of one score up instead of keeping them apart. */
  readonly sumSites?: boolean;
  /** What a food is made of; null when the food is not understood. */
  readonly foods?: ComposeFood;
  /** The person's local day; later rows are left out, with a warning. */
  readonly today?: string;
}

const collectWarnings = (passed: readonly Warning[]) => {
  const counts = new Map<string, Warning>();
  const warn = (code: string, text: string, count = 1): void => {
    const key = `${code}\n${text}`;
    counts.set(key, { code, text, count: (counts.get(key)?.count ?? 0) + count });
  };
  for (const { code, text, count } of passed) warn(code, text, count);
  return { warn, all: (): Warning[] => [...counts.values()] };
};

/** Days that have not come yet are slips of the pen; one of them would stretch the diary by years. */
const untilToday = (
  diary: Diary,
  today: string | undefined,
  warn: (code: string, text: string, count?: number) => void,
): Diary => {
  if (today === undefined) return diary;
  const observations = diary.observations.filter(({ date }) => date <= today);
  const left = diary.observations.length - observations.length;
  if (left === 0) return diary;
  warn('future-days', 'Rows dated after today are left out of the analysis.', left);
  return { ...diary, observations };
};

/**
 * Lays a diary out on regular local days, from the first to the last logged one. Pure; the order
 * of the diary's rows does not matter. Several rows of one score on a day become their mean.
 * Exposures have three states a day: a dose in usual portions, 0 (known not taken), NaN (unknown).
 */
export const toTimeline = (written: Diary, options: TimelineOptions = {}): Timeline => {
  const { warn, all } = collectWarnings(written.warnings);
  const diary = untilToday(written, options.today, warn);
  const items = collectItems(diary);
  for (const { code, text, count } of items.warnings) warn(code, text, count);
  const wanted = new Set(options.grains ?? grains);
  const outcomes = outcomesOf(diary, items, options.sumSites ?? false, warn);
  const outcome = findOutcome(outcomes, options.outcome);
  const covariates = covariatesOf(items, warn);
  const doses = [...dosesOf(items, wanted, warn)];
  if (options.foods !== undefined && (wanted.has('ingredient') || wanted.has('class'))) {
    const { exposures, notUnderstood } = composedDosesOf(items, options.foods, wanted);
    doses.push(...exposures);
    if (notUnderstood.length > 0) {
      warn(
        'food-not-understood',
        `What these foods are made of is not known, so days with them are never called free from anything: ${listOf(notUnderstood, 8)}.`,
        notUnderstood.length,
      );
    }
  }
  doses.sort((a, b) => compareText(a.id, b.id));
  const dates = Array.from({ length: items.days }, (_, day) => dateOf(items.first + day));
  return {
    from: dates[0] ?? '',
    to: dates.at(-1) ?? '',
    days: items.days,
    loggedDays: items.logged.reduce((sum, day) => sum + day, 0),
    dates,
    logged: items.logged,
    outcomes: [...outcomes],
    outcome: outcome?.id ?? null,
    exposures: [...identify(doses, covariates, outcome)],
    covariates: [...covariates],
    warnings: all(),
  };
};

/** The same timeline with its exposures judged against another outcome. */
export const withOutcome = (timeline: Timeline, outcomeId: string): Timeline => {
  const outcome = findOutcome(timeline.outcomes, outcomeId);
  return {
    ...timeline,
    outcome: outcome?.id ?? null,
    exposures: [...identify(timeline.exposures, timeline.covariates, outcome)],
  };
};
