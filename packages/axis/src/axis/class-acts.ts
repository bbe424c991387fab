import type { Tag } from '../model.ts';
import { type Act, lpsForPeak } from './event-kinds.ts';

/** What a portion of a food class does in everybody, whatever they react to. */
export interface ClassAct extends Act {
  readonly class: string;
  readonly tag: Tag;
  readonly source: string;
  readonly sentence: string;
}

const guess = { tag: 'assumed', source: 'our assumption' } as const;

const insulin = (name: string, per: number, what: string): ClassAct => ({
  class: name,
  target: 'G',
  per,
  gain: 'portion_to_drive',
  ...guess,
  sentence: `${what} calls for insulin.`,
});
const flush = (name: string, gain: string, what: string): ClassAct => ({
  class: name,
  target: 'V',
  per: 1,
  gain,
  ...guess,
  sentence: `${what} makes faces flush within minutes, past the gut wall.`,
});
const fibre = (name: string, what: string): ClassAct => ({
  class: name,
  target: 'Fb',
  per: 5,
  tag: 'measured',
  source: 'a portion is about 5 g, by definition',
  sentence: `${what} is fibre, which bacteria live on.`,
});

/** By the class keys of the foods room. */
export const classActs: readonly ClassAct[] = [
  insulin('high-glycaemic', 1, 'Food that quickly turns to sugar'),
  insulin('added-sugar', 0.7, 'Sugar'),
  insulin('refined-grain', 0.7, 'White flour'),
  insulin('milk', 0.5, 'Milk'),
  insulin('skim-milk', 0.5, 'Skimmed milk'),
  insulin('whey', 0.7, 'Whey'),
  flush('spicy', 'spicy_to_flush', 'Spicy food'),
  flush('alcohol', 'alcohol_to_flush', 'Alcohol'),
  {
    class: 'alcohol',
    target: 'Lg',
    per: lpsForPeak,
    gain: 'alcohol_to_lps',
    ...guess,
    sentence: 'Drinks may bring bits of bacteria. In half of the virtual people they do not.',
  },
  fibre('fibre', 'What you do not digest'),
  fibre('prebiotic', 'A prebiotic'),
];

const actsOf = new Map<string, readonly ClassAct[]>();
for (const act of classActs) actsOf.set(act.class, [...(actsOf.get(act.class) ?? []), act]);

/** What a portion of this class does in everybody; nothing for a class that is not listed. */
export const actsOfClass = (name: string): readonly ClassAct[] => actsOf.get(name) ?? [];
