import type { Outcome } from '@zonula/timeline';

/** Scores recorded less often than this share of the most recorded one would only thin the mean out. */
const leastShare = 0.5;
/** A score that goes against the most recorded one by this much counts the other way round. */
const opposed = -0.2;

const known = ({ values }: Outcome): number[] =>
  Array.from(values).filter((value) => !Number.isNaN(value));

const sdOf = (values: readonly number[]): number => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length);
};

const correlation = (a: Outcome, b: Outcome): number => {
  const days = [...a.values.keys()].filter(
    (t) => !Number.isNaN(a.values[t]) && !Number.isNaN(b.values[t]),
  );
  const pick = ({ values }: Outcome): number[] => days.map((t) => values[t]);
  const [x, y] = [pick(a), pick(b)];
  const scale = sdOf(x) * sdOf(y);
  if (days.length < 10 || !(scale > 0)) return 0;
  const mean = (v: readonly number[]): number => v.reduce((s, w) => s + w, 0) / v.length;
  return mean(x.map((v, i) => v * y[i])) / scale - (mean(x) * mean(y)) / scale;
};

/**
 * One daily series for all gut symptoms. A lone score is taken as it was recorded. Several become the mean,
 * over those recorded that day, of each one's distance from the quiet end of its scale in standard
 * deviations; 0 is a day without any symptom, and from there on it is open. Scores are left out that are
 * hardly recorded or never change; one that goes down when the others go up is counted the other way round.
 * Null without any that changes.
 */
export const gutSeries = (outcomes: readonly Outcome[]): Outcome | null => {
  const scores = outcomes
    .filter((outcome) => outcome.category === 'gut' && sdOf(known(outcome)) > 0)
    .sort((a, b) => b.days - a.days);
  if (scores.length === 0) return null;
  const first = scores[0];
  const used = scores.filter((score) => score.days >= leastShare * first.days);
  if (used.length === 1) return first;
  const parts = used.map((score) => ({
    ...score,
    reversed: correlation(first, score) < opposed,
    sd: sdOf(known(score)),
  }));
  const values = first.values.map((_, t) => {
    const here = parts.filter((part) => !Number.isNaN(part.values[t]));
    if (here.length === 0) return Number.NaN;
    const sum = here.reduce((total, { values: own, scale, sd, reversed }) => {
      const distance = reversed ? scale.max - own[t] : own[t] - scale.min;
      return total + distance / sd;
    }, 0);
    return sum / here.length;
  });
  const recorded = Array.from(values).filter((value) => !Number.isNaN(value));
  const highest = recorded.reduce((a, b) => Math.max(a, b), 1);
  return {
    ...first,
    id: 'gut/all',
    name: 'all',
    site: null,
    kind: 'score',
    scale: { min: 0, max: 2 * highest, inferred: true },
    step: highest / 1000,
    values,
    minutes: null,
    timed: null,
    days: recorded.length,
  };
};
