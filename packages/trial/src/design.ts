import type { Random } from '@zonula/numerics';
import {
  type Arm,
  countSequences,
  drawSequence,
  enumerateSequences,
  periodsOfRule,
  type SequenceRule,
} from './designs/sequence.ts';

export type { Arm } from './designs/sequence.ts';

/** Days with one arm, or as usual. */
export interface Period {
  /** Day of the trial on which it starts, from 0. */
  readonly start: number;
  readonly days: number;
  readonly arm: Arm | 'usual';
  /** Days at its start that are left out of the analysis. */
  readonly washout: number;
  /** Pair or block within which the order was drawn; null for a period that was not drawn and is not analysed. */
  readonly block: number | null;
}

interface Timing {
  /** Days as usual before the first period; not analysed. */
  readonly baselineDays: number;
  /** Days at the start of each drawn period that are left out of the analysis. */
  readonly washoutDays: number;
  /** Analysed days of each drawn period; it takes `washoutDays + periodDays` in all. */
  readonly periodDays: number;
  /** Numbers of completed periods after which the result is looked at before the end; ascending, declared before the start. */
  readonly looks: readonly number[];
}

/** Pairs of one period with and one without, each pair in an order of its own. */
export interface RandomisedPairs extends Timing {
  readonly kind: 'randomised-pairs';
  readonly pairs: number;
}

/** Half the periods with, half without, in any order that keeps to the limits. */
export interface RandomisedPeriods extends Timing {
  readonly kind: 'randomised-periods';
  /** Even. */
  readonly periods: number;
  /** Most periods of one arm in a row. */
  readonly longestRun: number;
}

/** Many short periods, at most two alike in a row: for habits, skincare and supplements. */
export interface Alternating extends Timing {
  readonly kind: 'alternating';
  /** Even. */
  readonly periods: number;
  readonly longestRun: 2;
}

/**
 * A food is left out for some weeks, then has and rests come by turns in an order that was drawn. Only these turns are analysed.
 */
export interface EliminationReintroduction extends Timing {
  readonly kind: 'elimination-reintroduction';
  /** Days without the food after the baseline. */
  readonly eliminationDays: number;
  /** Day of the elimination, from 1, at whose end the person decides whether it goes on; null for none. */
  readonly midStop: number | null;
  /** Reintroductions, and as many periods without. */
  readonly repeats: number;
  /** `pairs`: one of each in every two periods; `free`: any order that keeps to the limits. */
  readonly order: 'pairs' | 'free';
}

/** One member of a suspect set is varied in pairs; the others stay usual. */
export interface OneMemberOfASet extends Timing {
  readonly kind: 'one-member-of-a-set';
  readonly pairs: number;
  /** Exposures of the set that stay as usual. */
  readonly keepUsual: readonly string[];
}

export type TrialDesign =
  | RandomisedPairs
  | RandomisedPeriods
  | Alternating
  | EliminationReintroduction
  | OneMemberOfASet;

/** The drawn periods in their order: one arm for each. */
export type Assignment = readonly Arm[];

/** Most days in a row without a food. */
export const mostDaysWithout = 56;

/** Length of a drawn period in days, washout included. */
export const drawnPeriodDays = ({ washoutDays, periodDays }: Timing): number =>
  washoutDays + periodDays;

/** Number of periods whose arm is drawn. */
export const drawnPeriods = (design: TrialDesign): number => periodsOfRule(sequenceRule(design));

/** Days before the first drawn period. */
export const daysBeforeDraw = (design: TrialDesign): number =>
  design.baselineDays + (design.kind === 'elimination-reintroduction' ? design.eliminationDays : 0);

/** Length of the whole trial in days, baseline included. */
export const trialDays = (design: TrialDesign): number =>
  daysBeforeDraw(design) + drawnPeriods(design) * drawnPeriodDays(design);

