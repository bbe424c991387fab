/**
 * What to do at a look that was declared before the start. Stopping for an effect follows the
 * sequential randomisation test and keeps the false alarms; stopping because nothing can come of it,
 * or because the exposure does harm, only ends a trial and never makes a finding of it. Forecasts by
 * the B-value (Lan & Wittes 1988, Biometrics 44:579) with a flat prior on the effect.
 */
import { normalCdf, normalQuantile, type Random } from '@zonula/numerics';
import { testAssignment } from '../analysis/assignment-test.ts';
import type { Deals } from '../analysis/deals.ts';
import { linearEstimate } from '../analysis/inverted-interval.ts';
import { dealSeries } from '../analysis/randomisation-test.ts';
import { armDays, drawnPeriodsOf, type TrialData } from '../analysis/trial-data.ts';
import { drawnPeriods } from '../design.ts';

export interface LookOptions {
  /** The smallest change that matters to the person, in points. */
  readonly worthwhile: number;
  readonly higherIsWorse: boolean;
  /** Default 0.05, over all looks. */
  readonly significance?: number;
  readonly deals?: Deals;
}

export type LookDecision = 'go-on' | 'effect' | 'futility' | 'harm';

export interface Look {
  readonly decision: LookDecision;
  /** Over all looks so far. */
  readonly pValue: number;
  /** Chance that the trial, if it goes on, ends with a difference or rules out one that matters. */
  readonly chanceOfAnswer: number;
  /** Probability that the exposure makes the score worse by more than what matters. */
  readonly probabilityHarm: number;
}

/** Below this chance of any answer a trial may end. */
export const futileBelow = 0.1;
/** From this probability on that the exposure harms a trial ends. */
export const harmFrom = 0.95;

/** A look after the periods in `data`, all of them completed. Not the last one. */
export function lookAt(data: TrialData, options: LookOptions, random: Random): Look {
  const { worthwhile, higherIsWorse, significance = 0.05, deals } = options;
  const test = testAssignment(data, random, {
    significance,
    ...(deals === undefined ? {} : { deals }),
  });
  const { model, table, outcome, pValue } = test;
  const done = drawnPeriodsOf(data).length / drawnPeriods(data.design);
  const { mean, standardError } = linearEstimate(
    model,
    table,
    outcome,
    dealSeries(model, table, armDays(data)),
  );
  if (!(standardError > 0))
    return { decision: 'go-on', pValue, chanceOfAnswer: 1, probabilityHarm: 0 };
  const worse = higherIsWorse ? mean : -mean;
  const probabilityHarm = normalCdf((worse - worthwhile) / standardError);
  const chanceOfAnswer = answerBy(mean, standardError, done, worthwhile, significance);
  const decision: LookDecision = test.rejects
    ? 'effect'
    : probabilityHarm >= harmFrom
      ? 'harm'
      : chanceOfAnswer < futileBelow
        ? 'futility'
        : 'go-on';
  return { decision, pValue, chanceOfAnswer, probabilityHarm };
}

function answerBy(
  mean: number,
  error: number,
  done: number,
  worthwhile: number,
  significance: number,
): number {
  const critical = -normalQuantile(significance / 2);
  const spread = error * Math.sqrt(1 - done);
  const between = (low: number, high: number): number =>
    high <= low ? 0 : normalCdf((high - mean) / spread) - normalCdf((low - mean) / spread);
  const margin = critical * error * Math.sqrt(done);
  const none = between(margin - worthwhile, worthwhile - margin);
  const difference = 1 - between(-margin, margin);
  // A difference that is both there and too small to matter is one answer, not two.
  return Math.min(1, none + difference);
}
