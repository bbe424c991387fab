import { type Diary, type Observation, placeFactor } from '@zonula/diary';
import { speaksOfEating } from './eating.ts';
import type { Profile } from './profile.ts';

/** What may not be shown to a person anywhere in the product. */
export interface Hidden {
  /** Food suspects, and everything else that names what is eaten. */
  readonly foods: boolean;
  readonly energy: boolean;
  readonly weight: boolean;
  /** Why; empty when nothing is hidden. */
  readonly because: readonly ('under-18' | 'eating-disorder')[];
}

/** Under 18, or an eating disorder now or before: no food suspects, no energy, no weight. */
export const hiddenFor = ({
  ageBand,
  eatingDisorder,
}: Pick<Profile, 'ageBand' | 'eatingDisorder'>): Hidden => {
  const because: Hidden['because'] = [
    ...(ageBand === 'under-18' ? (['under-18'] as const) : []),
    ...(eatingDisorder === 'past' || eatingDisorder === 'present'
      ? (['eating-disorder'] as const)
      : []),
  ];
  const hides = because.length > 0;
  return { foods: hides, energy: hides, weight: hides, because };
};

/** Categories whose rows stay whatever they are called. */
const always: ReadonlySet<string> = new Set(['skin', 'skincare', 'weather', 'cycle', 'day']);
const never: ReadonlySet<string> = new Set(['food', 'supplement', 'ingredient', 'class', 'note']);

/**
 * Whether something of a diary may be shown while foods are hidden. What is eaten or swallowed as a supplement never is; a habit
 * only where our own table knows it as something else than food, for many people tick what they ate as a habit.
 */
const isShown = (category: string, name: string): boolean => {
  if (always.has(category)) return true;
  if (never.has(category) || speaksOfEating(name)) return false;
  if (category !== 'habit') return true;
  const { category: placed, known } = placeFactor(name);
  return known && placed === 'habit';
};

/** Whether an identity, `category/name`, may be shown. */
export const mayShow = ({ foods }: Pick<Hidden, 'foods'>, identity: string): boolean => {
  const slash = identity.indexOf('/');
  return !foods || (slash > 0 && isShown(identity.slice(0, slash), identity.slice(slash + 1)));
};

const withoutNote = ({ note: _, ...observation }: Observation): Observation => observation;

/** Messages about a file that name nothing of its contents. */
const harmless: ReadonlySet<string> = new Set([
  'bom',
  'decimal-comma',
  'time-format',
  'yes-no',
  'no-zone',
  'after-midnight',
  'control-character',
]);

/**
 * A diary with only what may be shown. Whatever is hidden is gone before anything is computed from it, so that no text, figure or
 * file made from the result can name it. Free notes and messages that may quote a name go as well.
 */
export const shownDiary = (hidden: Pick<Hidden, 'foods'>, diary: Diary): Diary =>
  hidden.foods
    ? {
        observations: diary.observations
          .filter(({ category, name }) => isShown(category, name))
          .map(withoutNote),
        scales: new Map([...diary.scales].filter(([id]) => mayShow(hidden, id))),
        warnings: diary.warnings.filter(({ code }) => harmless.has(code)),
      }
    : diary;
