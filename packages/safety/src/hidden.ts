import { type Diary, type Observation, placeFactor } from '@zonula/diary';
import { speaksOfEating } from './eating.ts';
import type { Hidden } from './hidden-for.ts';

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
