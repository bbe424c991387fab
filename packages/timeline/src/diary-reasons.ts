import { MIN_DAYS_WITHOUT } from './identify.ts';
import { findOutcome } from './outcomes.ts';
import type { Outcome, Reason, Timeline } from './timeline.ts';
import { listOf, plural } from './words.ts';

/** Four weeks: twice the longest quick delay, and every weekday four times. */
export const MIN_OUTCOME_DAYS = 28;
/** A score that leaves its usual value on fewer days has no ups and downs to explain. */
export const MIN_CHANGING_DAYS = 5;

const neverVary = new Set(['never-with', 'never-without', 'constant-dose', 'too-few-days-without']);

/** "itch score" or "itch score (face)". */
const nameOf = (outcome: Outcome): string =>
  outcome.site === null ? `${outcome.name} score` : `${outcome.name} score (${outcome.site})`;

const withArticle = (name: string): string => `${/^[aeiou]/iu.test(name) ? 'an' : 'a'} ${name}`;

const noOutcome = (timeline: Timeline, wanted: string | null): Reason => {
  const what = wanted === null ? 'skin score' : `score called ${wanted}`;
  const others = timeline.outcomes.map((outcome) => outcome.id);
  return {
    code: 'no-outcome',
    text:
      others.length === 0
        ? `Your diary has no ${what}. Write down how your skin is, every day.`
        : `Your diary has no ${what}. It has ${listOf(others)}.`,
  };
};

const constantOutcome = (outcome: Outcome): Reason | null => {
  const counts = new Map<number, number>();
  for (const value of outcome.values) {
    if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const [level, most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]!;
  if (outcome.days - most >= MIN_CHANGING_DAYS) return null;
  return {
    code: 'constant-outcome',
    text:
      most === outcome.days
        ? `Your ${nameOf(outcome)} is ${level} on all ${plural(most, 'day')}. A score that never changes cannot be explained.`
        : `Your ${nameOf(outcome)} is ${level} on ${most} of ${plural(outcome.days, 'day')}. It changes too rarely to be explained.`,
  };
};

const outcomeReasons = (timeline: Timeline, wanted: string | null): readonly Reason[] => {
  const outcome = findOutcome(timeline.outcomes, wanted ?? undefined);
  if (outcome === undefined) return [noOutcome(timeline, wanted)];
  const reasons: Reason[] = [];
  const missing = MIN_OUTCOME_DAYS - outcome.days;
  if (missing > 0) {
    reasons.push({
      code: 'too-few-days',
      text: `You have ${plural(outcome.days, 'day')} with ${withArticle(nameOf(outcome))}. At least ${MIN_OUTCOME_DAYS} are needed: ${missing} more.`,
    });
  }
  // Five equal scores out of five are few days, not a score that never changes.
  const constant = missing > 0 ? null : constantOutcome(outcome);
  if (constant !== null) reasons.push(constant);
  return reasons;
};

const exposureReasons = (timeline: Timeline): readonly Reason[] => {
  const { exposures } = timeline;
  if (exposures.length === 0) {
    return [
      {
        code: 'no-exposures',
        text: 'Your diary has no food, habit, skin product, supplement or medicine to look at.',
      },
    ];
  }
  if (exposures.some((exposure) => exposure.identifiable)) return [];
  const codes = exposures.map((exposure) => exposure.reason!.code);
  const count = (test: (code: string) => boolean): number => codes.filter(test).length;
  const all = exposures.length;
  if (exposures.some((exposure) => exposure.candidate)) {
    const twins = exposures.filter((exposure) => exposure.candidate);
    return [
      {
        code: 'exposures-identical',
        text: `You wrote down ${listOf(twins.map((exposure) => exposure.name))} on exactly the same days. They cannot be told apart.`,
      },
    ];
  }
  if (count((code) => code === 'mostly-unknown') === all) {
    return [
      {
        code: 'exposures-mostly-unknown',
        text: 'On most days your diary does not say what you ate, did or took.',
      },
    ];
  }
  if (count((code) => neverVary.has(code)) === all) {
    const silent = exposures.some((exposure) => exposure.daysUnknown >= MIN_DAYS_WITHOUT);
    return [
      {
        code: 'exposures-never-vary',
        text: `You almost never go without the things in your diary, or never have them. There is nothing to compare.${silent ? ' On many days your diary does not say. Mark a day as complete when you have written everything down.' : ''}`,
      },
    ];
  }
  if (count((code) => code === 'too-few-days-with') === all) {
    return [
      {
        code: 'all-one-off-foods',
        text: `Each of the ${all} things in your diary is there on a few days only. Use the same name each time you have the same thing.`,
      },
    ];
  }
  return [
    {
      code: 'no-identifiable-exposure',
      text: 'Nothing in your diary can be judged on its own. The reason stands beside each item.',
    },
  ];
};

/**
 * Why the diary as a whole cannot answer; empty when it can be analysed. `outcomeId` null: the
 * default outcome. Exposures are judged against `timeline.outcome` (see `withOutcome`).
 */
export const diaryReasons = (timeline: Timeline, outcomeId: string | null): readonly Reason[] => {
  if (timeline.loggedDays === 0) {
    return [{ code: 'empty-diary', text: 'Your diary has no entries.' }];
  }
  const outcome = outcomeReasons(timeline, outcomeId);
  const exposures = exposureReasons(timeline);
  // In a diary of a few days everything is rare; that it is short says it all.
  const short = outcome.some((reason) => reason.code === 'too-few-days');
  return [...outcome, ...exposures.filter((reason) => !short || reason.code === 'no-exposures')];
};
