import type { DescribedDesign, TrialPlan } from '@zonula/trial';
import { nameOf } from './trial-document.ts';
import type { useTrialsWords } from './words.ts';

type Says = ReturnType<typeof useTrialsWords>;

/** The kind of a design in words. */
export const designWords = (text: Says, design: DescribedDesign): string => {
  const days = design.washoutDays + design.periodDays;
  switch (design.kind) {
    case 'randomised-pairs':
      return text('design.randomised-pairs', { pairs: design.pairs, days });
    case 'one-member-of-a-set':
      return text('design.one-member-of-a-set', {
        pairs: design.pairs,
        days,
        others: design.keepUsual.map(nameOf).join(', '),
      });
    case 'randomised-periods':
    case 'alternating':
      return text(`design.${design.kind}`, { periods: design.periods, days });
    case 'elimination-reintroduction':
      return text('design.elimination-reintroduction', {
        usual: design.baselineDays,
        out: design.eliminationDays,
        periods: 2 * design.repeats,
        days,
      });
  }
};

const tasks = new Map([
  ['food', 'food'],
  ['ingredient', 'holding'],
  ['class', 'holding'],
  ['supplement', 'supplement'],
  ['skincare', 'skincare'],
] as const);

/** What a day asks for, in the person's language. */
export const taskWords = (
  text: Says,
  { exposure, design }: Pick<TrialPlan, 'exposure' | 'design'>,
  arm: 'with' | 'without' | 'usual',
): string => {
  const name = nameOf(exposure);
  if (arm === 'usual') return text('task.usual', { name });
  const category = exposure.slice(0, exposure.indexOf('/'));
  const kind = (tasks as ReadonlyMap<string, 'food' | 'holding' | 'supplement' | 'skincare'>).get(
    category,
  );
  const said = text(`task.${kind ?? 'habit'}.${arm}`, { name });
  return design.kind === 'one-member-of-a-set' && design.keepUsual.length > 0
    ? `${said} ${text('task.others', { others: design.keepUsual.map(nameOf).join(', ') })}`
    : said;
};
