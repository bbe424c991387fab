export type { ComposeFood, Composition } from './composition.ts';
export { diaryReasons } from './diary-reasons.ts';
export { findOutcome } from './outcomes.ts';
export { type TimelineOptions, toTimeline, withOutcome } from './to-timeline.ts';
