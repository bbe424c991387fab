import {
  type DescribedDesign,
  nameOf,
  type PlanDocument,
  type PlannedPower,
  type TrialPlan,
  together,
} from '@zonula/trial';
import { oneLine } from '../failure.ts';
import { wrapped } from '../wrapped.ts';

const inHundred = (probability: number): string => {
  const percent = 100 * probability;
  if (percent > 99) return 'more than 99 in 100';
  return percent < 1 ? 'less than 1 in 100' : `${Math.round(percent)} in 100`;
};
const points = (value: number): string => {
  const shown = Number(value.toPrecision(2));
  return `${shown} ${shown === 1 ? 'point' : 'points'}`;
};
const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

const armWords = { with: 'with', without: 'without', usual: 'as usual' } as const;

/** The kind of a design in words. */
const designWords = (design: DescribedDesign): string => {
  const period = `${days(design.washoutDays + design.periodDays)} each`;
  switch (design.kind) {
    case 'randomised-pairs':
      return `${design.pairs} pairs of periods, with and without, ${period}; chance decides the order of each pair`;
    case 'one-member-of-a-set':
      return `${design.pairs} pairs of periods, with and without, ${period}, while ${together(design.keepUsual.map(nameOf))} ${design.keepUsual.length === 1 ? 'stays' : 'stay'} as usual`;
    case 'randomised-periods':
      return `${design.periods} periods, half with and half without, ${period}, in an order that chance decides`;
    case 'alternating':
      return `${design.periods} short periods, half with and half without, ${period}, at most two alike in a row`;
    case 'elimination-reintroduction':
      return `${days(design.baselineDays)} as usual, ${days(design.eliminationDays)} without, then ${2 * design.repeats} periods, half with and half without, ${period}, in an order that chance decides`;
  }
};

const powerWords = ({ effect, probability, detectable, excludable }: PlannedPower): string =>
  `If the true difference is ${points(effect)}, you would find it in ${inHundred(probability)} such trials${
    detectable === null ? '' : `; ${points(detectable)} in 80`
  }. If there is none, you could mostly rule out more than ${points(excludable)}.`;

const section = (title: string, body: readonly string[]): readonly string[] => [title, ...body, ''];

const beliefWords = ({ belief, outcome }: TrialPlan): string => {
  const [from, to] = belief.delay.interval.map(Math.round) as [number, number];
  const delay = from === to ? `about ${days(from)}` : `${from} to ${days(to)}`;
  if (belief.probability === null)
    return `Your diary cannot tell yet whether it moves ${outcome.name}.`;
  const chance = `After your diary, the chance that it moves ${outcome.name} at all is ${inHundred(belief.probability)}`;
  return belief.assumed ? `${chance}.` : `${chance}, most likely after ${delay}.`;
};

const scheduleLines = ({ schedule, blinding }: TrialPlan): readonly string[] => {
  let box = 0;
  return schedule.map(({ from, to, arm, block, countsFrom }) => {
    if (block !== null) box += 1;
    const what = blinding === 'helper' && block !== null ? `box ${box}` : armWords[arm];
    const counts =
      countsFrom === null ? '' : countsFrom === from ? '' : `   counts from ${countsFrom}`;
    return `  ${from} to ${to}   ${what.padEnd(8)}${counts}`.trimEnd();
  });
};

const readyText = (plan: TrialPlan): readonly string[] => {
  const { design, power, alternatives, instructions, checks, notes, hash, daysNeeded } = plan;
  const weak =
    plan.status === 'too-weak'
      ? ['  That is less than the 80 in 100 that a trial should have.']
      : [];
  return [
    `A fair test of ${oneLine(plan.exposure)} on ${oneLine(plan.outcome.name)}, from ${plan.start}, ${days(design.days)}`,
    '',
    ...section('BEFORE IT STARTS', wrapped(beliefWords(plan), '  ')),
    ...section('THE TRIAL', [
      ...wrapped(`${designWords(design)}.`, '  '),
      ...wrapped(powerWords(power), '  '),
      ...weak,
      ...wrapped(
        `The smallest p that it can reach is ${design.smallestPossibleP.toPrecision(2)}; 0.05 or less is needed.`,
        '  ',
      ),
    ]),
    ...section(
      'WHAT TO DO',
      plan.blinding === 'helper'
        ? wrapped(
            "Ask somebody to fill one box for each period by the helper's sheet, with capsules that look alike. Do not read the file of the plan yourself.",
            '  ',
          )
        : [
            ...wrapped(`With: ${instructions.with}`, '  '),
            ...wrapped(`Without: ${instructions.without}`, '  '),
            ...wrapped(
              'Write down the score every day, and what you had. Days on which you did otherwise are not lost: they count as they were.',
              '  ',
            ),
          ],
    ),
    ...section('CALENDAR', scheduleLines(plan)),
    ...(checks.length === 0
      ? []
      : section(
          'STOP AND LOOK',
          checks.flatMap(({ on, text }, k) =>
            checks[k - 1]?.text === text ? [`  ${on}  the same`] : wrapped(`${on}  ${text}`, '  '),
          ),
        )),
    ...section(
      'HOW LONG FOR WHICH DIFFERENCE',
      daysNeeded.map(
        ({ effect, days: needed }) =>
          `  ${points(effect).padEnd(12)} ${needed === null ? 'more than half a year' : `about ${days(needed)}`}`,
      ),
    ),
    ...(alternatives.length === 0
      ? []
      : section(
          'OTHER WAYS',
          alternatives.flatMap((other) =>
            wrapped(
              `${days(other.design.days)}: ${designWords(other.design)}. Found in ${inHundred(other.power.probability)}.`,
              '  ',
            ),
          ),
        )),
    ...section(
      'HOW THE RESULT WILL BE TOLD, fixed today',
      plan.analysis.split('\n').flatMap((line) => wrapped(line, '  ')),
    ),
    ...(notes.length === 0
      ? []
      : section(
          'WORTH KNOWING',
          notes.flatMap((text) => wrapped(text, '  ')),
        )),
    ...wrapped(
      'Stop at once, and get help, if you cannot breathe well, your lips or tongue swell, or you feel faint. Stop if you feel unwell. Nobody has to finish a trial.',
      '',
    ),
    '',
    `Fixed by the sum ${hash}`,
  ];
};

/** A plan, or why there is none, for a person. */
export const planText = (plan: PlanDocument): string => {
  if (plan.hash !== null) return `${readyText(plan).join('\n')}\n`;
  const title =
    plan.status === 'blocked'
      ? `No trial of ${oneLine(plan.exposure)} on your own.`
      : `No bearable trial of ${oneLine(plan.exposure)}.`;
  const reasons = plan.reasons.flatMap(({ text, wayOut }) => wrapped(`${text} ${wayOut}`, '  '));
  return `${[title, ...reasons].join('\n')}\n`;
};
