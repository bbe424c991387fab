import {
  drawnPeriods,
  type EliminationReintroduction,
  longestWithout,
  mostDaysWithout,
  smallestPossibleP,
  type TrialDesign,
  trialDays,
} from '../design.ts';

/** What a design may not be, and where. */
export interface DesignProblem {
  /** Name of the field, such as `pairs`. */
  readonly field: string;
  /** One line: what was expected and what was found. */
  readonly text: string;
}

/** False alarms that a test may give: one in twenty. */
export const falsePositiveRate = 0.05;
/** A trial longer than half a year is more than most can bear. */
export const mostTrialDays = 182;
/** Days as usual before a food is left out for weeks. */
export const fewestBaselineDays = 14;
/** Reintroductions before anything is said. */
export const fewestRepeats = 2;

const integer = (
  problems: DesignProblem[],
  field: string,
  value: number,
  least: number,
  most: number,
): void => {
  if (!Number.isInteger(value) || value < least || value > most)
    problems.push({
      field,
      text: `expected a whole number from ${least} to ${most}, found ${value}`,
    });
};

const even = (problems: DesignProblem[], field: string, value: number): void => {
  if (value % 2 !== 0) problems.push({ field, text: `expected an even number, found ${value}` });
};

const eliminationProblems = (
  problems: DesignProblem[],
  { baselineDays, eliminationDays, midStop, repeats }: EliminationReintroduction,
): void => {
  integer(problems, 'eliminationDays', eliminationDays, 14, mostDaysWithout);
  integer(problems, 'repeats', repeats, fewestRepeats, 50);
  if (baselineDays < fewestBaselineDays)
    problems.push({
      field: 'baselineDays',
      text: `expected at least ${fewestBaselineDays} days as usual first, found ${baselineDays}`,
    });
  if (midStop !== null) integer(problems, 'midStop', midStop, 1, eliminationDays - 1);
  else if (eliminationDays > 28)
    problems.push({
      field: 'midStop',
      text: 'expected a day to stop and look when a food is out for more than 4 weeks',
    });
};

/** All that is wrong with a design, most basic first; nothing when it may run. `food`: something eaten is left out. */
export const designProblems = (
  design: TrialDesign,
  { food }: { readonly food: boolean },
): readonly DesignProblem[] => {
  const problems: DesignProblem[] = [];
  integer(problems, 'baselineDays', design.baselineDays, 0, mostTrialDays);
  integer(problems, 'washoutDays', design.washoutDays, 0, mostDaysWithout);
  integer(problems, 'periodDays', design.periodDays, 1, mostDaysWithout);
  switch (design.kind) {
    case 'randomised-pairs':
    case 'one-member-of-a-set':
      integer(problems, 'pairs', design.pairs, 1, 50);
      break;
    case 'randomised-periods':
    case 'alternating':
      integer(problems, 'periods', design.periods, 2, mostTrialDays);
      even(problems, 'periods', design.periods);
      integer(problems, 'longestRun', design.longestRun, 1, mostTrialDays);
      break;
    case 'elimination-reintroduction':
      eliminationProblems(problems, design);
  }
  if (problems.length > 0) return problems;
  const size = sizeField(design);
  const smallest = smallestPossibleP(design);
  if (smallest > falsePositiveRate)
    problems.push({
      field: size,
      text: `even the clearest result could come by chance with probability ${smallest.toPrecision(2)}, so this design can never show an effect at ${100 * falsePositiveRate} %; it needs more periods`,
    });
  const out = longestWithout(design);
  if (food && out > mostDaysWithout)
    problems.push({
      field: design.kind === 'elimination-reintroduction' ? 'eliminationDays' : 'periodDays',
      text: `a food could be out for ${out} days in a row, more than ${mostDaysWithout}`,
    });
  const days = trialDays(design);
  if (days > mostTrialDays)
    problems.push({ field: size, text: `${days} days are more than ${mostTrialDays}` });
  checkLooks(problems, design);
  return problems;
};

const sizeField = ({ kind }: TrialDesign): string => {
  switch (kind) {
    case 'randomised-pairs':
    case 'one-member-of-a-set':
      return 'pairs';
    case 'randomised-periods':
    case 'alternating':
      return 'periods';
    case 'elimination-reintroduction':
      return 'repeats';
  }
};

const checkLooks = (problems: DesignProblem[], design: TrialDesign): void => {
  const { looks } = design;
  const ascending = looks.every(
    (look, k) => Number.isInteger(look) && look > (k === 0 ? 0 : looks[k - 1]!),
  );
  const most = drawnPeriods(design) - 1;
  if (!ascending || looks.some((look) => look > most))
    problems.push({
      field: 'looks',
      text: `expected ascending whole numbers of completed periods, at most ${most}`,
    });
};
