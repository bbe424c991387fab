export { type Accuracy, accuracySchema } from './accuracy.ts';
export { type Report, renderReport } from './report/render-report.ts';
export type { Name, Sentence } from './sentence.ts';
export { type Answer, type SuspectSentences, type Verdict, verdictSentences } from './verdict.ts';
