export { type Accuracy, accuracySchema } from './accuracy.ts';
export type { Literature } from './literature.ts';
export { type Report, renderReport } from './report/render-report.ts';
export type { Name, Sentence } from './sentence.ts';
export type { SuspectSentences } from './suspect-sentences.ts';
export { renderText } from './text/render-text.ts';
export { type Answer, type Verdict, verdictSentences } from './verdict.ts';
