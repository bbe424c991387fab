import type { StoredEntry } from '@zonula/journal';
import { memo, useId } from 'react';
import { Button } from 'react-aria-components';
import { Steps } from '../../design/steps.tsx';
import { useName, useText } from '../../i18n/i18n.ts';
import { useJournal } from '../../journal/context.tsx';
import { itemKey, type TrackedItem } from '../../tracked.ts';
import type { Moment } from './entries.ts';
import { useScore } from './use-score.ts';

const Cross = () => (
  <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
    <path d="M7 7l10 10M17 7L7 17" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  </svg>
);

interface RowProps {
  readonly item: TrackedItem;
  readonly stored: StoredEntry | null;
  readonly moment: () => Moment;
}

/** One score, one tap. Nothing tapped is not written down, which is not the same as none. */
const Row = ({ item, stored, moment }: RowProps) => {
  const text = useText();
  const name = useName();
  const id = useId();
  const { announce } = useJournal();
  const { value, write, clear } = useScore(item, stored, moment);
  const label = name('item', itemKey(item));
  const wordsOf = (wanted: number): string => {
    const step = item.steps.find((one) => one.value === wanted);
    if (step?.label) return text(step.label);
    return wanted === 0 ? `0, ${text('today.none')}` : `${wanted}`;
  };
  const choose = async (next: number): Promise<void> => {
    await write(next);
    announce(text('today.saved.score', { item: label, value: wordsOf(next) }));
  };
  const forget = async (): Promise<void> => {
    await clear();
    announce(text('today.cleared', { item: label }));
  };
  const isNumeric = item.steps.every(({ label: words }) => words === null);
  return (
    <div
      role="radiogroup"
      aria-labelledby={id}
      className={`score ${isNumeric ? 'numbers' : 'levels'} ${item.moreIsBetter ? 'good' : 'bad'}`}
    >
      <div className="score-head">
        <span className="label" id={id}>
          {label}
        </span>
        <span className={value === null ? 'score-value unknown-value' : 'score-value'}>
          {value === null ? text('today.notRecorded') : wordsOf(value)}
        </span>
        {value !== null && (
          <Button
            className="button plain round clear"
            aria-label={text('today.clear', { item: label })}
            onPress={() => void forget()}
          >
            <Cross />
          </Button>
        )}
      </div>
      <Steps
        steps={item.steps.map(({ value: step, label: words }) => ({
          value: step,
          words: words === null ? step : text(words),
          under: value !== null && step < value && isNumeric,
        }))}
        chosen={value}
        onChoose={(next) => void choose(next)}
      />
    </div>
  );
};

/** Drawn again only when its own entry has changed. */
export const ScoreRow = memo(
  Row,
  (before, now) =>
    before.item === now.item &&
    before.moment === now.moment &&
    before.stored?.clock === now.stored?.clock,
);
