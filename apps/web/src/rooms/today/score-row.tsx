import type { StoredEntry } from '@zonula/journal';
import { memo, useId } from 'react';
import { Button } from 'react-aria-components';
import { Cross } from '../../design/cross.tsx';
import { Steps } from '../../design/steps.tsx';
import { useText } from '../../i18n/i18n.ts';
import type { TrackedItem } from '../../tracked.ts';
import type { Moment } from './entries.ts';
import { useScoreRow } from './use-score-row.ts';

interface RowProps {
  readonly item: TrackedItem;
  readonly stored: StoredEntry | null;
  readonly moment: () => Moment;
}

/** One score, one tap. Nothing tapped is not written down, which is not the same as none. */
const Row = ({ item, stored, moment }: RowProps) => {
  const text = useText();
  const id = useId();
  const { label, value, wordsOf, choose, forget } = useScoreRow(item, stored, moment);
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
            onPress={forget}
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
        onChoose={choose}
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