const sequenceRule = (design: TrialDesign): SequenceRule => {
  switch (design.kind) {
    case 'randomised-pairs':
    case 'one-member-of-a-set':
      return { kind: 'pairs', pairs: design.pairs };
    case 'randomised-periods':
    case 'alternating':
      return {
        kind: 'balanced',
        periods: design.periods,
        longestWith: design.longestRun,
        longestWithout: design.longestRun,
        alreadyWithout: 0,
      };
    case 'elimination-reintroduction': {
      if (design.order === 'pairs') return { kind: 'pairs', pairs: design.repeats };
      const length = drawnPeriodDays(design);
      const longestWithout = Math.floor(mostDaysWithout / length);
      const stillBearable = Math.floor((mostDaysWithout - design.eliminationDays) / length);
      return {
        kind: 'balanced',
        periods: 2 * design.repeats,
        longestWith: design.repeats,
        longestWithout,
        alreadyWithout: longestWithout - stillBearable,
      };
    }
  }
};

/** Most days in a row without, in the worst order that may be drawn; washout and elimination included. */
export const longestWithout = (design: TrialDesign): number => {
  const length = drawnPeriodDays(design);
  switch (design.kind) {
    case 'randomised-pairs':
    case 'one-member-of-a-set':
      return length * Math.min(2, design.pairs);
    case 'randomised-periods':
    case 'alternating':
      return length * Math.min(design.longestRun, design.periods / 2);
    case 'elimination-reintroduction': {
      const { eliminationDays, repeats, order } = design;
      const free = Math.floor((mostDaysWithout - eliminationDays) / length);
      const first = order === 'pairs' ? 1 : Math.min(repeats, Math.max(free, 0));
      const later = order === 'pairs' ? 2 : Math.min(repeats, Math.floor(mostDaysWithout / length));
      return Math.max(eliminationDays + first * length, later * length);
    }
  }
};

/** How many assignments the design may draw, each with the same probability. Exact up to 2^53. */
export const assignmentCount = (design: TrialDesign): number =>
  countSequences(sequenceRule(design));

/** Beyond this many, assignments are drawn instead of listed. */
export const mostEnumerated = 1 << 17;

/** Every assignment once, in a fixed order. `RangeError` above `mostEnumerated`. */
export const enumerateAssignments = (design: TrialDesign): readonly Assignment[] => {
  const count = assignmentCount(design);
  if (count > mostEnumerated)
    throw new RangeError(`${count} assignments are too many to list; draw them`);
  return enumerateSequences(sequenceRule(design));
};

/** One assignment, each with the same probability. */
export const drawAssignment = (design: TrialDesign, random: Random): Assignment =>
  drawSequence(sequenceRule(design), random);

/**
 * Smallest two-sided p that a randomisation test can reach whatever is drawn: an assignment and its mirror image have
 * the same size of difference, hence 2 / number of assignments; 1 where there is one or none.
 */
export const smallestPossibleP = (design: TrialDesign): number => {
  const count = assignmentCount(design);
  return count < 2 ? 1 : 2 / count;
};

/** Every period of the trial in order, baseline first; together they cover each day once. */
export const periodsOf = (design: TrialDesign, assignment: Assignment): readonly Period[] => {
  const { baselineDays, washoutDays } = design;
  const periods: Period[] = [];
  if (baselineDays > 0)
    periods.push({ start: 0, days: baselineDays, arm: 'usual', washout: 0, block: null });
  if (design.kind === 'elimination-reintroduction' && design.eliminationDays > 0)
    periods.push({
      start: baselineDays,
      days: design.eliminationDays,
      arm: 'without',
      washout: 0,
      block: null,
    });
  const first = daysBeforeDraw(design);
  const days = drawnPeriodDays(design);
  const paired = sequenceRule(design).kind === 'pairs';
  assignment.forEach((arm, k) => {
    const block = paired ? Math.floor(k / 2) : 0;
    periods.push({ start: first + k * days, days, arm, washout: washoutDays, block });
  });
  return periods;
};

/** Per day of the trial 1 (with), 0 (without) or NaN (not analysed: baseline, first elimination, washout). */
export const dayArms = (design: TrialDesign, assignment: Assignment): Float64Array => {
  const arms = new Float64Array(trialDays(design)).fill(Number.NaN);
  for (const { start, days, arm, washout, block } of periodsOf(design, assignment))
    if (block !== null) arms.fill(arm === 'with' ? 1 : 0, start + washout, start + days);
  return arms;
};
