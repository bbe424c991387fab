import type { Exposure, Outcome } from '@zonula/timeline';
import type { Mediation } from './mediate.ts';
import { describe, type ExposurePosterior, quantile } from './posterior.ts';
import type { Finding } from './suspects.ts';

/** Level of every stated interval. */
export const level = 0.8;
/** An effect needs this many draws to be described. */
const describable = 20;
/** Below this probability the draws must come from several stays in the model: those of one are much alike. */
const occasional = 0.3;
const severalStays = 10;

const identity = (
  exposure: Exposure,
): Pick<Finding, 'id' | 'grain' | 'daysWith' | 'daysWithout'> => ({
  id: exposure.id,
  grain: exposure.grain,
  ...(exposure.grain === 'dish' || exposure.grain === 'entry' ? {} : { rows: exposure.rows }),
  daysWith: exposure.daysWith,
  daysWithout: exposure.daysWithout,
});

/** An exposure that cannot be judged on its own, with the reason. */
export const unjudged = (exposure: Exposure): Finding => ({
  ...identity(exposure),
  identifiable: false,
  reason: exposure.reason,
  probability: null,
  direction: null,
  effect: null,
  delayDays: null,
  throughGut: null,
  curve: null,
});

/**
 * What the posterior says of one exposure; effects are given it acts at all. Exposures recorded on identical
 * days share the effect of their common column, and none has a probability of its own.
 */
export const judged = (
  exposure: Exposure,
  posterior: ExposurePosterior,
  outcome: Outcome,
  mediation?: Mediation,
): Finding => {
  const { draws, probability, stays } = posterior;
  const shared = {
    ...identity(exposure),
    identifiable: exposure.identifiable,
    reason: exposure.reason,
    probability: exposure.identifiable ? probability : null,
    throughGut: null,
  };
  if (draws.length < describable || (probability < occasional && stays < severalStays))
    return { ...shared, direction: null, effect: null, delayDays: null, curve: null };
  const column = (read: (draw: (typeof draws)[number]) => number) =>
    describe(
      draws.map((draw) => read(draw)),
      level,
    );
  const peak = column((draw) => draw.peak);
  const total = column((draw) => draw.total);
  const delay = column((draw) => draw.delay);
  const higher = draws.filter((draw) => draw.peak > 0).length > draws.length / 2;
  const days = [...draws[0].curve.keys()];
  const sorted = days.map((day) => Float64Array.from(draws, (draw) => draw.curve[day]).sort());
  return {
    ...shared,
    ...(mediation && {
      throughGut: mediation.throughGut,
      throughGutSensitivity: mediation.sensitivity,
    }),
    direction: higher === higherIsWorse(outcome) ? 'worsens' : 'improves',
    effect: {
      peak: peak.mean,
      peakInterval: peak.interval,
      total: total.mean,
      totalInterval: total.interval,
      level,
    },
    delayDays: { mean: delay.mean, interval: delay.interval, level },
    curve: {
      mean: days.map((day) => draws.reduce((sum, draw) => sum + draw.curve[day], 0) / draws.length),
      lower: sorted.map((values) => quantile(values, (1 - level) / 2)),
      upper: sorted.map((values) => quantile(values, (1 + level) / 2)),
      level,
    },
  };
};

/** Skin, gut and other symptoms are worse when higher; a mood is better. */
const higherIsWorse = (outcome: Outcome): boolean => outcome.category !== 'mood';
