import { csvLines } from './csv.ts';

/** One exposure of one person: what their own data say, and what the others make of it. Shares of the scale's range. */
export interface PersonalFinding {
  readonly exposure: string;
  readonly outcome: string;
  readonly measure: string;
  readonly daysWith: number;
  readonly daysWithout: number;
  readonly own: { readonly estimate: number; readonly error: number };
  /** Probability that the person responds. */
  readonly probability: number;
  /** If the person responds; drawn towards the others. */
  readonly effect: { readonly mean: number; readonly sd: number };
  readonly claimed: boolean;
}

/** For the person alone: it belongs in no report. */
export const personalCsv = (findings: readonly PersonalFinding[]): string =>
  csvLines([
    [
      ...['exposure', 'outcome', 'measure', 'days_with', 'days_without'],
      ...['own_estimate', 'own_error', 'responds', 'effect_if_so', 'effect_sd', 'claimed'],
    ],
    ...findings.map((one) => [
      ...[one.exposure, one.outcome, one.measure, one.daysWith, one.daysWithout],
      ...[one.own.estimate, one.own.error, one.probability, one.effect.mean, one.effect.sd],
      one.claimed,
    ]),
  ]);
