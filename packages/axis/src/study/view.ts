/** What is looked at of a course: its last value, its largest, its smallest or its mean over time. */
export const views = ['end', 'highest', 'lowest', 'mean'] as const;
export type View = (typeof views)[number];
