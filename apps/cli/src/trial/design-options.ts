import {
  designProblems,
  type ImportedStudy,
  type RandomisedPairs,
  type TrialDesign,
} from '@zonula/trial';
import { UnusableArguments } from '../failure.ts';

/** A design that the person asks for instead of the proposed one. */
export interface DesignOptions {
  readonly pairs?: number;
  readonly periodDays?: number;
  readonly washoutDays?: number;
  readonly baselineDays?: number;
  /** Numbers of completed periods after which the result is looked at. */
  readonly look?: readonly number[];
}

const options: ReadonlyMap<string, string> = new Map([
  ['pairs', '--pairs'],
  ['periodDays', '--period-days'],
  ['washoutDays', '--washout-days'],
  ['baselineDays', '--baseline-days'],
]);

/** Whether the person asks for a design of their own. */
export const hasOwnDesign = (
  { pairs, periodDays, washoutDays, baselineDays }: DesignOptions,
  study: ImportedStudy | null,
): boolean =>
  study !== null || [pairs, periodDays, washoutDays, baselineDays].some((one) => one !== undefined);

/** The design that was asked for. Throws `UnusableArguments` that names the option where it may not run. */
export const askedDesign = (
  asked: DesignOptions,
  study: ImportedStudy | null,
  keepUsual: readonly string[],
  food: boolean,
): TrialDesign => {
  const { pairs, periodDays, washoutDays, baselineDays } = asked;
  const from = study?.design as RandomisedPairs | undefined;
  const timing = {
    baselineDays: baselineDays ?? from?.baselineDays ?? 0,
    washoutDays: washoutDays ?? from?.washoutDays ?? 0,
    periodDays: periodDays ?? from?.periodDays ?? 7,
    looks: [],
    pairs: pairs ?? from?.pairs ?? 6,
  };
  const design: TrialDesign =
    keepUsual.length > 0
      ? { kind: 'one-member-of-a-set', ...timing, keepUsual }
      : { kind: 'randomised-pairs', ...timing };
  const [problem] = designProblems(design, { food });
  if (problem)
    throw new UnusableArguments(`${options.get(problem.field) ?? problem.field}: ${problem.text}`);
  return design;
};

/** Designs with the looks that were asked for, as far as they are long enough. Throws `UnusableArguments` where none is. */
export const withLooks = (
  designs: readonly TrialDesign[],
  { look = [] }: DesignOptions,
  food: boolean,
): readonly TrialDesign[] => {
  const looked = designs.map((design) => ({ ...design, looks: [...look] }));
  const fit = looked.filter((design) => designProblems(design, { food }).length === 0);
  if (fit.length > 0 || looked.length === 0) return fit;
  const [problem] = designProblems(looked.at(-1)!, { food });
  throw new UnusableArguments(`--look: ${problem!.text}`);
};
