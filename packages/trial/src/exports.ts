export { type AdherenceResult, adherenceOf } from './analysis/adherence.ts';
export {
  type AnalysisOptions,
  analyseTrial,
  type CarryOver,
  estimateEffect,
  type TrialResult,
} from './analysis/analyse-trial.ts';
export { judgeLooks } from './analysis/assignment-test.ts';
export { defaultKernels, type Kernel, kernelsFrom, kernelsWithin } from './analysis/carry-over.ts';
export { type Deals, dealsOf } from './analysis/deals.ts';
export { type Estimate, estimateOf } from './analysis/estimate.ts';
export { type InterruptedSeries, interruptedSeries } from './analysis/interrupted-series.ts';
export type { TrialData } from './analysis/trial-data.ts';
export { changedFields, commit, digestOf } from './commitment/commitment.ts';
export { candidateDesigns, type Pace, type Wanted } from './designs/candidates.ts';
export {
  type DesignProblem,
  designProblems,
  falsePositiveRate,
  mostTrialDays,
} from './designs/rules.ts';
export { type Response, settlingDays } from './designs/settling.ts';
export { type CalendarOptions, calendarOf } from './during/calendar.ts';
export {
  applyEvents,
  restDays,
  type TrialEvent,
} from './during/events.ts';
export { type HelperWords, helperSheet } from './during/helper-sheet.ts';
export {
  daysLived,
  daysOf,
  livedPeriods,
  recordOf,
  type TrialDay,
  type TrialRecord,
} from './during/record.ts';
export { type TrialToday, todayOf } from './during/today.ts';
export { type BeliefChange, bayesFactor, changeBelief } from './feedback/bayes-factor.ts';
export {
  readEvidence,
  type TrialEvidence,
  trialOdds,
  withoutTrialDays,
} from './feedback/trial-evidence.ts';
export { type TrialState, toFhir } from './interop/fhir.ts';
export { fromStudyU, type ImportedStudy } from './interop/from-studyu.ts';
export { type StudyUTables, studyUTables } from './interop/studyu-csv.ts';
export { type StudyUExport, toStudyU } from './interop/studyu-study.ts';
export { trialCsv } from './interop/trial-csv.ts';
export { type Judgement, judgeRecord } from './judge/judge-record.ts';
export { type Look, type LookDecision, type LookOptions, lookAt } from './looks/look.ts';
export { sequentialTest } from './looks/sequential-test.ts';
export {
  type Choice,
  type ChooseOptions,
  chooseDesign,
  enoughPower,
} from './plan/choose-design.ts';
export type {
  Belief,
  BlockedPlan,
  Check,
  DescribedDesign,
  NoBearablePlan,
  PlanDocument,
  PlannedOutcome,
  PlannedPower,
  TrialPlan,
} from './plan/document.ts';
export { NotAllowed, requireLeave } from './plan/permission.ts';
export { dayToDayOf, type PersonBelief, usualDayToDay } from './plan/person.ts';
export { drawnAssignment, type PlanRequest, planTrial } from './plan/plan-trial.ts';
export { simulationOf } from './plan/planned-power.ts';
export { type RunningTrial, readPlan } from './plan/read-plan.ts';
export { nameOf, together } from './plan/words.ts';
export {
  type FinishedTrial,
  type PooledTrials,
  poolResults,
  readFinishedTrial,
} from './pool/pool-results.ts';
export {
  asTrialEstimate,
  type PooledEffect,
  type PoolOptions,
  poolEffects,
  type TrialEstimate,
} from './pool/random-effects.ts';
export { knownModelInformation, knownModelPower } from './power/closed-form.ts';
export { type PowerResult, powerOf, type TrialExpectation } from './power/power.ts';
export { askLeave, type LeaveRequest } from './propose/ask-leave.ts';
export { type DiaryFindings, paceOf } from './propose/belief-of.ts';
export { blockedPlan, type ProposalRequest, proposeTrial } from './propose/propose-trial.ts';
export { addDays, daysBetween } from './schedule/dates.ts';
export { type ScheduleEntry, scheduleOfPeriods } from './schedule/schedule.ts';
export {
  simulateNoise,
  simulateTrial,
  steadyPerson,
  type TrialPerson,
} from './simulate/simulate-trial.ts';
