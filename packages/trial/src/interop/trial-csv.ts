import type { AllowedTrial } from '@zonula/safety';
import { daysOf, type TrialRecord } from '../during/record.ts';
import type { TrialPlan } from '../plan/document.ts';
import { requireLeave } from '../plan/permission.ts';
import { csvOf } from './csv.ts';

/**
 * One row a day: date, arm that was drawn (`off`: a day off), whether the day counts, pair or block, score, share of a usual portion, and
 * whether the day was kept to. Unknown cells are empty. Throws `NotAllowed` without leave.
 */
export const trialCsv = (leave: AllowedTrial, plan: TrialPlan, record: TrialRecord): string => {
  requireLeave(leave, plan.exposure, plan.design);
  return csvOf(
    ['date', 'arm', 'counts', 'block', plan.outcome.id, plan.exposure, 'kept'],
    daysOf(record).map(({ date, arm, counts, block, outcome, exposure, kept }) => [
      date,
      arm,
      counts ? 1 : 0,
      block === null ? null : block + 1,
      outcome,
      exposure,
      kept === null ? null : kept ? 1 : 0,
    ]),
  );
};
