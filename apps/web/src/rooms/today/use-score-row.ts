import type { StoredEntry } from '@zonula/journal';
import { useName, useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { itemKey, type TrackedItem } from '../../tracked.ts';
import type { Moment } from './entries.ts';
import { useScore } from './use-score.ts';

export interface ScoreRowState {
  readonly label: string;
  /** Null: not written down. */
  readonly value: number | null;
  readonly wordsOf: (value: number) => string;
  /** Writes it down, and says so when it is kept. */
  readonly choose: (value: number) => void;
  readonly forget: () => void;
}

/** A score of a day with its words. */
export const useScoreRow = (
  item: TrackedItem,
  stored: StoredEntry | null,
  moment: () => Moment,
): ScoreRowState => {
  const text = useText();
  const name = useName();
  const { announce } = useJournal();
  const { value, write, clear } = useScore(item, stored, moment);
  const label = name('item', itemKey(item));
  const wordsOf = (wanted: number): string => {
    const step = item.steps.find((one) => one.value === wanted);
    if (step?.label) return text(step.label);
    return wanted === 0 ? `0, ${text('today.none')}` : `${wanted}`;
  };
  const keep = async (next: number): Promise<void> => {
    await write(next);
    announce(text('today.saved.score', { item: label, value: wordsOf(next) }));
  };
  const takeBack = async (): Promise<void> => {
    await clear();
    announce(text('today.cleared', { item: label }));
  };
  return {
    label,
    value,
    wordsOf,
    choose: (next) => void keep(next),
    forget: () => void takeBack(),
  };
};
