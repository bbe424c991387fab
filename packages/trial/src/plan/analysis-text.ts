import { smallestPossibleP, type TrialDesign } from '../design.ts';
import type { PlannedOutcome } from './document.ts';
import { nameOf } from './words.ts';

interface Terms {
  readonly exposure: string;
  readonly outcome: PlannedOutcome;
  readonly design: TrialDesign;
  readonly worthwhile: number;
}

const order = (design: TrialDesign): string => {
  switch (design.kind) {
    case 'randomised-pairs':
    case 'one-member-of-a-set':
      return `Each of ${design.pairs} pairs has one period with and one without, in an order drawn for that pair.`;
    case 'randomised-periods':
    case 'alternating':
      return `Half of ${design.periods} periods are with, half without, in an order drawn from all that have at most ${design.longestRun} alike in a row.`;
    case 'elimination-reintroduction':
      return `After ${design.eliminationDays} days without, ${design.repeats} periods with and ${design.repeats} without follow in an order that was drawn. Only these are compared.`;
  }
};

/** How the result will be told, written down before the first day. */
export const analysisText = ({ exposure, outcome, design, worthwhile }: Terms): string => {
  const { washoutDays, looks } = design;
  return [
    `Question: is ${outcome.category}/${outcome.name} different in periods with ${nameOf(exposure)} than in periods without?`,
    order(design),
    washoutDays > 0
      ? `The first ${washoutDays === 1 ? 'day' : `${washoutDays} days`} of each period ${washoutDays === 1 ? 'is' : 'are'} left out, so that what came before can fade.`
      : 'All days of each period count.',
    `First answer: a randomisation test. The order that was drawn is compared with the orders that could have been drawn; p is the share of them that fit the scores at least as well. The smallest p possible is ${smallestPossibleP(design).toPrecision(2)}. An effect is told only when p is at most 0.05.`,
    'Second answer, beside it: a Bayesian estimate of the difference with a 95 % interval. It allows for days that are alike, for a trend, for carry-over and for odd days.',
    'Periods count as they were drawn, also where you did otherwise. A second estimate uses what you really had.',
    'Days without a score stay unknown. Days off belong to no period, and a period that was broken off is begun anew.',
    looks.length > 0
      ? `The result is looked at after ${looks.join(', ')} periods too. One test over all looks keeps false alarms at 5 %.`
      : 'Nobody looks at the result before the end.',
    `Verdict: worsens or improves when p is at most 0.05; no difference larger than ${worthwhile} when the whole interval lies within ${worthwhile} points of none; otherwise inconclusive.`,
  ].join('\n');
};
