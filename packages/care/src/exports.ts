export { type Accuracy, accuracySchema } from './accuracy.ts';
export { toCarePlan } from './fhir/care-plan.ts';
export { signed } from './numbers.ts';
export {
  type NutrientOptions,
  type NutrientsAtRisk,
  nutrientsAtRisk,
} from './nutrients/nutrients-at-risk.ts';
export { nutrientLines } from './nutrients/sentences.ts';
export { nameOfNutrient } from './nutrients/words.ts';
export { planCalendar } from './plan/calendar.ts';
export { makePlan, type Plan, type PlanOptions } from './plan/make-plan.ts';
export { planSchema } from './plan/plan-schema.ts';
export { reminderCalendar } from './plan/reminder.ts';
export type { PlanSuspect } from './plan/suspects.ts';
export { questionnaires } from './questionnaires/files.ts';
export { type FhirPath, scoreResponse } from './questionnaires/score-response.ts';
export { type Course, coursesFigure } from './report/courses.ts';
export { details, type Html, html } from './report/html.ts';
export { page } from './report/page.ts';
export { type Report, renderReport } from './report/render-report.ts';
export type { Name, Sentence } from './sentence.ts';
export { renderText } from './text/render-text.ts';
export type { Literature } from './wording/literature.ts';
export type { Gates } from './wording/next-step.ts';
export { unjudged } from './wording/reasons.ts';
export type { SuspectSentences } from './wording/suspect-sentences.ts';
export { type Answer, type Verdict, verdictSentences } from './wording/verdict.ts';
export { english, fill, type Wording } from './wording/wording-of.ts';
