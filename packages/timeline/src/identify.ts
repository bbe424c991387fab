import { COLLINEAR_CORRELATION, collinearWith, type Twin } from './collinear.ts';
import type { Dosed } from './doses.ts';
import { compareText } from './items.ts';
import { createOverlap } from './overlap.ts';
import type { Covariate, Exposure, Outcome, Reason } from './timeline.ts';
import * as words from './words.ts';

/** Fewer days on one side leave a difference to one or two lucky days. */
export const MIN_DAYS_WITH = 5;
export const MIN_DAYS_WITHOUT = 5;
/** One or two spells are one or two events of the calendar, whatever their days; three begin to repeat. */
export const MIN_SPELLS = 3;
/** A score this many days after the day still speaks of it: the week holds most delays of foods. */
export const OUTCOME_WINDOW_DAYS = 7;
/** Beyond this share of unknown days the diary, not the person's habit, is what hides the answer. */
export const MOSTLY_UNKNOWN_SHARE = 0.8;

/** The share of its ups and downs at which an exposure is as good as a mix of the covariates: 0.9 squared. */
export const MAX_OVERLAP = 0.81;

interface SeenDays {
  readonly withDays: number;
  readonly withoutDays: number;
}

/** Days that a score follows within the window; all days when there is no score to judge against. */
const followedDays = (outcome: Outcome | undefined, days: number): Uint8Array => {
  const followed = new Uint8Array(days);
  if (outcome === undefined) return followed.fill(1);
  let next = Number.POSITIVE_INFINITY;
  for (let day = days - 1; day >= 0; day -= 1) {
    if (!Number.isNaN(outcome.values[day]!)) next = day;
    if (next - day <= OUTCOME_WINDOW_DAYS) followed[day] = 1;
  }
  return followed;
};

const seenDays = (dose: Float64Array, followed: Uint8Array): SeenDays => {
  let withDays = 0;
  let withoutDays = 0;
  for (let day = 0; day < dose.length; day += 1) {
    if (followed[day] === 0) continue;
    if (dose[day]! > 0) withDays += 1;
    else if (dose[day] === 0) withoutDays += 1;
  }
  return { withDays, withoutDays };
};

const isConstant = (dose: Float64Array): boolean => {
  let level = Number.NaN;
  for (const amount of dose) {
    if (Number.isNaN(amount)) continue;
    if (Number.isNaN(level)) level = amount;
    else if (amount !== level) return false;
  }
  return true;
};

/** The first rule an exposure's own days break; null when it passes them all. */
const ownReason = (exposure: Dosed, followed: Uint8Array): Reason | null => {
  const { daysWith, daysWithout, daysUnknown, spells, dose } = exposure;
  const days = dose.length;
  const known = daysWith + daysWithout;
  if (
    daysUnknown > MOSTLY_UNKNOWN_SHARE * days &&
    (daysWith < MIN_DAYS_WITH || daysWithout < MIN_DAYS_WITHOUT)
  ) {
    return words.mostlyUnknown(exposure, known, days);
  }
  if (daysWith === 0) return words.neverWith(exposure);
  if (daysWith < MIN_DAYS_WITH) return words.tooFewDaysWith(exposure, daysWith, MIN_DAYS_WITH);
  if (daysWithout === 0) {
    return isConstant(dose) ? words.constantDose(exposure) : words.neverWithout(exposure);
  }
  if (daysWithout < MIN_DAYS_WITHOUT) {
    return words.tooFewDaysWithout(exposure, daysWithout, MIN_DAYS_WITHOUT);
  }
  const seen = seenDays(dose, followed);
  if (seen.withDays < MIN_DAYS_WITH || seen.withoutDays < MIN_DAYS_WITHOUT) {
    return words.outcomeMissing(exposure, seen.withDays, seen.withoutDays, OUTCOME_WINDOW_DAYS);
  }
  if (spells < MIN_SPELLS) return words.tooFewSpells(exposure, spells, MIN_SPELLS);
  return null;
};

