import {
  type Alternating,
  type EliminationReintroduction,
  mostDaysWithout,
  type OneMemberOfASet,
  type RandomisedPairs,
  type RandomisedPeriods,
  type TrialDesign,
  trialDays,
} from '../design.ts';
import { designProblems, fewestBaselineDays } from './rules.ts';
import { type Response, settlingDays } from './settling.ts';

/** Skin that answers within days to weeks, or only within many weeks. */
export type Pace = 'fast' | 'slow';

export interface Wanted {
  /** Something eaten. */
  readonly food: boolean;
  readonly pace: Pace;
  readonly response: Response;
  /** Other members of the suspect set; they stay as usual. Empty where it is suspected alone. */
  readonly keepUsual: readonly string[];
  /** The diary up to the start serves as the baseline. */
  readonly baselineKnown: boolean;
}

/** Sizes worth trying: pairs, periods, repeats. Longer trials are told apart by less. */
const pairCounts = [6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 21, 24, 28];
const periodCounts = [8, 10, 12, 14, 16, 18, 20, 24, 28, 32, 38, 44, 50, 60];
const repeatCounts = [4, 5, 6, 7, 8, 10, 12];

/** Weeks without a food, before it is had again by turns: 2 to 4, or 6 to 8 with a stop to look half-way. */
const eliminations: Readonly<Record<Pace, readonly (readonly [number, number | null])[]>> = {
  fast: [
    [14, null],
    [21, null],
    [28, null],
  ],
  slow: [
    [42, 21],
    [56, 28],
  ],
};

/** A day goes by before a kernel that ends within it has shown itself; the usual step of 3 days holds that. */
const shortStep = 3;

interface Step {
  readonly washoutDays: number;
  readonly periodDays: number;
}

/**
 * Washouts and period lengths worth trying. Two washouts: until half, and until four fifths, of the response have come; whoever
 * washes out for less sees more days of a smaller difference. 3 days in all only where the response has ended by then.
 */
const stepsFor = (response: Response): readonly Step[] => {
  const ended = settlingDays(response, 0.9);
  const half = settlingDays({ ...response, delay: { mean: 0, interval: [0, 0] } }, 0.5);
  const most = settlingDays(response, 0.8);
  const washouts = [...new Set([half, most])];
  const steps = washouts.flatMap((washoutDays) =>
    [2, 3, 4, 5, 7, 10, 14].map((periodDays) => ({ washoutDays, periodDays })),
  );
  return steps.filter(
    ({ washoutDays, periodDays }) =>
      washoutDays + periodDays >= (ended <= shortStep ? shortStep : shortStep + 1) &&
      washoutDays + periodDays > half,
  );
};

const eliminationsFor = (
  { pace, response }: Wanted,
  baselineDays: number,
): readonly EliminationReintroduction[] => {
  const ended = settlingDays(response, 0.9);
  return eliminations[pace].flatMap(([eliminationDays, midStop]) =>
    stepsFor(response)
      .filter(
        ({ washoutDays, periodDays }) =>
          washoutDays + periodDays >= Math.max(shortStep, Math.min(ended, mostDaysWithout)),
      )
      .flatMap((step) =>
        repeatCounts.map(
          (repeats): EliminationReintroduction => ({
            kind: 'elimination-reintroduction',
            baselineDays: Math.max(baselineDays, fewestBaselineDays),
            eliminationDays,
            midStop,
            ...step,
            repeats,
            order: 'free',
            looks: [],
          }),
        ),
      ),
  );
};

const crossovers = ({ response, keepUsual }: Wanted, baselineDays: number): TrialDesign[] =>
  stepsFor(response).flatMap((step): TrialDesign[] => {
    const timing = { baselineDays, ...step, looks: [] };
    if (keepUsual.length > 0)
      return pairCounts.map(
        (pairs): OneMemberOfASet => ({ kind: 'one-member-of-a-set', ...timing, pairs, keepUsual }),
      );
    const longestRun = Math.min(
      3,
      Math.floor(mostDaysWithout / (step.washoutDays + step.periodDays)),
    );
    return [
      ...pairCounts.map(
        (pairs): RandomisedPairs => ({ kind: 'randomised-pairs', ...timing, pairs }),
      ),
      ...periodCounts.map(
        (periods): RandomisedPeriods => ({
          kind: 'randomised-periods',
          ...timing,
          periods,
          longestRun,
        }),
      ),
    ];
  });

const alternations = ({ response }: Wanted, baselineDays: number): readonly Alternating[] =>
  stepsFor(response)
    .filter(({ periodDays }) => periodDays <= 5)
    .flatMap(({ washoutDays, periodDays }) =>
      periodCounts.map(
        (periods): Alternating => ({
          kind: 'alternating',
          baselineDays,
          washoutDays,
          periodDays,
          periods,
          longestRun: 2,
          looks: [],
        }),
      ),
    );

/**
 * Every design that is worth simulating for this person, shortest first: each may show an effect at 5 %, keeps within half
 * a year and, for food, within eight weeks in a row. Empty where no bearable design exists.
 */
export const candidateDesigns = (wanted: Wanted): readonly TrialDesign[] => {
  const baselineDays = wanted.baselineKnown ? 0 : fewestBaselineDays;
  const designs: readonly TrialDesign[] = [
    ...crossovers(wanted, baselineDays),
    ...(wanted.food
      ? wanted.keepUsual.length === 0
        ? eliminationsFor(wanted, baselineDays)
        : []
      : alternations(wanted, baselineDays)),
  ];
  return designs
    .filter((design) => designProblems(design, wanted).length === 0)
    .map((design) => ({ design, days: trialDays(design) }))
    .sort((a, b) => a.days - b.days)
    .map(({ design }) => design);
};
