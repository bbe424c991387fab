import type { TrialPlan } from '../plan/document.ts';

/** Words of the sheet: heads of its columns and what goes into a box. */
export interface HelperWords {
  readonly head: readonly [box: string, from: string, to: string, fill: string];
  readonly with: string;
  readonly without: string;
}

const english: HelperWords = {
  head: ['box', 'from', 'to', 'fill with'],
  with: 'the supplement',
  without: 'look-alikes without it',
};

const cell = (text: string): string =>
  /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** What each box holds, for whoever fills them while the person does not know the order: a table (CSV), a row a box. */
export const helperSheet = (
  { schedule }: Pick<TrialPlan, 'schedule'>,
  words: HelperWords = english,
): string =>
  [
    words.head,
    ...schedule
      .filter(({ block }) => block !== null)
      .map(({ from, to, arm }, k) => [
        `${k + 1}`,
        from,
        to,
        arm === 'with' ? words.with : words.without,
      ]),
  ]
    .map((row) => `${row.map(cell).join(',')}\n`)
    .join('');