/** Correlation of taking something at all with a column, over the days on which taking is known. */
const takingAgainst = (dose: Float64Array, column: Float64Array): number => {
  let days = 0;
  let taken = 0;
  let sum = 0;
  let squares = 0;
  let product = 0;
  for (let day = 0; day < dose.length; day += 1) {
    if (Number.isNaN(dose[day]!)) continue;
    const value = column[day]!;
    days += 1;
    sum += value;
    squares += value * value;
    if (dose[day]! > 0) {
      taken += 1;
      product += value;
    }
  }
  const xx = taken - (taken * taken) / days;
  const yy = squares - (sum * sum) / days;
  return xx > 0 && yy > 1e-9 ? (product - (taken * sum) / days) / Math.sqrt(xx * yy) : 0;
};

/** The break point whose step the exposure's days repeat, if any. */
const breakBehind = (exposure: Dosed, breaks: readonly Covariate[]): Covariate | undefined =>
  breaks.find(
    (step) => Math.abs(takingAgainst(exposure.dose, step.values)) >= COLLINEAR_CORRELATION,
  );

/** Twins at the same level: a class is not barred by the one dish that supplies it. */
const sameLevel = (a: Dosed, b: Dosed): boolean => {
  const level = (grain: Dosed['grain']) => (grain === 'dish' ? 'entry' : grain);
  return level(a.grain) === level(b.grain);
};

/**
 * Says of each exposure whether the diary can tell its effect from everything else it holds, and
 * if not, why. `outcome` undefined: judged on the exposure's days alone.
 */
export const identify = (
  exposures: readonly Dosed[],
  covariates: readonly Covariate[],
  outcome: Outcome | undefined,
): readonly Exposure[] => {
  const days = exposures[0]?.dose.length ?? 0;
  const followed = followedDays(outcome, days);
  const breaks = covariates.filter((covariate) => covariate.group === 'break');
  const overlapOf = createOverlap(covariates);
  const reasons = new Map<string, Reason | null>();
  const nameOf = new Map(exposures.map(({ id, name }) => [id, name]));
  for (const exposure of exposures) {
    let reason = ownReason(exposure, followed);
    if (reason === null && exposure.sameAs !== undefined)
      reason = words.sameAs(exposure, nameOf.get(exposure.sameAs) ?? exposure.sameAs);
    if (reason === null) {
      const step = breakBehind(exposure, breaks);
      if (step !== undefined) reason = words.confoundedWithBreak(exposure, step);
    }
    if (reason === null) {
      const overlap = overlapOf(exposure.dose);
      if (overlap.share >= MAX_OVERLAP) {
        reason = words.confoundedWithCovariates(
          exposure,
          overlap.closest.map((covariate) => covariate.label),
        );
      }
    }
    reasons.set(exposure.id, reason);
  }
  const candidates = exposures.filter((exposure) => reasons.get(exposure.id) === null);
  const byId = new Map(candidates.map((exposure) => [exposure.id, exposure]));
  const twinsOf = collinearWith(candidates);
  return exposures.map((exposure): Exposure => {
    const own = reasons.get(exposure.id)!;
    const twins: readonly Twin[] = twinsOf.get(exposure.id) ?? [];
    const identical = twins
      .filter((twin) => twin.identical && sameLevel(exposure, byId.get(twin.id)!))
      .map((twin) => twin.id)
      .sort(compareText);
    const reason =
      own ??
      (identical.length > 0
        ? words.identicalTo(
            exposure,
            identical.map((id) => byId.get(id)!.name),
          )
        : null);
    return {
      ...exposure,
      identifiable: reason === null,
      candidate: own === null,
      reason,
      collinear: twins
        .map((twin) => ({ id: twin.id, correlation: twin.correlation }))
        .sort(
          (a, b) => Math.abs(b.correlation) - Math.abs(a.correlation) || compareText(a.id, b.id),
        ),
      identical,
    };
  });
};
